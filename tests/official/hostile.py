"""hostile.py DIR - templates whose text tries to break a Word file: one .md each, and the lines of ward.lua that name them."""
import os
import sys

out = sys.argv[1]
os.makedirs(out, exist_ok=True)
head = "---\ntitle: Thử\nofficial: KH\nsubject: Thử ]]> & < > \" '\n---\n"
docs = {
    "controls": "Chữ \x01\x02\x08\x0b\x0c\x1f\x7f \x85 ]]> <w:t>&amp; &#0; &#x1F; \ufffe \uffff \U0001f600 kết.\n",
    "bidi": "Trước \u202e\u2066đảo\u2069\u202c sau \u200f\u061c\ufeff kết.\n\n## I. \u202eĐỀ MỤC\n\nXong.\n",
    "long-word": "a" * 10000 + " " + "ế" * 5000 + "\n\n" + "2282/QĐ-" * 3000 + "\n",
    "deep-list": "".join("  " * i + f"- tầng {i}\n" for i in range(60)),
    "deep-quote": "> " * 60 + "sâu\n",
    "divs": "".join("::: note\n\n" for _ in range(90)) + "trong cùng\n\n" + "".join(":::\n\n" for _ in range(90)),
    "table-long": "| A | B |\n| --- | --- |\n" + "".join(f"| dòng {i} | {i} |\n" for i in range(3000)),
    "table-wide": "|" + " A |" * 80 + "\n|" + " - |" * 80 + "\n|" + " chữ |" * 80 + "\n",
    "table-empty": "| |\n| - |\n| |\n\n| a |\n|---|\n| x |\n\n| b |\n|---|\n| y |\n",
    "notes": "".join(f"Ý {i}[^n{i}] và[^n{i}].\n\n" for i in range(200)) + "".join(f"[^n{i}]: chú thích {i}\n" for i in range(200)),
    "many-lists": "".join(f"1. một {i}\n2. hai\n\nđoạn\n\n" for i in range(150)),
    "number-odd": "1.\n   1. trong\n2. ngoài\n\n999999999. lớn\n\n0. không\n",
    "links": "[x](https://example.vn/a?b=\"<>&c) [y](#\"x) [z](javascript:alert) <mailto:a@b.vn> ![h](../../etc/passwd) ![k](a.png)\n\n"
             "## Mục {#" + "m" * 100 + "}\n\n[tới](#" + "m" * 100 + ")\n",
    "marks": "***đậm nghiêng*** ~~bỏ~~ `mã <>&` \\\nxuống dòng\\\n\\\n**\u0000**\n\n```\ndòng 1\n\n]]>\n```\n\n---\n\n***\n",
    "empty": "\n",
    "only-annex": "::: {.annex .landscape} Một ]]>\n\n| a |\n|---|\n| b |\n\n:::\n\n::: annex\n\n:::\n\n::: sign\n\n:::\n\n::: sign\n\n:::\n\n::: sign\n\n:::\n"
                  "\n::: sign\n\n:::\n\n::: sign\n\n:::\n\nđuôi\n",
    "annexes": "".join(f"::: annex Tên {i}\n\nChữ\n\n:::\n\n" for i in range(70)),
    "fields": "{ HYPERLINK \"http://x\" } { DDEAUTO c:\\\\windows } =SUM(A1) \\u202e PAGE\n\n- @x\n- +1\n- =1\n",
}
for name, text in docs.items():
    with open(f"{out}/thu-{name}.md", "w", encoding="utf-8", errors="surrogatepass") as f:
        f.write(head + text)
    print(f'material "thu-{name}" {{ "Thử", template = "thu-{name}.md", channels = {{ "docx" }} }}')
