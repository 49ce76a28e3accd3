"""pages.py WHAT FILE… - looks at PDF files with poppler: properties, fonts, text of pages, low pictures. One line per finding."""
import os
import re
import subprocess
import sys

def run(*args):
    return subprocess.run(args, capture_output=True, check=True).stdout

def pages(f):
    return run("pdftotext", "-layout", f, "-").decode().split("\f")[:-1]

def lines(page):
    return [x.strip() for x in page.split("\n") if x.strip()]

def common(f):
    """What holds for every file we write."""
    raw, info = open(f, "rb").read(), run("pdfinfo", f).decode()
    for m in re.finditer(rb"/(JavaScript|JS|Launch|OpenAction|AA|EmbeddedFile|RichMedia|SubmitForm)\b", raw):
        yield "holds " + m.group(0).decode()
    if b"/Lang (vi-VN)" not in raw: yield "does not say its language"
    if not re.search(r"^Title: +\S", info, re.M): yield "has no title"
    for font in run("pdffonts", f).decode().split("\n")[2:]:
        if font and not re.match(r"[A-Z]{6}\+\S+ .* yes yes yes ", font): yield "font: " + font
    err = subprocess.run(["pdftotext", f, "-"], capture_output=True, check=True).stderr.decode()
    if err: yield err.strip().split("\n")[0]
    for i, page in enumerate(pages(f)):
        first = (lines(page) or [""])[0]
        if i == 0 and first == "1": yield "page 1 has a number"
        if i > 0 and first != str(i + 1): yield "page %d begins with «%s»" % (i + 1, first)

def together(f):
    """The signature has text above it on its page; headings have text below; no single line of a paragraph of three."""
    for i, page in enumerate(pages(f)):
        all_lines = lines(page)[1 if i else 0:]
        for k, text in enumerate(all_lines):
            if "Nơi nhận:" in text and k < 2: yield "the signature stands alone on page %d" % (i + 1)
        if all_lines and re.match(r"Mục \d+", all_lines[-1]): yield "page %d ends with a heading" % (i + 1)
        if i and all_lines and not re.match(r"Đoạn|Mục|Nơi nhận|- |1 ", all_lines[0]) and "phụ lục" not in page.lower():
            yield "page %d begins within a paragraph: %s" % (i + 1, all_lines[0][:40])

def picture(f, want):
    """Page 1 as grey dots against what is kept: no dot far off but a few, none off on the whole."""
    got = run("pdftoppm", "-r", "16", "-gray", "-f", "1", "-l", "1", f)
    if os.environ.get("SEN_WRITE_EXPECT"): open(want, "wb").write(got)
    a, b = got.split(b"\n", 3)[-1], open(want, "rb").read().split(b"\n", 3)[-1]
    if len(a) != len(b):
        yield "another size"
        return
    far = sum(abs(x - y) > 60 for x, y in zip(a, b))
    mean = sum(abs(x - y) for x, y in zip(a, b)) / len(a)
    if far > len(a) / 100 or mean > 3: yield "%d of %d dots differ, %.1f on average" % (far, len(a), mean)

bad = 0
what, files = sys.argv[1], sys.argv[2:]
if what == "picture":
    files = [(files[0], files[1])]
for f in files:
    name = f[0] if what == "picture" else f
    for x in (picture(*f) if what == "picture" else {"common": common, "together": together}[what](f)):
        bad = 1
        print("%s: %s" % (os.path.basename(name), x))
print("checked %d" % len(files))
sys.exit(bad)
