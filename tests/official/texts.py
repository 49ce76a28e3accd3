#!/usr/bin/env python3
# texts.py - the paragraphs of a .docx as one reads them, tracked changes accepted, one a line.
import re, sys, zipfile
x = zipfile.ZipFile(sys.argv[1]).read("word/document.xml").decode()
x = re.sub(r"<w:r>(?:(?!</w:r>).)*<w:delText.*?</w:r>", "", re.sub(r"<w:noBreakHyphen/>", "-", x))
for p in re.findall(r"<w:p[ >].*?</w:p>", x, re.S):
    t = re.sub(r"<[^>]*>", "", p.replace("<w:br/>", " ")).replace("\u2060", "").strip()
    if t and not ("<w:rPr><w:del " in p and "<w:pPr>" in p): print(t)
