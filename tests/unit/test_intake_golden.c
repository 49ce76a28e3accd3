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
        else printf("# %s %s missing: %s\n", name, NAMES[category], t.v[i]);
    }
    for (size_t i = 0; i < g.n; i++)
        if (!set_has(&t, g.v[i])) printf("# %s %s extra: %s\n", name, NAMES[category], g.v[i]);
    double r = t.n + g.n ? 2.0 * (double)hit / (double)(t.n + g.n) : 1;
    set_clear(&t);
    set_clear(&g);
    return r;
}

static double score(const char *text_path, const char *truth_path, const char *name)
{
    Buf raw = {0}, utf8 = {0};
    Err e = {0};
    Plan *p = NULL;
    double sum = 0;
    json_error_t je;
    json_t *truth = json_load_file(truth_path, 0, &je), *got = NULL;
    OK(truth);
    if (!truth || file_read(text_path, NULL, 1 << 22, &raw, &e) || intake_decode(raw.p, raw.n, name, &utf8, NULL, &e) ||
        intake_read(buf_view(&utf8), name, &p, NULL, &e)) return 0;
    INT_EQ(0, (long long)intake_lost(buf_view(&utf8), p, NULL));
    Buf json = {0};
    plan_json(p, &json, NULL, NULL);
    got = json_loadb(json.p, json.n, 0, &je);
    OK(got);
    buf_free(&json);
    for (int c = 0; c < CATEGORIES; c++) sum += f1(truth, got, c, name);
    json_decref(truth);
    json_decref(got);
    plan_free(p);
    buf_free(&raw);
    buf_free(&utf8);
    return sum / CATEGORIES;
}

TEST(example_plan_is_read_without_a_fault)
{
    const char *shared = test_shared();
    char text[4200], truth[4200];
    if (!shared) return;
    snprintf(text, sizeof text, "%s/plans/sa-dec-2023.txt", shared);
    snprintf(truth, sizeof truth, "%s/plans/sa-dec-2023.expected.json", shared);
    OK(score(text, truth, "sa-dec-2023") > 0.999);
}

TEST(own_plans_are_read_well)
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
        double s = score(text, truth, names[i]);
        printf("# %.3f %s\n", s, names[i]);
        OK(s > 0.94);
        sum += s;
        plans++;
    }
    file_names_free(names, n);
    OK(plans >= 22);
    printf("# mean %.4f of %zu plans\n", sum / (double)(plans ? plans : 1), plans);
    OK(sum / (double)(plans ? plans : 1) > 0.99);
}
