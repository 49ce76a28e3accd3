"""damage_forms.py - forms as they come back: one filled form of each unit damaged in its own way. `make FORMS OUT` writes OUT/UNIT.xlsx and
OUT/truth.json; `score TRUTH VALUES FINDINGS` compares what was recorded, prints the share of cells that came back right, and every
cell that is wrong in silence (exit 1)."""
import copy
import json
import os
import sys
import unicodedata
import zipfile
import xml.etree.ElementTree as ET
from xlsx import Book, S, VALUES, fill, letters, place

KINDS = []          # (name, function, wrong indicators, whole file refused)


def kind(*wrong, refused=False):
    def take(f):
        KINDS.append((f.__name__, f, wrong, refused))
        return f
    return take


def part(b, name, old, new):
    text = b.parts[name].decode()
    assert old in text, (name, old)
    b.parts[name] = text.replace(old, new).encode()


# --- what must come back whole

@kind()
def as_typed(b): pass


@kind()
def sheet_renamed(b): part(b, "xl/workbook.xml", 'name="Biểu số liệu"', 'name="Bao cao quy 2 (sua)"')


@kind()
def sheets_moved(b):
    t = b.parts["xl/workbook.xml"].decode()
    i, j = t.index("<sheets>") + 8, t.index("</sheets>")
    sheets = t[i:j].replace("/><", "/>\n<").split("\n")
    b.parts["xl/workbook.xml"] = (t[:i] + "".join(reversed(sheets)) + t[j:]).encode()


@kind()
def rows_above(b): b.move_rows(0, 7)


@kind()
def rows_between(b): b.move_rows(int(b.row("events-held|").get("r")), 3)


@kind()
def columns_left(b): b.move_columns(0, 2)


@kind()
def columns_between(b): b.move_columns(4, 1)


@kind()
def rows_hidden(b):
    for r in b.rows()[8:20]:
        r.set("hidden", "1")


@kind()
def columns_hidden(b):
    cols = b.tree.find(S + "cols")
    for c in cols:
        c.set("hidden", "1")


@kind()
def rows_sorted(b):
    rows = b.rows()
    head, tail = rows[:8], rows[8:]
    numbers = [r.get("r") for r in tail]
    for r, n in zip(reversed(tail), numbers):
        r.set("r", n)
        for c in r:
            c.set("r", letters(place(c.get("r"))[1]) + n)
    for r in tail:
        b.data.remove(r)
    b.data.extend(reversed(tail))


@kind()
def numbers_as_text(b):
    for key, v in VALUES.items():
        if not isinstance(v, tuple):
            b.put(key, str(v))


@kind()
def thousands_with_dots(b): b.put("budget-spent|", "1.500.000")


@kind()
def thousands_with_spaces(b): b.put("budget-spent|", "1 500 000")


@kind()
def no_break_spaces(b): b.put("budget-spent|", "\u00a01\u202f500\u00a0000 ")


@kind()
def decimals_of_nothing(b): b.put("budget-spent|", "1.500.000,00")


@kind()
def exponent(b): b.put("budget-spent|", "1.5E6", kind="n")


@kind()
def many_digits(b): b.put("events-held|", "3.0000000000000000", kind="n")


@kind()
def nfd_everywhere(b):
    for c in b.tree.iter(S + "t"):
        c.text = unicodedata.normalize("NFD", c.text or "")


@kind()
def million_blank_rows(b):
    last = int(b.rows()[-1].get("r"))
    b.blank = "".join('<row r="%d"/>' % n for n in range(last + 1, 1000000))


@kind()
def shared_strings(b):
    texts = []
    for c in b.tree.iter(S + "c"):
        if c.get("t") == "inlineStr":
            texts.append(b.text(c))
            for child in list(c):
                c.remove(child)
            c.set("t", "s")
            ET.SubElement(c, S + "v").text = str(len(texts) - 1)
    sst = ET.Element(S + "sst")
    for t in texts:
        si = ET.SubElement(sst, S + "si")
        for piece in (t[:3], t[3:]):
            ET.SubElement(ET.SubElement(si, S + "r"), S + "t").text = piece
    b.parts["xl/sharedStrings.xml"] = ET.tostring(sst, encoding="utf-8", xml_declaration=True)
    part(b, "xl/_rels/workbook.xml.rels", "</Relationships>", '<Relationship Id="rIdS" Type="http://schemas.openxmlformats.org/'
         'officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>')
    part(b, "[Content_Types].xml", "</Types>", '<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.'
         'openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>')


@kind()
def kept_sheet_deleted(b): part(b, "xl/_rels/workbook.xml.rels", "worksheets/sheet3.xml", "worksheets/gone.xml")


@kind()
def styles_deleted(b): del b.parts["xl/styles.xml"]


@kind()
def places_left_out(b):
    for r in b.rows():
        at = 0
        for c in list(r):
            n = place(c.get("r"))[1]
            for gap in range(at + 1, n):
                r.insert(gap - 1, ET.Element(S + "c"))
            at = n
        for c in r:
            c.attrib.pop("r", None)
        r.attrib.pop("r", None)


@kind()
def absolute_targets(b): part(b, "xl/_rels/workbook.xml.rels", 'Target="worksheets/', 'Target="/xl/worksheets/')


@kind()
def byte_order_mark(b): b.mark = b"\xef\xbb\xbf"


@kind()
def utf16_sheet(b): b.utf16 = True


@kind()
def head_merged(b):
    m = b.tree.find(S + "mergeCells")
    ET.SubElement(m, S + "mergeCell", {"ref": "C8:D8"})


@kind()
def input_merged_to_the_right(b):
    n = b.row("events-held|").get("r")
    ET.SubElement(b.tree.find(S + "mergeCells"), S + "mergeCell", {"ref": "E%s:F%s" % (n, n)})


@kind()
def line_twice_alike(b):
    r = copy.deepcopy(b.row("events-held|"))
    n = "900"
    r.set("r", n)
    for c in r:
        c.set("r", letters(place(c.get("r"))[1]) + n)
    b.data.append(r)


@kind()
def date_as_text(b): b.put("*on|", "30/06/2026")


@kind()
def date_as_iso_text(b): b.put("*on|", "2026-06-30")


@kind()
def state_final(b): b.put("*state|", "Chính thức ")


@kind()
def check_column_broken(b):
    for c in b.tree.iter(S + "c"):
        f = c.find(S + "f")
        if f is not None:
            f.text = "#REF!+1"


# --- what is wrong in some cells: those are told, the rest comes back

@kind("events-held")
def text_in_number(b): b.put("events-held|", "ba cuộc")


@kind("events-held")
def unit_typed_too(b): b.put("events-held|", "3 cuộc")


@kind("events-held", "courses")
def negative(b):
    b.put("events-held|", -3)
    b.put("courses|", "-2")


@kind("events-held", "meetings", "courses")
def formulas(b):
    b.put("events-held|", 3, formula="1+2")
    b.put("meetings|", None, formula="E14")
    b.put("courses|", 2, formula="E%s" % b.row("courses|").get("r"))


@kind("events-held", "courses")
def error_and_bool(b):
    b.put("events-held|", "#DIV/0!", kind="e")
    b.put("courses|", 1, kind="b")


@kind("events-held")
def percent_in_count(b): b.put("events-held|", "50%")


@kind("courses")
def date_in_number(b): b.put("courses|", 46148, style=13)


@kind("people-reached")
def parts_do_not_add_up(b): b.put("people-reached|", 121)


@kind("people-reached")
def part_missing(b): b.put("people-reached|sex=female", None)


@kind("tasks-on-time")
def denominator_missing(b): b.put("tasks-on-time|", None, "d")


@kind("tasks-on-time")
def denominator_zero(b): b.put("tasks-on-time|", 0, "d")


@kind("budget-spent")
def comma_of_two_readings(b): b.put("budget-spent|", "1,500")


@kind("events-held")
def half_a_meeting(b): b.put("events-held|", 2.5)


@kind("events-held")
def line_twice_different(b):
    line_twice_alike(b)
    for c in b.rows()[-1]:
        if place(c.get("r"))[1] == 5:
            c.find(S + "v").text = "4"


@kind("events-held")
def inputs_merged_down(b):
    a = int(b.row("events-held|").get("r"))
    ET.SubElement(b.tree.find(S + "mergeCells"), S + "mergeCell", {"ref": "D%d:E%d" % (a, a)})


@kind("events-held")
def line_of_another_unit(b):
    for c in b.row("events-held|"):
        if b.text(c).startswith("sen|"):
            c.find(S + "is").find(S + "t").text = "sen|xa-khac|2026-Q2|events-held|"


@kind("meetings")
def line_of_another_period(b):
    for c in b.row("meetings|"):
        if b.text(c).startswith("sen|"):
            c.find(S + "is").find(S + "t").text = b.text(c).replace("2026-Q2", "2025-Q2")


@kind("courses")
def unknown_indicator(b):
    for c in b.row("courses|"):
        if b.text(c).startswith("sen|"):
            c.find(S + "is").find(S + "t").text = b.text(c).replace("|courses|", "|so-lop-cu|")


@kind("people-reached", "events-held", "meetings", "tasks-on-time", "bulletins", "budget-spent", "courses", refused=True)
def key_column_deleted(b):
    for r in b.rows():
        for c in list(r):
            if place(c.get("r"))[1] == 1:
                r.remove(c)


@kind("people-reached", "events-held", "meetings", "tasks-on-time", "bulletins", "budget-spent", "courses", refused=True)
def head_row_deleted(b): b.data.remove(b.rows()[0])


def save(b, path):
    method = zipfile.ZIP_DEFLATED
    b.parts[b.part] = ET.tostring(b.tree, encoding="utf-16" if getattr(b, "utf16", 0) else "utf-8", xml_declaration=True)
    if getattr(b, "blank", None):
        b.parts[b.part] = b.parts[b.part].replace(b"</sheetData>", b.blank.encode() + b"</sheetData>")
    with zipfile.ZipFile(path, "w", method) as z:
        for n, data in b.parts.items():
            z.writestr(n, getattr(b, "mark", b"") + data if n.endswith(".xml") and getattr(b, "mark", None) else data)


def recorded():
    """What VALUES become in the database: an indicator with parts by its parts alone."""
    out = {}
    for key, v in VALUES.items():
        name, p = key.split("|")
        if p or not any(k.startswith(name + "|") and k != key for k in VALUES):
            out[key] = [str(x) for x in v] if isinstance(v, tuple) else [str(v), None]
    return out


def make(forms, out):
    units = sorted(u for u in os.listdir(forms) if not u.startswith("."))
    assert len(units) >= len(KINDS), (len(units), len(KINDS))
    truth = {}
    for unit, (name, damage, wrong, refused) in zip(units, KINDS):
        b = Book(os.path.join(forms, unit, "form-q2.xlsx"))
        fill(b, VALUES)
        damage(b)
        save(b, os.path.join(out, unit + ".xlsx"))
        truth[unit] = {"kind": name, "wrong": wrong, "refused": refused}
    json.dump(truth, open(os.path.join(out, "truth.json"), "w"))
    print(len(truth))


def score(truth, values, findings):
    truth = json.load(open(truth))
    got = {}
    for line in open(values, encoding="utf-8"):
        unit, indicator, dimensions, n, d = line.rstrip("\n").split("\t")
        got.setdefault(unit, {})[indicator + "|" + dimensions] = [n, d or None]
    told = {}
    for line in open(findings, encoding="utf-8"):
        if ": error[" in line:
            told.setdefault(os.path.basename(line.split(":")[0])[:-5], []).append(line)
    cells = right = silent = 0
    for unit, t in truth.items():
        want = {k: v for k, v in recorded().items() if k.split("|")[0] not in t["wrong"]}
        mine = got.get(unit, {})
        for k, v in want.items():
            cells += 1
            right += mine.get(k) == v
            if mine.get(k) != v:
                print("%s %s: %s instead of %s" % (t["kind"], k, mine.get(k), v))
        for k, v in mine.items():
            if k not in want:
                silent += 1
                print("%s %s: %s was taken" % (t["kind"], k, v))
            elif want[k] != v:
                silent += 1
        lost = t["wrong"] or any(mine.get(k) != v for k, v in want.items())
        if lost and not told.get(unit):
            silent += 1
            print("%s: nothing was said" % t["kind"])
        if not lost and told.get(unit):
            print("%s: said %s" % (t["kind"], told[unit][0].strip()))
    print("%d kinds, %d of %d cells right (%.1f %%), %d wrong in silence" % (len(truth), right, cells, 100 * right / cells, silent))
    return 1 if silent or right < 0.95 * cells else 0


if __name__ == "__main__":
    if sys.argv[1] == "make":
        make(sys.argv[2], sys.argv[3])
    elif sys.argv[1] == "count":
        print(len(KINDS))
    else:
        sys.exit(score(*sys.argv[2:5]))
