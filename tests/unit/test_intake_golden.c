/* test_intake_golden.c - every plan of tests/golden/plans against its hand-made truth: six F1 figures, as the contract counts. */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "core/app/plan_json.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include "core/intake/intake.h"
#include "tests/unit/harness.h"

enum { CATEGORIES = 6, MOST = 4000 };
static const char *const NAMES[CATEGORIES] = {"document", "nodes", "legal", "dates", "actors", "targets"};

typedef struct Set { char *v[MOST]; size_t n; } Set;

static void set_add(Set *s, Buf *b)
{
    for (size_t i = 0; i < s->n; i++)
        if (!strcmp(s->v[i], buf_text(b))) return;
    if (s->n < MOST) s->v[s->n++] = mem_copy_text(buf_text(b));
}

static int set_has(const Set *s, const char *x)
{
    for (size_t i = 0; i < s->n; i++)
        if (!strcmp(s->v[i], x)) return 1;
    return 0;
}

static void set_clear(Set *s)
{
    for (size_t i = 0; i < s->n; i++) free(s->v[i]);
    s->n = 0;
}

static const char *str(json_t *o, const char *key)
{
    const char *s = json_string_value(json_object_get(o, key));
    return s ? s : "";
}

/* lower case, letters and digits only, at most `most` of them */
static void letters(const char *s, size_t most, Buf *out)
{
    Buf low = {0};
    uint32_t c;
    text_lower(s, strlen(s), &low);
    for (size_t i = 0, k, n = 0; i < low.n && n < most && (k = text_decode(low.p + i, low.n - i, &c)); i += k)
        if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 0xC0 && c < 0x2000)) {
            buf_add(out, low.p + i, k);
            n++;
        }
    buf_free(&low);
}

static void field(Set *s, const char *name, json_t *v)
{
    Buf b = {0};
    if (json_is_string(v)) {
        buf_printf(&b, "%s=", name);
        letters(json_string_value(v), 10000, &b);
        set_add(s, &b);
    } else if (json_is_integer(v)) {
        buf_printf(&b, "%s=%d", name, (int)json_integer_value(v));
        set_add(s, &b);
    }
    buf_free(&b);
}

static void document_set(json_t *plan, Set *s)
{
    static const char *const F[] = {"type", "attached", "number", "symbol", "place", "subject", "issuer"},
        *const D[] = {"year", "month", "day"}, *const G[] = {"authority", "title", "name"};
    json_t *d = json_object_get(plan, "document"), *v;
    size_t i;
    for (i = 0; i < 7; i++) field(s, F[i], json_object_get(d, F[i]));
    for (i = 0; i < 3; i++) field(s, D[i], json_object_get(json_object_get(d, "date"), D[i]));
    for (i = 0; i < 3; i++) field(s, G[i], json_object_get(json_object_get(d, "signer"), G[i]));
    json_array_foreach(json_object_get(d, "recipients"), i, v) field(s, "recipient", v);
}

static void entry(json_t *o, int category, Buf *b)
{
    if (category == 1) {
        buf_printf(b, "%s ", str(o, "id"));
        letters(str(o, "text"), 40, b);
    } else if (category == 2) buf_printf(b, "%s %s", str(o, "number"), str(o, "date"));
    else if (category == 3) buf_printf(b, "%s %s %s", str(o, "kind"), str(o, "from"), str(o, "to"));
    else if (category == 4) {
        letters(str(o, "name"), 10000, b);
        buf_printf(b, " %s", str(o, "role"));
    } else {
        const char *unit = str(o, "unit");
        buf_printf(b, "%.4f %.*s %s %d", json_number_value(json_object_get(o, "value")), (int)strcspn(unit, " ,"), unit, str(o,
            "direction"), (int)json_integer_value(json_object_get(o, "year")));
    }
}

static void fill(json_t *plan, int category, Set *s)
{
    json_t *o;
    size_t i;
    if (category == 0) {
        document_set(plan, s);
        return;
    }
    json_array_foreach(json_object_get(plan, NAMES[category]), i, o) {
        Buf b = {0};
        entry(o, category, &b);
        set_add(s, &b);
        buf_free(&b);
    }
}

static double f1(json_t *truth, json_t *got, int category, const char *name)
{
    static Set t, g;
    size_t hit = 0;
    fill(truth, category, &t);
    fill(got, category, &g);
    for (size_t i = 0; i < t.n; i++) {
        if (set_has(&g, t.v[i])) hit++;
        else if (name) printf("# %s %s missing: %s\n", name, NAMES[category], t.v[i]);
    }
    for (size_t i = 0; i < g.n; i++)
        if (name && !set_has(&t, g.v[i])) printf("# %s %s extra: %s\n", name, NAMES[category], g.v[i]);
    double r = t.n + g.n ? 2.0 * (double)hit / (double)(t.n + g.n) : 1;
    set_clear(&t);
    set_clear(&g);
    return r;
}

typedef void (*Damage)(Str text, Buf *out);

static double score(const char *text_path, const char *truth_path, const char *name, Damage damage)
{
    Buf raw = {0}, bad = {0}, utf8 = {0}, json = {0};
    Err e = {0};
    Plan *p = NULL;
    double sum = 0;
    json_error_t je;
    json_t *truth = json_load_file(truth_path, 0, &je), *got = NULL;
    OK(truth);
    if (!truth || file_read(text_path, NULL, 1 << 22, &raw, &e)) return 0;
    if (damage) damage(buf_view(&raw), &bad);
    else buf_str(&bad, buf_view(&raw));
    if (intake_decode(bad.p, bad.n, name, &utf8, NULL, &e) || intake_read(buf_view(&utf8), name, &p, NULL, &e)) return 0;
    INT_EQ(0, (long long)intake_lost(buf_view(&utf8), p, NULL));
    for (size_t i = 0; i < p->n_nodes; i++) OK(p->nodes[i].confidence >= 0.5 && p->nodes[i].confidence <= 1);
    plan_json(p, &json, NULL, NULL);
    got = json_loadb(json.p, json.n, 0, &je);
    OK(got);
    for (int c = 0; c < CATEGORIES; c++) sum += f1(truth, got, c, damage ? NULL : name);
    json_decref(truth);
    json_decref(got);
    plan_free(p);
    buf_free(&raw);
    buf_free(&bad);
    buf_free(&utf8);
    buf_free(&json);
    return sum / CATEGORIES;
}

/* --- damage, the same in every run --- */

static int is_table(const char *s, size_t n) { return memchr(s, '\t', n) || memchr(s, '|', n) || memmem(s, n, "   ", 3); }

/* Calls `line` with every line and its number. */
static void each_line(Str t, Buf *out, void (*line)(const char *s, size_t n, size_t no, Buf *out))
{
    for (size_t i = 0, no = 1; i < t.n; no++) {
        const char *nl = memchr(t.p + i, '\n', t.n - i);
        size_t n = nl ? (size_t)(nl - t.p) - i : t.n - i;
        line(t.p + i, n, no, out);
        i += n + 1;
    }
}

/* A line broken at spaces before `width` characters, `lead` before its first piece and `next` before the others. */
static void wrap(const char *s, size_t n, size_t width, const char *lead, const char *next, Buf *out)
{
    size_t from = 0, last = 0, chars = 0;
    if (n && !is_table(s, n)) buf_puts(out, lead);
    for (size_t i = 0; i < n && !is_table(s, n); i++) {
        chars += ((unsigned char)s[i] & 0xC0) != 0x80;
        if (s[i] == ' ') last = i;
        if (chars <= width || last <= from) continue;
        buf_add(out, s + from, last - from);
        buf_puts(out, "\n");
        buf_puts(out, next);
        from = last + 1;
        chars = 0;
        for (size_t k = from; k <= i; k++) chars += ((unsigned char)s[k] & 0xC0) != 0x80;
    }
    buf_add(out, s + from, n - from);
    buf_putc(out, '\n');
}

static void line_wrap70(const char *s, size_t n, size_t no, Buf *out) { (void)no; wrap(s, n, 70, "", "", out); }
static void line_indent(const char *s, size_t n, size_t no, Buf *out) { (void)no; wrap(s, n, 90, "        ", "  ", out); }

static void line_no_blank(const char *s, size_t n, size_t no, Buf *out)
{
    (void)no;
    if (!n || (n == 1 && *s == '\r')) return;
    buf_add(out, s, n);
    buf_putc(out, '\n');
}

static void line_pages(const char *s, size_t n, size_t no, Buf *out)
{
    wrap(s, n, 85, "", "", out);
    if (no % 30 == 0 && !is_table(s, n)) buf_printf(out, "\n%d\n\n", (int)(no / 30) + 1);
}

/* The space after a label is gone, a "-" is a "–", lines end in CRLF. */
static void line_glued(const char *s, size_t n, size_t no, Buf *out)
{
    (void)no;
    size_t k = strcspn(s, " \n");
    int label = k && k < n && k < 5 && strchr(".)", s[k - 1]) && k + 1 < n && ((s[k + 1] >= 'A' && s[k + 1] <= 'Z') ||
        (unsigned char)s[k + 1] == 0xC4);
    if (label) {
        buf_add(out, s, k);
        buf_add(out, s + k + 1, n - k - 1);
    } else if (n > 2 && s[0] == '-' && s[1] == ' ') {
        buf_puts(out, "–");
        buf_add(out, s + 1, n - 1);
    } else buf_add(out, s, n);
    buf_puts(out, "\r\n");
}

/* Every seventh space is one that does not break. */
static void line_nbsp(const char *s, size_t n, size_t no, Buf *out)
{
    size_t spaces = no;
    for (size_t i = 0; i < n; i++) {
        if (s[i] == ' ' && ++spaces % 7 == 0) buf_puts(out, "\xC2\xA0");
        else buf_putc(out, s[i]);
    }
    buf_putc(out, '\n');
}

static void damage_wrap(Str t, Buf *out) { each_line(t, out, line_wrap70); }
static void damage_indent(Str t, Buf *out) { each_line(t, out, line_indent); }
static void damage_blanks(Str t, Buf *out) { each_line(t, out, line_no_blank); }
static void damage_pages(Str t, Buf *out) { each_line(t, out, line_pages); }
static void damage_glue(Str t, Buf *out) { each_line(t, out, line_glued); }
static void damage_nbsp(Str t, Buf *out) { each_line(t, out, line_nbsp); }

TEST(example_plan_is_read_without_a_fault)
{
    const char *shared = test_shared();
    char text[4200], truth[4200];
    if (!shared) return;
    snprintf(text, sizeof text, "%s/plans/sa-dec-2023.txt", shared);
    snprintf(truth, sizeof truth, "%s/plans/sa-dec-2023.expected.json", shared);
    OK(score(text, truth, "sa-dec-2023", NULL) > 0.999);
}

/* The mean over all own plans; printed when it is below `least`. */
static double all_plans(const char *what, Damage damage)
{
    const char *root = getenv("SEN_ROOT");
    char dir[4200], text[8600], truth[8600];
    char **names;
    size_t n, plans = 0;
    double sum = 0;
    Err e = {0};
    snprintf(dir, sizeof dir, "%s/tests/golden/plans", root ? root : ".");
    INT_EQ(0, file_list(dir, NULL, &names, &n, &e));
    for (size_t i = 0; i < n; i++) {
        const char *suffix = path_suffix(names[i]);
        if (strcmp(suffix, ".txt")) continue;
        snprintf(text, sizeof text, "%s/%s", dir, names[i]);
        snprintf(truth, sizeof truth, "%s/%.*s.expected.json", dir, (int)(strlen(names[i]) - strlen(suffix)), names[i]);
        double s = score(text, truth, names[i], damage);
        if (s < 0.9995) printf("# %s %.3f %s\n", what, s, names[i]);
        OK(s > 0.6);
        sum += s;
        plans++;
    }
    file_names_free(names, n);
    OK(plans >= 50);
    printf("# %s: mean %.4f of %zu plans\n", what, sum / (double)(plans ? plans : 1), plans);
    return sum / (double)(plans ? plans : 1);
}

TEST(own_plans_are_read_well) { OK(all_plans("as written", NULL) > 0.995); }

TEST(damaged_copies_of_own_plans_are_read_nearly_as_well)
{
    OK(all_plans("wrapped", damage_wrap) > 0.985);
    OK(all_plans("indented", damage_indent) > 0.985);
    OK(all_plans("without blank lines", damage_blanks) > 0.985);
    OK(all_plans("pages", damage_pages) > 0.98);
    OK(all_plans("glued", damage_glue) > 0.99);
    OK(all_plans("odd spaces", damage_nbsp) > 0.99);
}
