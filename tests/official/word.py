#!/usr/bin/env python3
# word.py - edits a .docx as Word does: word.py FROM TO STEP…; each STEP is a Python call of the functions below.
import re, sys, zipfile
src, dst = sys.argv[1:3]
z = zipfile.ZipFile(src)
parts = {n: z.read(n) for n in z.namelist()}
doc = parts["word/document.xml"].decode()

P = re.compile(r"<w:p[ >].*?</w:p>", re.S)
def esc(t): return t.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
def plain(x):
    x = re.sub(r"<w:noBreakHyphen/>", "-", x)
    x = re.sub(r"<w:t[^>]*>|</w:t>", "", re.sub(r"<w:br/>", "\n", x))
    x = re.sub(r"<[^>]*>", "", x).replace("\u2060", "")
    return x.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&apos;", "'").replace("&#39;", "'").replace("&amp;", "&")
def para(text, nth=0):
    """(from, to) of the nth paragraph that holds the text"""
    for m in P.finditer(doc):
        if text in plain(m.group(0)):
            if nth == 0: return m.span()
            nth -= 1
    raise SystemExit("no paragraph with " + text)
def cut(span):
    global doc
    x = doc[span[0]:span[1]]
    doc = doc[:span[0]] + doc[span[1]:]
    return x
def put(at, x):
    global doc
    doc = doc[:at] + x + doc[at:]
def run(t, more=""): return '<w:r>%s<w:t xml:space="preserve">%s</w:t></w:r>' % (more, esc(t))
def whole(x, text, wrap=lambda r: r):
    """the paragraph x with one run of that text; its bookmarks and properties stay"""
    ppr = re.search(r"<w:pPr>.*?</w:pPr>", x, re.S)
    starts = "".join(re.findall(r"<w:bookmarkStart[^>]*/>", x)); ends = "".join(re.findall(r"<w:bookmarkEnd[^>]*/>", x))
    return "<w:p>" + (ppr.group(0) if ppr else "") + starts + wrap(run(text)) + ends + "</w:p>"
def change(old, new, nth=0):
    s, e = para(old, nth)
    x = doc[s:e]
    put(s, whole(cut((s, e)), plain(x).replace(old, new)))
def added(after, text, like=None):
    """a paragraph typed behind another, in its style or that of `like`; no bookmark"""
    s, e = para(after)
    x = doc[slice(*para(like))] if like else doc[s:e]
    x = re.sub(r"<w:bookmark(Start|End)[^>]*/>", "", x)
    put(e, whole(x, text))
def added_box(after, text, on):
    """a line with a box of its own, typed behind another"""
    added(after, ("☑ " if on else "☐ ") + text)
def deleted(text, nth=0): cut(para(text, nth))
def moved(text, after):
    x = cut(para(text))
    put(para(after)[1], x)
def row(text, nth=0):
    s, _ = para(text, nth)
    a = doc.rindex("<w:tr>" if "<w:tr>" in doc[:s] else "<w:tr ", 0, s)
    return a, doc.index("</w:tr>", s) + 7
def row_added(after, *cells, nth=0):
    a, e = row(after, nth)
    x = re.sub(r"<w:bookmark(Start|End)[^>]*/>", "", doc[a:e])
    it = iter(cells)
    put(e, P.sub(lambda m: whole(m.group(0), next(it, "")), x))
def row_deleted(text, nth=0): cut(row(text, nth))
def row_moved(text, after):
    x = cut(row(text))
    put(row(after)[1], x)
def cell(rowtext, column, text, nth=0):
    global doc
    a, e = row(rowtext, nth)
    k = [0]
    def one(m):
        k[0] += 1
        return whole(m.group(0), text) if k[0] == column else m.group(0)
    doc = doc[:a] + P.sub(one, doc[a:e]) + doc[e:]
def tracked(old, new, who="Văn thư"):
    """replaced with Track Changes on"""
    s, e = para(old)
    t = plain(doc[s:e])
    i = t.index(old)
    at = 'w:author="%s" w:date="2026-03-01T08:00:00Z"' % who
    def wrap(_):
        return (run(t[:i]) + '<w:del w:id="9001" %s><w:r><w:delText xml:space="preserve">%s</w:delText></w:r></w:del>' % (at, esc(old)) +
                '<w:ins w:id="9002" %s>%s</w:ins>' % (at, run(new)) + run(t[i + len(old):]))
    put(s, whole(cut((s, e)), "", wrap))
def tracked_deleted(text):
    """a whole paragraph deleted with Track Changes on"""
    s, e = para(text)
    at = 'w:id="9003" w:author="Văn thư" w:date="2026-03-01T08:00:00Z"'
    x = whole(doc[s:e], "", lambda _: '<w:del %s><w:r><w:delText xml:space="preserve">%s</w:delText></w:r></w:del>' % (at, esc(plain(doc[s:e]))))
    x = x.replace("</w:pPr>", '<w:rPr><w:del %s/></w:rPr></w:pPr>' % at, 1)
    cut((s, e)); put(s, x)
def comment(text, words, who="Lãnh đạo"):
    s, e = para(text)
    x = doc[s:e].replace("</w:p>", '<w:r><w:commentReference w:id="7"/></w:r></w:p>')
    cut((s, e)); put(s, x)
    parts["word/comments.xml"] = ('<?xml version="1.0" encoding="UTF-8"?><w:comments xmlns:w="http://schemas.openxmlformats.org/'
        'wordprocessingml/2006/main"><w:comment w:id="7" w:author="%s"><w:p>%s</w:p></w:comment></w:comments>' % (who, run(words))).encode()
    rels = parts["word/_rels/document.xml.rels"].decode()
    parts["word/_rels/document.xml.rels"] = rels.replace("</Relationships>", '<Relationship Id="rIdC" Type="http://schemas.openxmlformats'
        '.org/officeDocument/2006/relationships/comments" Target="comments.xml"/></Relationships>').encode()
    types = parts["[Content_Types].xml"].decode()
    parts["[Content_Types].xml"] = types.replace("</Types>", '<Override PartName="/word/comments.xml" ContentType="application/vnd.openxml'
        'formats-officedocument.wordprocessingml.comments+xml"/></Types>').encode()
def resaved():
    """as Word saves: runs cut by rsid, proofing marks, smart tags, bookmarks numbered anew"""
    global doc
    def split(m):
        t = m.group(2)
        if len(t) < 12 or "&" in t: return m.group(0)
        i = len(t) // 2
        return ('<w:r w:rsidR="00A1">%s<w:t xml:space="preserve">%s</w:t></w:r><w:proofErr w:type="spellStart"/><w:smartTag w:uri="urn:x" '
                'w:element="place"><w:r w:rsidRPr="00B2">%s<w:t xml:space="preserve">%s</w:t></w:r></w:smartTag><w:proofErr '
                'w:type="spellEnd"/>' % (m.group(1), t[:i], m.group(1), t[i:]))
    doc = re.sub(r"<w:r>((?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?)<w:t(?: xml:space=\"preserve\")?>([^<]*)</w:t></w:r>", split, doc)
    doc = re.sub(r"<w:p>", '<w:p w:rsidR="00C3" w:rsidRDefault="00C3">', doc)
    doc = re.sub(r'(<w:bookmark(?:Start|End) w:id=")(\d+)', lambda m: m.group(1) + str(int(m.group(2)) + 40), doc)
def no_bookmarks():
    global doc
    doc = re.sub(r"<w:bookmark(Start|End)[^>]*/>", "", doc)

def box(text, on, how="clicked", nth=0):
    """the box of a line: "clicked" in Word, "typed" over in place of the control, "state" = only the control's own mark"""
    s, e = para(text, nth)
    x = cut((s, e))
    if how == "typed": x = re.sub(r"<w:sdt>.*?</w:sdt>", run("☑" if on else "☐"), x, count=1, flags=re.S)
    else:
        x = re.sub(r'(<w14:checked w14:val=")[01]', r"\g<1>%d" % on, x, count=1)
        if how == "clicked": x = re.sub("[☐☑]", "☑" if on else "☐", x, count=1)
    put(s, x)
def look(text, word, more, nth=0):
    """only the look of some words changes: run properties as of Ctrl+B; what was set in those runs stays"""
    s, e = para(text, nth)
    x = cut((s, e))
    def one(m):
        if word not in plain(m.group(0)): return m.group(0)
        own = re.search(r"<w:rPr>(.*?)</w:rPr>", m.group(0), re.S)
        own = own.group(1) if own else ""
        t = plain(m.group(0)); i = t.index(word)
        rpr = lambda a: "<w:rPr>%s</w:rPr>" % a if a else ""
        return "".join(run(w, rpr(p)) for w, p in ((t[:i], own), (word, own + more), (t[i + len(word):], own)) if w)
    put(s, re.sub(r"<w:r>(?:(?!</w:r>).)*</w:r>", one, x, flags=re.S))
def table(text):
    s, _ = para(text)
    return doc.rindex("<w:tbl>", 0, s), doc.index("</w:tbl>", s) + 8
def table_moved(text, after):
    x = cut(table(text))
    put(para(after)[1], x)
def table_deleted(text): cut(table(text))
def table_added(after, like, *rows):
    """a copy of another table, with other words and no bookmark"""
    x = re.sub(r"<w:bookmark(Start|End)[^>]*/>", "", doc[slice(*table(like))])
    tr = re.search(r"<w:tr[ >].*?</w:tr>", x, re.S)
    def made(cells):
        it = iter(cells)
        return P.sub(lambda m: whole(m.group(0), next(it, "")), tr.group(0))
    put(para(after)[1], x[:tr.start()] + "".join(made(r) for r in rows) + "</w:tbl>")
def note_changed(old, new):
    n = parts["word/footnotes.xml"].decode()
    assert old in n, "no footnote with " + old
    parts["word/footnotes.xml"] = n.replace(old, new).encode()

def note_added(text, words, id=77):
    """a footnote put in with Ctrl+Alt+F"""
    s, e = para(text)
    x = cut((s, e)).replace("</w:p>", '<w:r><w:footnoteReference w:id="%d"/></w:r></w:p>' % id)
    put(s, x)
    n = parts["word/footnotes.xml"].decode()
    parts["word/footnotes.xml"] = n.replace("</w:footnotes>", '<w:footnote w:id="%d"><w:p><w:r><w:footnoteRef/></w:r>%s</w:p></w:footnote></w:footnotes>'
                                            % (id, run(" " + words))).encode()
def note_deleted(text):
    s, e = para(text)
    put(s, re.sub(r"<w:r>(?:(?!</w:r>).)*<w:footnoteReference[^>]*/></w:r>", "", cut((s, e)), count=1, flags=re.S))

for step in sys.argv[3:]: eval(step)
parts["word/document.xml"] = doc.encode()
with zipfile.ZipFile(dst, "w", zipfile.ZIP_DEFLATED) as o:
    for n in ["[Content_Types].xml"] + [n for n in parts if n != "[Content_Types].xml"]: o.writestr(n, parts[n])
