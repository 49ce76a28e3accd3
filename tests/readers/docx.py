"""docx.py - writes small Word files for the tests, always the same bytes; knows only what the tests need."""
import zipfile
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
RELS = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="%s/officeDocument" Target="word/document.xml"/></Relationships>"""
NS = ('xmlns:w="%s" xmlns:r="' + R + '" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
      'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"')


def t(text, props="", tag="w:t"):
    """One run: tabs and line breaks inside the text become w:tab and w:br."""
    out, rpr = [], "<w:rPr>%s</w:rPr>" % props if props else ""
    for i, line in enumerate(text.split("\n")):
        if i:
            out.append("<w:br/>")
        for k, piece in enumerate(line.split("\t")):
            if k:
                out.append("<w:tab/>")
            if piece:
                out.append('<%s xml:space="preserve">%s</%s>' % (tag, escape(piece), tag))
    return "<w:r>%s%s</w:r>" % (rpr, "".join(out))


def p(*runs, props=""):
    """A paragraph of runs; a plain string is a run."""
    inner = "".join(r if r.startswith("<") else t(r) for r in runs if r)
    return "<w:p>%s%s</w:p>" % ("<w:pPr>%s</w:pPr>" % props if props else "", inner)


def num(number, level=0):
    return '<w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%d"/></w:numPr>' % (level, number)


def style(name):
    return '<w:pStyle w:val="%s"/>' % name


def cell(*paras, span=1, merge=None):
    """A cell; merge: "restart" or "continue"."""
    props = '<w:tcW w:w="2000" w:type="dxa"/>'
    if span > 1:
        props += '<w:gridSpan w:val="%d"/>' % span
    if merge:
        props += '<w:vMerge%s/>' % (' w:val="restart"' if merge == "restart" else "")
    body = "".join(x if x.startswith("<w:p>") or x.startswith("<w:tbl>") else p(x) for x in paras) or p("")
    return "<w:tc><w:tcPr>%s</w:tcPr>%s</w:tc>" % (props, body)


def row(*cells, props=""):
    return "<w:tr>%s%s</w:tr>" % ("<w:trPr>%s</w:trPr>" % props if props else "", "".join(cells))


def table(columns, *rows):
    grid = "".join('<w:gridCol w:w="2000"/>' for _ in range(columns))
    return "<w:tbl><w:tblPr/><w:tblGrid>%s</w:tblGrid>%s</w:tbl>" % (grid, "".join(rows))


def level(i, fmt, text, start=1, more=""):
    return ('<w:lvl w:ilvl="%d"><w:start w:val="%d"/><w:numFmt w:val="%s"/>%s<w:lvlText w:val="%s"/></w:lvl>'
            % (i, start, fmt, more, escape(text)))


def write(path, body, styles=None, numbering=None, footnotes=None, endnotes=None, comments=None, strict=False, extra=()):
    """body and the other parts are the inside of their root elements."""
    ns = NS % (STRICT if strict else W)
    rel = "http://purl.oclc.org/ooxml/officeDocument/relationships" if strict else R
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    parts = [("[Content_Types].xml", TYPES), ("_rels/.rels", RELS % rel),
             ("word/document.xml", head + "<w:document %s><w:body>%s<w:sectPr/></w:body></w:document>" % (ns, body))]
    links = []
    for name, root, inside in (("styles", "styles", styles), ("numbering", "numbering", numbering), ("footnotes", "footnotes", footnotes),
                               ("endnotes", "endnotes", endnotes), ("comments", "comments", comments)):
        if inside is None:
            continue
        links.append('<Relationship Id="r%d" Type="%s/%s" Target="%s.xml"/>' % (len(links) + 1, rel, name, name))
        parts.append(("word/%s.xml" % name, head + "<w:%s %s>%s</w:%s>" % (root, ns, inside, root)))
    parts.append(("word/_rels/document.xml.rels",
                  head + '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">%s</Relationships>' % "".join(links)))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as z:
        for name, data in parts + list(extra):
            z.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), data, compress_type=zipfile.ZIP_DEFLATED)
