"""hostile_xlsx.py - workbooks that must be refused: `hostile_xlsx.py FORM OUT` writes them, one name and the code it is refused with a
line."""
import os
import sys
import zipfile
from xlsx import Book, VALUES, fill, MAIN

FORM, OUT = sys.argv[1:3]


def save(name, code, change, method=zipfile.ZIP_DEFLATED):
    b = Book(FORM)
    fill(b, VALUES)
    b.save(os.path.join(OUT, "tmp.xlsx"))
    with zipfile.ZipFile(os.path.join(OUT, "tmp.xlsx")) as z:
        parts = {n: z.read(n) for n in z.namelist()}
    os.remove(os.path.join(OUT, "tmp.xlsx"))
    change(parts)
    with zipfile.ZipFile(os.path.join(OUT, name + ".xlsx"), "w", method) as z:
        for n, d in parts.items():
            z.writestr(n, d)
    print(name, code)


SHEET = "xl/worksheets/sheet1.xml"


def put(name, data): return lambda p: p.__setitem__(name, data)


def edit(name, old, new):
    def change(p):
        assert old in p[name], old
        p[name] = p[name].replace(old, new, 1)
    return change


save("macro", "SEN6071", put("xl/vbaProject.bin", b"\0" * 100))
save("links", "SEN6072", put("xl/externalLinks/externalLink1.xml", b"<externalLink/>"))
save("doctype", "SEN2082", put(SHEET, b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
                              b'<worksheet xmlns="%s"><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>' % MAIN.encode()))
save("attributes", "SEN2082", edit(SHEET, b"<sheetData>", b"<sheetData " + b" ".join(b'a%d="1"' % i for i in range(200000)) + b">"))
save("deep", "SEN2082", edit(SHEET, b"<sheetData>", b"<a>" * 200000 + b"</a>" * 200000 + b"<sheetData>"))
save("bomb", "SEN2082", put(SHEET, b"<worksheet>" + b" " * (60 << 20) + b"</worksheet>"))
save("strings", "SEN2082", put("xl/sharedStrings.xml", b"<sst>" + b"<si><t>a</t></si>" * 3000000 + b"</sst>"))
save("index", "SEN2081", edit(SHEET, b"</sheetData>", b'<row r="900"><c r="A900" t="s"><v>4000000000</v></c></row></sheetData>'))
save("index-negative", "SEN2081", edit(SHEET, b"</sheetData>", b'<row r="900"><c r="A900" t="s"><v>-1</v></c></row></sheetData>'))
save("place", "SEN2081", edit(SHEET, b"</sheetData>", b'<row r="900"><c r="ZZZZZ99999999" t="n"><v>1</v></c></row></sheetData>'))
save("broken", "SEN2081", edit(SHEET, b"</sheetData>", b"</sheetDat>"))
save("other", "SEN6070",
     lambda p: [p.__setitem__(n, d.replace(b"sen|", b"son|")) for n, d in list(p.items()) if n.startswith("xl/worksheets")])
save("empty", "SEN2093", lambda p: [p.__setitem__(n, b'<worksheet xmlns="%s"/>' % MAIN.encode()) for n in list(p)
                                   if n.startswith("xl/worksheets")])
save("no-book", "SEN2094", lambda p: [p.pop("xl/workbook.xml"), p.__setitem__("xl/other.xml", b"<a/>")])
whole = open(FORM, "rb").read()
open(os.path.join(OUT, "cut.xlsx"), "wb").write(whole[:len(whole) // 2])
print("cut", "SEN2081")
open(os.path.join(OUT, "locked.xlsx"), "wb").write(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + "EncryptedPackage".encode("utf-16-le")
                                                   + b"\0" * 2000)
print("locked", "SEN2080")
with zipfile.ZipFile(os.path.join(OUT, "twins.xlsx"), "w") as z:
    for n, d in Book(FORM).parts.items():
        z.writestr(n, d)
    sys.stderr = open(os.devnull, "w")
    z.writestr("XL/workbook.xml", b"<a/>")
print("twins", "SEN2082")
