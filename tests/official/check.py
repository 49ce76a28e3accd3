"""check.py - the structure of .docx files: package, relations, ids, styles, tables, what must not be there. Prints what is wrong."""
import sys
import zipfile
import xml.etree.ElementTree as ET

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/package/2006/relationships}"
RID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
CT = "{http://schemas.openxmlformats.org/package/2006/content-types}"
B = "{urn:sen:blocks:1}"
bad = 0


def say(name, text):
    global bad
    bad += 1
    print(f"{name}: {text}")


def text_of(p):
    out = []
    for e in p.iter():
        if e.tag == W + "t":
            out.append((e.text or "").replace("\u2060", ""))
        elif e.tag == W + "noBreakHyphen":
            out.append("-")
        elif e.tag == W + "br":
            out.append("\n")
        elif e.tag == W + "footnoteReference":
            out.append("[%s]" % e.get(W + "id"))
    return "".join(out)


def check_package(name, z):
    names = z.namelist()
    if names[0] != "[Content_Types].xml":
        say(name, "content types are not the first part")
    if len(set(names)) != len(names):
        say(name, "a part stands twice")
    for i in z.infolist():
        if i.date_time != (1980, 1, 1, 0, 0, 0):
            say(name, f"{i.filename} has a time of its own")
    trees = {}
    for n in names:
        data = z.read(n)
        if not n.endswith((".xml", ".rels")):
            continue
        if b"<!DOCTYPE" in data or any(c < 32 and c not in (9, 10) for c in data):
            say(name, f"{n} holds a control byte or a DOCTYPE")
        try:
            trees[n] = ET.fromstring(data.decode("utf-8"))
        except (ET.ParseError, UnicodeDecodeError) as e:
            say(name, f"{n} is not well-formed: {e}")
    return names, trees


def check_relations(name, names, trees):
    types = trees["[Content_Types].xml"]
    known = {o.get("PartName").lstrip("/") for o in types.iter(CT + "Override")}
    defaults = {d.get("Extension") for d in types.iter(CT + "Default")}
    for n in names:
        if n not in known and n.rsplit(".", 1)[-1] not in defaults:
            say(name, f"{n} has no content type")
    for k in known - set(names):
        say(name, f"content type for a missing part {k}")
    for n, t in trees.items():
        if not n.endswith(".rels"):
            continue
        base = n.replace("_rels/", "").rsplit("/", 1)[0] if "/" in n.replace("_rels/", "") else ""
        for r in t.iter(R + "Relationship"):
            if r.get("TargetMode"):
                say(name, f"{n} points outside")
            path = (base + "/" if base else "") + r.get("Target")
            while "/../" in path:
                a, b = path.split("/../", 1)
                path = (a.rsplit("/", 1)[0] + "/" if "/" in a else "") + b
            if path not in names:
                say(name, f"{n} points to a missing part {path}")


def check_ids(name, trees):
    doc = trees["word/document.xml"]
    styles = {s.get(W + "styleId") for s in trees["word/styles.xml"].iter(W + "style")}
    for tag in ("pStyle", "rStyle", "tblStyle", "basedOn"):
        for part in trees.values():
            for e in part.iter(W + tag):
                if e.get(W + "val") not in styles:
                    say(name, f"unknown style {e.get(W + 'val')}")
    nums = [n.get(W + "numId") for n in trees["word/numbering.xml"].iter(W + "num")]
    for e in doc.iter(W + "numId"):
        if e.get(W + "val") not in nums:
            say(name, f"unknown list {e.get(W + 'val')}")
    if len(set(nums)) != len(nums):
        say(name, "a list is numbered twice")
    marks = [b.get(W + "id") for b in doc.iter(W + "bookmarkStart")]
    ends = [b.get(W + "id") for b in doc.iter(W + "bookmarkEnd")]
    if len(set(marks)) != len(marks) or sorted(marks) != sorted(ends):
        say(name, "bookmarks are not paired")
    notes = trees.get("word/footnotes.xml")
    have = {n.get(W + "id") for n in notes.iter(W + "footnote")} if notes is not None else set()
    for e in doc.iter(W + "footnoteReference"):
        if e.get(W + "id") not in have:
            say(name, "a footnote is missing")
    for part, tree in trees.items():
        for e in tree.iter(W + "instrText"):
            if e.text.strip() != "PAGE" or part != "word/header1.xml":
                say(name, f"a field in {part}: {e.text}")
        if list(tree.iter(W + "fldSimple")):
            say(name, f"a field in {part}")


def check_body(name, trees):
    body = trees["word/document.xml"].find(W + "body")
    kids = list(body)
    if kids[-1].tag != W + "sectPr" or kids[-2].tag != W + "p":
        say(name, "the body does not end with a paragraph and its section")
    for a, b in zip(kids, kids[1:]):
        if a.tag == b.tag == W + "tbl":
            say(name, "two tables touch")
    for t in body.iter(W + "tbl"):
        columns = len(list(t.find(W + "tblGrid")))
        if not 1 <= columns <= 63:
            say(name, f"a table of {columns} columns")
        for row in t.iter(W + "tr"):
            cells = row.findall(W + "tc")
            if len(cells) != columns:
                say(name, "a row has another number of cells")
            for c in cells:
                if list(c)[-1].tag != W + "p":
                    say(name, "a cell does not end with a paragraph")
    first = body.find(".//" + W + "sectPr")
    size, margin = first.find(W + "pgSz"), first.find(W + "pgMar")
    if (size.get(W + "w"), size.get(W + "h")) != ("11906", "16838"):
        say(name, "the first page is not A4 upright")
    for side, least, most in (("top", 1134, 1417), ("bottom", 1134, 1417), ("left", 1701, 1984), ("right", 850, 1134)):
        if not least - 1 <= int(margin.get(W + side)) <= most + 1:
            say(name, f"margin {side} = {margin.get(W + side)}")


def check_blocks(name, trees):
    """What the id list says of each paragraph is what stands between its bookmarks."""
    doc, list_ = trees["word/document.xml"], trees["customXml/item1.xml"]
    at = {}
    for p in doc.iter(W + "p"):
        for b in p.iter(W + "bookmarkStart"):
            if b.get(W + "name").startswith("_Sen"):
                at[b.get(W + "name")[4:]] = p
    for e in list_:
        if e.tag == B + "note":
            continue
        p = at.pop(e.get("n"), None)
        if p is None:
            say(name, f"block {e.get('n')} has no bookmark")
        elif e.tag == B + "p":
            if text_of(p) != (e.text or ""):
                say(name, f"block {e.get('n')} is kept with another text: {text_of(p)[:60]}")
    tables = [e for e in list_ if e.tag in (B + "table", B + "grid")]
    for e, t in zip(tables, doc.find(W + "body").findall(W + "tbl")):
        want = [[c.text or "" for c in r] for r in e]
        have = [["\n".join(text_of(p) for p in c.iter(W + "p")) for c in r.iter(W + "tc")] for r in t.iter(W + "tr")]
        if want != have:
            say(name, f"table {e.get('n')} is kept with other texts")
    for n in at:
        say(name, f"bookmark {n} is not in the id list")


for path in sys.argv[1:]:
    with zipfile.ZipFile(path) as archive:
        part_names, part_trees = check_package(path, archive)
        if bad and "word/document.xml" not in part_trees:
            continue
        check_relations(path, part_names, part_trees)
        check_ids(path, part_trees)
        check_body(path, part_trees)
        check_blocks(path, part_trees)
print(f"checked {len(sys.argv) - 1}")
sys.exit(1 if bad else 0)
