"""from_text.py MODE PLAN.txt OUT.docx - a plan of text as a Word file: typed | numbered | tables; the words stay the same.

typed: each line a paragraph. numbered: labels by Word's automatic numbering where it counts the same. tables: the header block,
the signature and the annexes stand in tables, as offices print them."""
import re
import sys
from docx import cell, level, num, p, row, table, write

ROMAN = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]
LABELS = [(0, re.compile(r"^([IVX]+)\.\s+")), (1, re.compile(r"^(\d{1,2})\.\s+")), (2, re.compile(r"^([a-z])\)\s+")),
          (3, re.compile(r"^(-)\s+")), (4, re.compile(r"^(\+)\s+"))]
FORMATS = [("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)"), ("bullet", "-"), ("bullet", "+")]


class Count:
    """Counts as Word does, with a new list where the text starts anew or skips."""

    def __init__(self):
        self.nums, self.now, self.value = ["<w:abstractNumId w:val=\"1\"/>"], 1, [0] * 5

    def take(self, i, shown):
        want = {0: ROMAN.index(shown) if shown in ROMAN else 0, 1: int(shown) if shown.isdigit() else 0,
                2: ord(shown[0]) - 96}.get(i, 1)
        if i < 3:
            if want < 1:
                return None
            if self.value[i] + 1 != want:
                self.nums.append('<w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="%d"><w:startOverride w:val="%d"/></w:lvlOverride>' % (i, want))
                self.now = len(self.nums)
            self.value[i] = want
        for k in range(i + 1, 5):
            self.value[k] = 0
        return num(self.now, i)

    def xml(self):
        levels = "".join(level(i, *FORMATS[i]) for i in range(5))
        return '<w:abstractNum w:abstractNumId="1">%s</w:abstractNum>' % levels + "".join(
            '<w:num w:numId="%d">%s</w:num>' % (i + 1, n) for i, n in enumerate(self.nums))


def numbered(lines, count):
    out = []
    for s in lines:
        props = None
        for i, mark in LABELS:
            m = mark.match(s)
            props = props or (m and count.take(i, m.group(1)))
            if props:
                s = s[m.end():]
                break
        out.append(p(s, props=props or ""))
    return out


RIGHT = re.compile(r"CỘNG H|Độc lập|ĐẢNG CỘNG SẢN|ngày .*tháng", re.I)


def header(lines):
    left, right = [], []
    for s in lines:
        parts = [x.strip() for x in re.split(r"\t|\s{3,}", s) if x.strip()]
        for x in parts:
            (right if RIGHT.search(x) and not x.startswith("Số") else left).append(x)
    return [table(2, row(cell(*left), cell(*right)))] if left and right else [p(s) for s in lines]


def annex(lines):
    """Runs of lines with tabs or bars are tables; the separator row of Markdown is none."""
    out, rows = [], []

    def flush():
        if rows:
            wide = max(len(r) for r in rows)
            out.append(table(wide, *(row(*(cell(c) for c in r + [""] * (wide - len(r)))) for r in rows)))
            rows.clear()

    for s in lines:
        bars = s.strip().startswith("|")
        if bars and not re.search(r"\w", s):
            continue
        if bars or "\t" in s:
            rows.append([c.strip() for c in (s.strip().strip("|").split("|") if bars else s.split("\t"))])
        else:
            flush()
            out.append(p(s.strip()))
    flush()
    return out


def tables(lines):
    n = len(lines)
    title = next((i for i, s in enumerate(lines[:40]) if re.match(r"^(KẾ HOẠCH|QUYẾT ĐỊNH|CHƯƠNG TRÌNH|HƯỚNG DẪN)\s*$", s.strip())), 0)
    tail = next((i for i in range(n - 1, title, -1) if lines[i].strip().startswith("Nơi nhận")), n)
    end = next((i for i in range(tail, n) if re.match(r"^PHỤ LỤC", lines[i].strip(), re.I)), n)
    sign = next((i for i in range(tail, end) if re.match(r"^(TM|KT|TL|TUQ|T/M)\b|^(CHỦ TỊCH|TRƯỞNG BAN|GIÁM ĐỐC|BÍ THƯ)", lines[i].strip())), end)
    out = header([s for s in lines[:title] if s.strip()]) if title else []
    out += annex(lines[title:tail])
    if tail < n:
        left, right = [s.strip() for s in lines[tail:sign] if s.strip()], [s.strip() for s in lines[sign:end] if s.strip()]
        out += [table(2, row(cell(*left), cell(*right)))] if right and not any("\t" in s for s in left + right) else annex(lines[tail:end])
    return out + annex(lines[end:])


def main(mode, source, target):
    lines = [s.replace("**", "") for s in open(source, encoding="utf-8-sig").read().split("\n")]
    if mode == "typed":
        write(target, "".join(p(s) for s in lines))
    elif mode == "numbered":
        count = Count()
        body = numbered(lines, count)
        write(target, "".join(body), numbering=count.xml())
    else:
        write(target, "".join(tables(lines)))


if __name__ == "__main__":
    main(*sys.argv[1:4])
