/* wording.c - the JSON of a thing as words for people; must not know how they are laid out. */
#include "core/app/wording.h"
#include "core/vi/daytext.h"
#include <stdint.h>
#include <stdio.h>
#include <string.h>

static const struct { const char *key, *vi, *en; } heads[] = {
    {"id", "mã", "id"},                          {"text", "việc", "item"},
    {"title", "tên", "title"},                   {"lead", "chủ trì", "lead"},
    {"with", "phối hợp", "with"},                {"due", "hạn", "due"},
    {"clauses", "mục", "clauses"},               {"status", "tình trạng", "status"},
    {"who", "giao cho", "who"},         {"done", "xong", "done"},             {"measure", "đơn vị tính", "measure"},
    {"now", "mới nhất", "now"},         {"targets", "cần đạt", "targets"},    {"indicator", "chỉ tiêu", "indicator"},
    {"period", "kỳ", "period"},                  {"dimensions", "tách theo", "by"},
    {"n", "số", "n"},                            {"d", "mẫu số", "d"},
    {"state", "mức chắc", "state"},              {"on", "ngày", "on"},
    {"channels", "kênh", "channels"},            {"audience", "đối tượng", "audience"},
    {"name", "tên", "name"},                     {"succeeds", "kế thừa", "succeeds"},
    {"kind", "loại", "kind"},                    {"number", "số ký hiệu", "number"},
    {"date", "ngày", "date"},                    {"issuer", "nơi ban hành", "issuer"},
    {"nodes", "mục", "nodes"},                   {"suffix", "đuôi tệp", "suffix"},
    {"reason", "lý do", "reason"},               {"path", "nơi để", "path"},
    {"files", "số tệp", "files"},                {"also", "tên khác", "also"},
    {"from", "từ ngày", "from"},        {"to", "đến ngày", "to"},             {"must_arrive", "phải đến trước", "must arrive"},
    {"evidence", "minh chứng", "evidence"},      {"layer", "lớp", "layer"},
    {"origin", "khai ở", "origin"},              {"task", "nhiệm vụ", "task"},
    {"items", "các việc", "items"},              {"every", "định kỳ", "every"},
    {"times", "số lần", "times"},                {"needs", "cần xong", "needs"},
    {"done_on", "xong ngày", "done on"},         {"times_done", "đã làm", "times done"},
    {"by", "tách theo", "by"},                   {"direction", "hướng", "direction"},
    {"numerator", "tử số", "numerator"},{"denominator", "mẫu số", "denominator"}, {"verified", "đối chiếu", "verified"},
    {"source", "nguồn", "source"},               {"unit", "đơn vị", "unit"},
    {"template", "mẫu", "template"},             {"valid_from", "từ ngày", "valid from"},
    {"valid_to", "đến ngày", "valid to"},        {"approval", "phê duyệt", "approval"},
    {"role", "vai trò", "role"},                 {"parent", "cấp trên", "parent"},
    {"successors", "đơn vị kế tiếp", "successors"}, {"replaced_by", "thay bằng", "replaced by"},
    {"mime", "kiểu", "mime"},                    {"version", "phiên bản", "version"},
};

const char *wording_key(Cli *c, int kind, const char *key)
{
    if (!strcmp(key, "unit") && kind == KIND_INDICATOR) return cli_word(c, "đơn vị tính", "unit");
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        if (!strcmp(heads[i].key, key)) return cli_word(c, heads[i].vi, heads[i].en);
    return key;
}

const char *wording_body(const Model *m, const char *id)
{
    const Entity *e = m && id ? model_find(m, KIND_BODY, id) : NULL;
    const char *name = e ? entity_title(e) : NULL;
    return name && name[0] ? name : id;
}

static int is_body(const char *key) { return !strcmp(key, "lead") || !strcmp(key, "with") || !strcmp(key, "who"); }

static int is_day(const char *s) { return strlen(s) == 10 && s[4] == '-' && s[7] == '-' && strspn(s, "0123456789-") == 10; }

static void text_label(const Cli *c, const Model *m, int kind, const char *key, const char *s, Buf *out)
{
    static const struct { const char *key, *list; } extra[] = {{"level", "level"}, {"sex", "sex"}, {"state", "state"},
                                                               {"by", "dimension"}};
    int at = kind >= 0 ? word_find_field((Kind)kind, key, strlen(key)) : -1;
    const ChoiceList *list = at >= 0 ? word_field((Kind)kind, (size_t)at)->choices : NULL;
    for (size_t i = 0; !list && i < sizeof extra / sizeof *extra; i++)
        if (!strcmp(extra[i].key, key)) list = word_choices(extra[i].list);
    const char *label = list && strcmp(key, "id") ? word_choice_label(list, s, c->lang) : NULL;
    if (!strcmp(key, "status") && !strcmp(s, "loaded")) label = cli_word(c, "đã nạp", "loaded");
    if (!strcmp(key, "status") && !strcmp(s, "refused")) label = cli_word(c, "bị từ chối", "refused");
    if (label) buf_puts(out, label);
    else if (is_body(key)) buf_puts(out, wording_body(m, s));
    else if (is_day(s)) {
        buf_printf(out, "%.2s/%.2s/%.4s", s + 8, s + 5, s);
        Date d = !strcmp(key, "due") || !strcmp(key, "must_arrive") ? date_parse(s, 0) : DATE_NONE;
        if (d != DATE_NONE) buf_printf(out, " (%s)", c->lang == LANG_EN ? daytext_weekday_en(d) : daytext_weekday(d));
    } else buf_puts(out, s);
}

/* An exact figure with the comma Vietnamese readers expect. */
static void real_label(const Cli *c, double d, Buf *out)
{
    char text[40];
    snprintf(text, sizeof text, "%.10g", d);
    for (char *p = text; *p; p++) buf_putc(out, *p == '.' && c->lang == LANG_VI ? ',' : *p);
}

/* {level, year, value, unit} -> "quốc gia 2025: 60 %" */
static int target_label(const Cli *c, const json_t *v, Buf *out)
{
    static const char *const keys[] = {"level", "year", "value", "unit"};
    for (size_t i = 0; i < 4; i++) {
        const json_t *x = json_object_get(v, keys[i]);
        if (!x && i < 3) return 0;
        if (!x || json_is_null(x)) continue;
        if (i == 2) buf_putc(out, ':');
        if (i) buf_putc(out, ' ');
        wording_value(c, NULL, -1, keys[i], x, out);
    }
    return 1;
}

void wording_value(const Cli *c, const Model *m, int kind, const char *key, const json_t *v, Buf *out)
{
    size_t i, from = out->n;
    json_t *x;
    const char *name;
    if (json_is_object(v) && !strcmp(key, "origin")) {
        const char *file = json_string_value(json_object_get(v, "file"));
        buf_printf(out, "%s:%lld", file ? file : "", (long long)json_integer_value(json_object_get(v, "line")));
        return;
    }
    switch (json_typeof(v)) {
    case JSON_STRING: text_label(c, m, kind, key, json_string_value(v), out); break;
    case JSON_INTEGER: buf_printf(out, "%lld", (long long)json_integer_value(v)); break;
    case JSON_REAL: real_label(c, json_real_value(v), out); break;
    case JSON_TRUE: buf_puts(out, cli_word(c, "xong", "yes")); break;
    case JSON_FALSE: buf_puts(out, "–"); break;
    case JSON_ARRAY:
        json_array_foreach((json_t *)(uintptr_t)v, i, x) {
            if (out->n > from) buf_puts(out, json_is_object(x) ? "; " : ", ");
            wording_value(c, m, kind, key, x, out);
        }
        break;
    case JSON_OBJECT:
        if (!strcmp(key, "targets") && target_label(c, v, out)) break;
        json_object_foreach((json_t *)(uintptr_t)v, name, x) {
            if (json_is_null(x)) continue;
            if (out->n > from && out->p[out->n - 1] != ' ') buf_putc(out, ' ');
            wording_value(c, m, kind, name, x, out);
        }
        break;
    case JSON_NULL: break;
    }
}
