"""outputs.py - looks through the files of an output tree for what no output may hold, whatever its input was.

outputs.py FOLDER… prints what it finds, at most 40 lines, and ends with 1 when there is anything.
"""
import csv
import io
import os
import re
import subprocess
import sys
import zipfile
from xml.etree import ElementTree
from html.parser import HTMLParser

BAD_CHARS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
GOOD_LINK = re.compile(r"(https?://|mailto:|tel:|#|[a-z0-9_.-]+(/[a-z0-9_.-]+)*(#.*)?$|$)", re.I)
NEVER = {"script", "iframe", "object", "embed", "svg", "form", "base", "img", "link", "video", "audio"}
# what our own forms compute: cells, plain functions and the words they answer with; nothing that reaches out of the workbook
OWN_FORMULA = re.compile(r"""^(?:"[^"=@|]*"|\b(?:IF|AND|OR|NOT|SUM|COUNT|COUNTA|COUNTBLANK|ISNUMBER|ISBLANK|ROUND|ABS|MIN|MAX)\(|\$?[A-Z]{1,2}\$?\d+|[0-9.,:;()<>=+*/&\s-])*$""")
NUMBER = re.compile(r"^-?\d+([.,]\d+)*%?$")
found = []


class Page(HTMLParser):
    """Looks at the tags and attributes of one page."""

    def __init__(self, path):
        super().__init__(convert_charrefs=True)
        self.path = path

    def handle_starttag(self, tag, attrs):
        if tag in NEVER:
            found.append((self.path, "tag", tag))
        for key, value in attrs:
            if key.startswith("on") or key in ("style", "srcdoc", "formaction", "action"):
                found.append((self.path, tag, key))
            if key in ("href", "src") and not GOOD_LINK.match(value or ""):
                found.append((self.path, "link", value[:80]))


def look_office(path):
    """Looks through the parts of an office file: well-formed, no outside relation, no field, no forbidden character."""
    with zipfile.ZipFile(path) as z:
        for name in z.namelist():
            part = z.read(name)
            try:
                tree = ElementTree.fromstring(part)
            except ElementTree.ParseError as e:
                found.append((path, name, e))
                continue
            if BAD_CHARS.search(part.decode("utf-8")) or b"<!DOCTYPE" in part:
                found.append((path, name, "character"))
            for e in tree.iter():
                if e.get("TargetMode") == "External":
                    found.append((path, name, e.get("Target")))
                tag = e.tag.rsplit("}", 1)[-1]
                if tag in ("fldSimple", "altChunk", "object", "oleObject", "control"):
                    found.append((path, name, tag))
                if tag == "f" and not OWN_FORMULA.match(e.text or ""):
                    found.append((path, name, e.text))
                if tag == "instrText" and e.text.strip() != "PAGE":
                    found.append((path, name, e.text))


def look_pdf(path):
    """Looks through a PDF with poppler: no script, no file inside, only allowed links, no forbidden character in its text."""
    def poppler(*cmd):
        return subprocess.run(cmd, capture_output=True, text=True, check=True).stdout
    if poppler("pdfinfo", "-js", path).strip():
        found.append((path, "pdf", "script"))
    if not poppler("pdfdetach", "-list", path).startswith("0 "):
        found.append((path, "pdf", "a file inside"))
    for line in poppler("pdfinfo", "-url", path).splitlines()[1:]:
        if not GOOD_LINK.match(line.split()[-1]):
            found.append((path, "link", line))
    text = poppler("pdftotext", path, "-").replace("\f", "\n")
    if BAD_CHARS.search(text):
        found.append((path, "character", BAD_CHARS.search(text)))


def look(path):
    """Looks through one file."""
    if path.endswith((".docx", ".xlsx")):
        look_office(path)
        return
    if path.endswith(".pdf"):
        look_pdf(path)
        return
    with open(path, "rb") as f:
        data = f.read()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as e:
        found.append((path, "not UTF-8", e))
        return
    text = text[1:] if text.startswith("\ufeff") else text
    if BAD_CHARS.search(text) or "\ufeff" in text:
        found.append((path, "character", BAD_CHARS.search(text)))
    if path.endswith(".html"):
        page = Page(path)
        page.feed(text)
        page.close()
    elif path.endswith(".csv"):
        for row in csv.reader(io.StringIO(text, newline="")):
            for cell in row:
                if cell and cell[0] in "=+-@\t\r\uff1d\uff0b\uff0d\uff20" and not NUMBER.match(cell):
                    found.append((path, "formula", cell[:50]))
    elif "\r" in text and not path.endswith(".ics"):
        found.append((path, "CR", ""))


def main():
    files = 0
    for folder in sys.argv[1:]:
        for root, dirs, names in os.walk(folder):
            dirs[:] = [d for d in dirs if d != ".sen-build"]
            for name in names:
                if not name.startswith(".sen-build"):
                    files += 1
                    look(os.path.join(root, name))
    for one in found[:40]:
        print(*one)
    print("%d files, %d findings" % (files, len(found)))
    return 1 if found or not files else 0


sys.exit(main())
