/* test_outputs.c - what leaves Sen is safe whatever came in: hostile documents and cells through html, csv and json. */
#include "core/base/file.h"
#include "core/base/text.h"
#include "core/plug/load.h"
#include "core/press/scope.h"
#include "tests/unit/harness.h"
#include <jansson.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static Registry *registry;

static void begin(void)
{
    const char *bin = getenv("SEN_BIN");
    char place[1000];
    snprintf(place, sizeof place, "%s/plugins", bin ? bin : "build");
    registry = registry_new();
    load_plugins(registry, &(LoadPlaces){.install = place});
}

static void end(void) { registry_free(registry); }

static int render_doc(const char *id, const Doc *d, Buf *out, Findings *f)
{
    const Output *o = registry_output(registry, id);
    OutputOption options[] = {{str_of("title"), str_of("</title><script>x</script>")}, {str_of("description"),
        str_of("\"><b onx=1>")}};
    OutputJob job = {.doc = d, .options = options, .n_options = 2, .file = "thu"};
    Err e = {0};
    int rc = o ? registry_render(registry, o, &job, out, f, &e) : -1;
    if (rc != 0) printf("# %s: %d %s\n", id, e.code, e.arg[1]);
    return rc;
}

/* --- html is well formed and holds only what the renderer prints --- */

static int is_known(const char *name, size_t n, const char *const *list)
{
    for (; *list; list++)
        if (strlen(*list) == n && !memcmp(*list, name, n)) return 1;
    return 0;
}

static const char *const tags[] = {"!DOCTYPE", "html", "head", "meta", "title", "style", "body", "main", "section", "p", "h1",
    "h2", "h3",
    "h4", "h5", "h6", "ul", "ol", "li", "span", "blockquote", "pre", "code", "hr", "div", "table", "caption", "thead", "tbody",
    "tr",
    "th", "td", "em", "strong", "del", "a", "br", "sup", "img", NULL};
static const char *const attributes[] = {"html", "lang", "charset", "http-equiv", "content", "name", "class", "id",
    "data-origin", "role",
    "aria-label", "tabindex", "scope", "href", "rel", "title", "start", "value", "alt", "src", NULL};

/* Returns NULL, or what is wrong. */
static const char *inspect(const char *s)
{
    static char why[200];
    for (const char *p = s; *p;) {
        if ((unsigned char)*p < 0x20 && *p != '\n' && *p != '\t') return "control character";
        if (*p == '>' || *p == '"' || *p == '\'') {
            const char *style = strstr(s, "<style>"), *end = strstr(s, "</style>");
            if (!(style && p > style && p < end)) return "bare > or quote in text";
        }
        if (*p != '<') {
            p++;
            continue;
        }
        p++;
        if (*p == '/') p++;
        size_t n = strcspn(p, " >\n");
        snprintf(why, sizeof why, "tag %.40s", p);
        if (!is_known(p, n, tags)) return why;
        p += n;
        while (*p == ' ') {
            p++;
            n = strcspn(p, "= >");
            snprintf(why, sizeof why, "attribute %.40s", p);
            if (!is_known(p, n, attributes)) return why;
            int href = n == 4 && !memcmp(p, "href", 4);
            p += n;
            if (*p != '=') continue;
            if (p[1] != '"') return "attribute without quotes";
            p += 2;
            snprintf(why, sizeof why, "href %.40s", p);
            if (href && strncmp(p, "http://", 7) && strncmp(p, "https://", 8) && strncmp(p, "mailto:", 7) && strncmp(p, "tel:",
                4) &&
                strncasecmp(p, "HTTP", 4) && (memchr(p, ':', strcspn(p, "/?#\"")) || !strncmp(p, "//", 2)))
                return why;
            n = strcspn(p, "\"<>");
            if (p[n] != '"') return "bare < or > in an attribute";
            p += n + 1;
        }
        if (*p != '>') return "tag without end";
        p++;
    }
    return NULL;
}

static void check_html(const Doc *d, const char *name)
{
    Buf out = {0};
    if (render_doc("html", d, &out, NULL) != 0) test_check(0, name, __FILE__, __LINE__);
    const char *bad = inspect(buf_text(&out));
    if (bad) printf("# %s: %s\n", name, bad);
    test_check(!bad && text_valid(buf_text(&out), out.n, NULL), name, __FILE__, __LINE__);
    buf_free(&out);
}

static const char *const hostile[] = {
    "<script>alert(1)</script>", "a <img src=x onerror=alert(1)> b", "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))",
    "[x](&#1;javascript:alert(1))", "[x](java&#10;script:alert(1))", "[x](vbscript:x)", "[x](data:text/html,<script>)",
    "[x](//evil.example)",
    "[x](\\\\\\\\evil)", "[x](feed:x) [x](jar:x) [x](ms-word:x) [x](intent:x)", "[x](http://a\"onmouseover=alert(1))",
    "[x](<http://a b> \"t\\\"><script>\")", "![a\"onerror=x](x.png)", "![x](http://evil/x.png)", "![x](../../etc/passwd)",
    "![x](file:///etc/passwd)",
    "``` \"><script>\nx\n```", "```html onload=x\n<script>\n```", "# <b>x</b> {#\"onx=1}", "::: \"><script> onx=1\nx\n:::",
    "::: note \"><script>\nx\n:::",
    "| <b>a</b> | \"x |\n|---|---|\n| <script>| '>|", "- [x] <input onfocus=x>", "[^1]\n\n[^1]: <script>x</script>",
    "[^\"><b>]\n\n[^\"><b>]: x",
    "&lt;script&gt; &#60;script&#62; &quot; &#x22;", "&#xFFFE; &#xFFFF; &#8; &#x202E;abc", "<!-- --><![CDATA[ ]]><?php ?>",
    "<http://a\"b> <javascript:x>",
    "a\\\nb  \nc", "x\x7f\xC2\x85y", "[javascript:alert(1)](javascript&colon;alert(1))", "[x](javascript%3Aalert(1))",
    "[x](#\"onx)",
    "[x](mailto:a@b?subject=\"<script>)", "<a href=x>y</a>", "**<b>** ~~<s>~~ *<i>* `<code>`", "</main></body><script>",
};

TEST(hostile_documents_in_html)
{
    begin();
    for (size_t i = 0; i < sizeof hostile / sizeof *hostile; i++) {
        Arena *a = arena_new();
        Findings f;
        Err e = {0};
        DocOptions o = {.file = "x.md"};
        findings_init(&f, a);
        Doc *d = doc_parse(str_of(hostile[i]), &o, a, &f, &e);
        if (d) {
            doc_filter(d, &f, "x.md");
            check_html(d, hostile[i]);
        }
        findings_free(&f);
        arena_free(a);
    }
    end();
}

/* Trees as a filled template gives them: the texts never went through the filter. */
static unsigned long seed = 20260101;

static unsigned pick(unsigned most)
{
    seed = seed * 6364136223846793005UL + 1442695040888963407UL;
    return (unsigned)(seed >> 33) % most;
}

static Str random_text(Arena *a)
{
    static const char *const pieces[] = {"<", ">", "\"", "'", "&", "&lt;", "javascript:", "script", "onx=", " ", "\n", "\t",
        "\x01", "\x1b[31m", "\x7f",
        "\xC2\x85", "\xE2\x80\xAE", "\xEF\xBF\xBE", "ế", "Đ", "𝄞", "=", "+", "-", "@", ",", ";", "/", "\\", "://", "%3A", "{",
        "}", "]]>", "-->", "`", "#", "0"};
    Buf b = {0};
    for (unsigned n = pick(12); n > 0; n--) buf_puts(&b, pieces[pick(sizeof pieces / sizeof *pieces)]);
    Str s = {arena_text(a, buf_text(&b), b.n), b.n};
    buf_free(&b);
    return s;
}

static DocNode *add(Arena *a, DocNode *parent, DocKind kind)
{
    DocNode *n = doc_node(a, kind);
    n->text = random_text(a);
    n->url = random_text(a);
    n->title = random_text(a);
    n->info = random_text(a);
    n->origin = arena_text(a, n->title.p, n->title.n);
    n->level = (uint8_t)pick(9);
    n->align = (uint8_t)pick(5);
    n->check = (uint8_t)pick(3);
    n->start = (int)pick(5);
    n->ordered = (uint8_t)pick(2);
    n->tight = (uint8_t)pick(2);
    n->header = (uint8_t)pick(2);
    doc_append(parent, n);
    return n;
}

static Doc *random_doc(Arena *a)
{
    static const DocKind blocks[] = {DOC_HEADING, DOC_PARAGRAPH, DOC_QUOTE, DOC_LIST, DOC_CODE_BLOCK, DOC_HTML_BLOCK, DOC_RULE,
        DOC_TABLE,
                                     DOC_DIV, DOC_FOOTNOTE};
    static const DocKind inlines[] = {DOC_TEXT, DOC_SOFT_BREAK, DOC_BREAK, DOC_CODE, DOC_HTML, DOC_EMPH, DOC_LINK, DOC_IMAGE,
        DOC_NOTE_REF};
    Doc *d = arena_alloc(a, sizeof *d);
    *d = (Doc){.arena = a, .root = doc_node(a, DOC_ROOT)};
    for (unsigned n = 1 + pick(5); n > 0; n--) {
        DocNode *b = add(a, d->root, blocks[pick(10)]), *in = b;
        if (b->kind == DOC_LIST) in = add(a, add(a, b, DOC_ITEM), DOC_PARAGRAPH);
        else if (b->kind == DOC_TABLE) in = add(a, add(a, b, DOC_ROW), DOC_CELL);
        else if (b->kind == DOC_QUOTE || b->kind == DOC_DIV || b->kind == DOC_FOOTNOTE) in = add(a, b, DOC_PARAGRAPH);
        if (in->kind == DOC_CODE_BLOCK || in->kind == DOC_HTML_BLOCK || in->kind == DOC_RULE) continue;
        for (unsigned k = pick(5); k > 0; k--) {
            DocNode *i = add(a, in, inlines[pick(9)]);
            if (i->kind == DOC_EMPH || i->kind == DOC_LINK || i->kind == DOC_IMAGE) add(a, i, DOC_TEXT);
        }
    }
    return d;
}

TEST(random_trees_in_html_and_json)
{
    begin();
    Arena *a = arena_new();
    for (int i = 0; i < 3000; i++) {
        Doc *d = random_doc(a);
        Buf out = {0};
        json_error_t at;
        check_html(d, "random tree");
        INT_EQ(0, render_doc("json", d, &out, NULL));
        json_t *j = json_loadb(buf_text(&out), out.n, 0, &at);
        if (!j) printf("# json: %s\n", at.text);
        OK(j != NULL);
        json_decref(j);
        buf_free(&out);
        arena_reset(a);
    }
    arena_free(a);
    end();
}

TEST(the_style_hash_is_that_of_the_style)
{
    begin();
    Arena *a = arena_new();
    Doc *d = random_doc(a);
    Buf out = {0};
    INT_EQ(0, render_doc("html", d, &out, NULL));
    const char *from = strstr(buf_text(&out), "<style>") + 7, *to = strstr(from, "</style>");
    unsigned char sum[crypto_hash_sha256_BYTES];
    char text[64], want[100];
    crypto_hash_sha256(sum, (const unsigned char *)from, (unsigned long long)(to - from));
    sodium_bin2base64(text, sizeof text, sum, sizeof sum, sodium_base64_VARIANT_ORIGINAL);
    snprintf(want, sizeof want, "'sha256-%s'", text);
    OK(strstr(buf_text(&out), want) != NULL);
    if (!strstr(buf_text(&out), want)) printf("# style_hash should be %s\n", want);
    buf_free(&out);
    arena_free(a);
    end();
}

/* --- csv --- */

static int render_columns(const char *id, const Value *rows, const char *columns, Buf *out)
{
    OutputOption option = {str_of("columns"), str_of(columns)};
    OutputJob job = {.model = rows, .options = &option, .n_options = 1, .file = "thu"};
    Err e = {0};
    return registry_render(registry, registry_output(registry, id), &job, out, NULL, &e);
}

static int render_rows(const char *id, const Value *rows, Buf *out) { return render_columns(id, rows, "", out); }

static Value row_of(Arena *a, const Value *cells, uint32_t n)
{
    static const char *const names[] = {"a", "b", "c", "d"};
    ValuePair *p = arena_alloc(a, n * sizeof *p);
    for (uint32_t i = 0; i < n; i++) p[i] = (ValuePair){str_of(names[i]), &cells[i]};
    return (Value){.type = VAL_MAP, .count = n, .u.map = p};
}

/* Reads one cell by RFC 4180; returns what follows it, NULL when malformed. */
static const char *read_cell(const char *p, Buf *cell)
{
    buf_clear(cell);
    if (*p != '"') {
        while (*p && *p != ',' && *p != '\r') {
            if (*p == '"' || *p == '\n') return NULL;
            buf_putc(cell, *p++);
        }
        return p;
    }
    for (p++; *p; p++) {
        if (*p == '"' && p[1] != '"') return p + 1;
        if (*p == '"') p++;
        buf_putc(cell, *p);
    }
    return NULL;
}

static int is_formula(const char *s)
{
    static const char *const starts[] = {"=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"};
    while (*s == ' ') s++;
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (!strncmp(s, starts[i], strlen(starts[i]))) return 1;
    return 0;
}

TEST(cells_never_become_formulas)
{
    begin();
    Arena *a = arena_new();
    Buf cell = {0};
    for (int i = 0; i < 3000; i++) {
        Value cells[3], row, rows;
        for (int k = 0; k < 3; k++) cells[k] = value_text(random_text(a));
        row = row_of(a, cells, 3);
        rows = (Value){.type = VAL_LIST, .count = 1, .u.list = &row};
        Buf out = {0};
        INT_EQ(0, render_columns("csv", &rows, "a,b,c", &out));
        const char *p = buf_text(&out) + strlen("\xEF\xBB\xBF" "a,b,c\r\n");
        OK(!strncmp(buf_text(&out), "\xEF\xBB\xBF" "a,b,c\r\n", 10));
        for (int k = 0; k < 3 && p; k++) {
            p = read_cell(p, &cell);
            OK(p != NULL);
            OK(!is_formula(buf_text(&cell)));
            if (p && k < 2) OK(*p++ == ',');
        }
        OK(p && !strcmp(p, "\r\n"));
        buf_free(&out);
        arena_reset(a);
    }
    buf_free(&cell);
    arena_free(a);
    end();
}

TEST(values_in_csv_read_as_on_a_page)
{
    begin();
    Arena *a = arena_new();
    Value texts[] = {value_text(str_of("một")), value_text(str_of("hai"))};
    Value all[] = {value_int(-1234567), value_number(62.5), value_number(-0.1), value_number(1e9), value_bool(1),
        value_date(date_of(2026, 2, 5)),
                   {.type = VAL_WORD, .u.text = str_of("xa"), .x.label = "xã"}, {.type = VAL_LIST, .count = 2, .u.list = texts}};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        Value row = row_of(a, &all[i], 1);
        Buf out = {0}, want = {0}, cell = {0};
        INT_EQ(0, render_rows("csv", &row, &out));
        read_cell(buf_text(&out) + 6, &cell);
        scope_print(&all[i], &want);
        STR_EQ(buf_text(&want), buf_text(&cell));
        buf_free(&out);
        buf_free(&want);
        buf_free(&cell);
    }
    arena_free(a);
    end();
}

static int get_task(const void *self, Str field, Value *out)
{
    (void)self;
    if (str_is(field, "lead")) *out = value_text(str_of("Hội Phụ nữ"));
    else if (str_is(field, "due") || str_is(field, "xyz")) *out = value_none();
    else return 0;
    return 1;
}

static const char *const *list_task(const void *self, size_t *n)
{
    static const char *const names[] = {"lead", "due", "xyz"};
    (void)self;
    *n = 3;
    return names;
}

TEST(columns_have_names_people_know_and_empty_ones_are_left_out)
{
    static const ObjectType type = {.name = "task", .get = get_task, .fields = list_task};
    begin();
    Value row = {.type = VAL_OBJECT, .u.self = &type, .x.type = &type}, rows = {.type = VAL_LIST, .count = 1, .u.list = &row};
    Buf out = {0}, asked = {0};
    INT_EQ(0, render_rows("csv", &rows, &out));
    STR_EQ("\xEF\xBB\xBF" "chủ trì\r\nHội Phụ nữ\r\n", buf_text(&out));
    INT_EQ(0, render_columns("csv", &rows, "due, xyz", &asked));
    STR_EQ("\xEF\xBB\xBF" "hạn,xyz\r\n,\r\n", buf_text(&asked));
    buf_free(&out);
    buf_free(&asked);
    end();
}

/* A task that names its item, and an item that names its task. */
typedef struct Pair { const struct Pair *other; const char *id; } Pair;
static int get_pair(const void *self, Str field, Value *out);
static const char *const *list_pair(const void *self, size_t *n);
static const ObjectType pair_type = {.name = "pair", .get = get_pair, .fields = list_pair};
static int get_pair(const void *self, Str field, Value *out)
{
    const Pair *p = self;
    if (str_is(field, "id")) *out = value_text(str_of(p->id));
    else if (str_is(field, "other")) *out = (Value){.type = VAL_OBJECT, .u.self = p->other, .x.type = &pair_type};
    else return 0;
    return 1;
}
static const char *const *list_pair(const void *self, size_t *n)
{
    static const char *const names[] = {"id", "other"};
    (void)self;
    *n = 2;
    return names;
}

TEST(objects_that_name_each_other_end)
{
    begin();
    Pair a = {NULL, "mot"}, b = {&a, "hai"};
    a.other = &b;
    Value v = {.type = VAL_OBJECT, .u.self = &a, .x.type = &pair_type};
    Buf out = {0};
    INT_EQ(0, render_rows("json", &v, &out));
    STR_EQ("{\"schema\":\"sen-data/1\",\"items\":{\n\"id\":\"mot\",\n\"other\":{\"id\":\"hai\"}}}\n", buf_text(&out));
    buf_free(&out);
    end();
}
