"""xlsx.py - forms filled in, damaged and looked at: a small reader and writer of workbooks for the tests (zipfile, ElementTree)."""
import re
import sys
import zipfile
import xml.etree.ElementTree as ET

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
S = "{%s}" % MAIN
ET.register_namespace("", MAIN)
ET.register_namespace("r", REL)


def letters(n):
    out = ""
    while n:
        n, r = divmod(n - 1, 26)
        out = chr(65 + r) + out
    return out


def place(ref):
    m = re.match(r"([A-Z]+)(\d+)$", ref)
    n = 0
    for c in m.group(1):
        n = n * 26 + ord(c) - 64
    return int(m.group(2)), n


class Book:
    """All parts of a workbook; the sheet of the figures as a tree."""

    def __init__(self, path):
        with zipfile.ZipFile(path) as z:
            self.parts = {n: z.read(n) for n in z.namelist()}
        self.shared = []
        if "xl/sharedStrings.xml" in self.parts:
            for si in ET.fromstring(self.parts["xl/sharedStrings.xml"]).iter(S + "si"):
                self.shared.append("".join(t.text or "" for t in si.iter(S + "t")))
        self.part = None
        for n in sorted(self.parts):
            if n.startswith("xl/worksheets/sheet"):
                tree = ET.fromstring(self.parts[n])
                if any(self.text(c) == "sen#n" for c in tree.iter(S + "c")):
                    self.part, self.tree = n, tree
        self.data = self.tree.find(S + "sheetData")

    def text(self, c):
        v = c.find(S + "v")
        if c.get("t") == "s":
            return self.shared[int(v.text)]
        if c.get("t") == "inlineStr":
            return "".join(t.text or "" for t in c.iter(S + "t"))
        return v.text if v is not None and v.text else ""

    def rows(self):
        return self.data.findall(S + "row")

    def row(self, key):
        for r in self.rows():
            for c in r:
                if self.text(c).startswith("sen|") and self.text(c).split("|", 3)[3] == key:
                    return r
        raise KeyError(key)

    def columns(self):
        out = {}
        for r in self.rows():
            for c in r:
                if self.text(c).startswith("sen#"):
                    out[self.text(c)[4:]] = place(c.get("r"))[1]
        return out

    def cell(self, key, column="n"):
        r, n = self.row(key), self.columns()[column]
        ref = letters(n) + r.get("r")
        for i, c in enumerate(r):
            at = place(c.get("r"))[1]
            if at == n:
                return c
            if at > n:
                new = ET.Element(S + "c", {"r": ref})
                r.insert(i, new)
                return new
        return ET.SubElement(r, S + "c", {"r": ref})

    def put(self, key, value, column="n", kind=None, formula=None, style=None):
        """A number for int and float, else a text; kind: t of the cell."""
        c = self.cell(key, column)
        for child in list(c):
            c.remove(child)
        c.attrib.pop("t", None)
        if style is not None:
            c.set("s", str(style))
        if formula is not None:
            ET.SubElement(c, S + "f").text = formula
        if isinstance(value, str) and kind is None:
            c.set("t", "inlineStr")
            t = ET.SubElement(ET.SubElement(c, S + "is"), S + "t")
            t.text = value
            t.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        elif value is not None:
            if kind:
                c.set("t", kind)
            ET.SubElement(c, S + "v").text = str(value)
        return c

    def save(self, path, extra=None, method=zipfile.ZIP_DEFLATED):
        self.parts[self.part] = ET.tostring(self.tree, encoding="utf-8", xml_declaration=True)
        if extra:
            self.parts.update(extra)
        with zipfile.ZipFile(path, "w", method) as z:
            for n, b in self.parts.items():
                z.writestr(n, b)

    def move_rows(self, after, by):
        for r in self.rows():
            n = int(r.get("r"))
            if n > after:
                r.set("r", str(n + by))
                for c in r:
                    row, col = place(c.get("r"))
                    c.set("r", letters(col) + str(row + by))

    def move_columns(self, after, by):
        for r in self.rows():
            for c in r:
                row, col = place(c.get("r"))
                if col > after:
                    c.set("r", letters(col + by) + str(row))


def fill(b, values):
    for key, v in values.items():
        if isinstance(v, tuple):
            b.put(key, v[0])
            b.put(key, v[1], "d")
        else:
            b.put(key, v)


VALUES = {
    "people-reached|": 120, "people-reached|sex=male": 50, "people-reached|sex=female": 70, "events-held|": 3,
    "meetings|": 1, "tasks-on-time|": (8, 11), "bulletins|": 0, "budget-spent|": 1500000, "courses|": 2,
}

if __name__ == "__main__":
    b = Book(sys.argv[1])
    fill(b, VALUES)
    b.save(sys.argv[2])
