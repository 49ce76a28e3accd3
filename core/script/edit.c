/* edit.c - the text of one statement, in the unit's spelling, as a person would write it. */
#include "core/script/edit.h"
#include "core/base/text.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *spelled(const char *en, const char *vi, Spelling sp) { return sp == SPELL_EN ? en : vi; }
static const char *kind_word(Kind k, Spelling sp) { return spelled(word_kind(k)->name, word_kind(k)->alias, sp); }
static const char *verb_word(Verb v, Spelling sp) { return spelled(word_verb(v)->name, word_verb(v)->alias, sp); }
static const char *field_word(const Field *f, Spelling sp) { return spelled(f->name, f->alias, sp); }

/* A Lua string of NFC text; hidden characters become spaces. */
static void put_quoted(const char *s, size_t n, Buf *out)
{
    Buf b = {0};
    if (text_nfc(s, n, &b)) buf_clear(&b);
    buf_putc(out, '"');
    for (size_t i = 0; i < b.n; i++) {
        unsigned char c = (unsigned char)b.p[i];
        if (c == '"' || c == '\\') buf_putc(out, '\\');
        if (c == '\n') buf_puts(out, "\\n");
        else buf_putc(out, c < 0x20 || c == 0x7F ? ' ' : (char)c);
    }
    buf_putc(out, '"');
    buf_free(&b);
}

/* The word of a closed list in the spelling; the text itself when it is no such word. */
static void put_word(const Field *f, const char *s, size_t n, Spelling sp, Buf *out)
{
    const Choice *c = word_find_choice(f->choices, s, n);
    if (c) put_quoted(spelled(c->name, c->alias, sp), strlen(spelled(c->name, c->alias, sp)), out);
    else put_quoted(s, n, out);
}

static void trim(const char **s, size_t *n)
{
    while (*n && **s == ' ') (*s)++, (*n)--;
    while (*n && (*s)[*n - 1] == ' ') (*n)--;
}

/* "a, b; c" as { "a", "b", "c" }: commas part ids and choices, semicolons part texts that may hold commas. */
static void put_list(const Field *f, const char *s, Spelling sp, Buf *out)
{
    int by_comma = f->type != FIELD_TEXTS || !strchr(s, ';');
    size_t count = 0;
    buf_putc(out, '{');
    while (*s) {
        size_t k = strcspn(s, by_comma ? ",;" : ";"), n = k;
        const char *one = s;
        trim(&one, &n);
        if (n) {
            buf_puts(out, count++ ? ", " : " ");
            put_word(f, one, n, sp, out);
        }
        s += k + (s[k] != 0);
    }
    buf_puts(out, count ? " }" : "}");
}

static int is_list(const Field *f)
{
    return f->type == FIELD_TEXTS || f->type == FIELD_IDS || f->type == FIELD_CHOICES || f->type == FIELD_TARGETS;
}

static int put_number(const Field *f, const char *value, Buf *out, Err *e)
{
    Buf plain = {0};
    for (const char *p = value; *p; p++) {
        if (*p == ' ' || (*p == '.' && f->type == FIELD_INT)) continue;      /* 5.000.000 */
        buf_putc(&plain, *p == ',' ? '.' : *p);
    }
    char *end;
    strtod(buf_text(&plain), &end);
    int bad = !plain.n || *end || strspn(buf_text(&plain), "0123456789.-") != plain.n;
    if (!bad) buf_str(out, buf_view(&plain));
    buf_free(&plain);
    return bad ? err_set(e, SEN3105, "%s" ARG "%s" ARG "%.60s" ARG "%s", f->both, word_type_both(f->type), value,
                         f->example) : 0;
}

/* An address («III.8.3», «kh-ubnd-2026:II.1») or a phrase to find; "+" adds it to the clauses there, "-" takes it from them. */
static void put_clause(const char *value, Spelling sp, Buf *out)
{
    int list = *value == '+' || *value == '-';
    if (list) {
        buf_printf(out, "%s { ", verb_word(*value == '+' ? VERB_ADD : VERB_REMOVE, sp));
        value++;
        value += strspn(value, " ");
    }
    const char *colon = strchr(value, ':'), *address = colon ? colon + 1 : value;
    if (!*address || strspn(address, "IVXLCPĐđ0123456789.abcdegh") != strlen(address))
        buf_puts(out, spelled("find ", "tim_muc ", sp));
    put_quoted(value, strlen(value), out);
    if (list) buf_puts(out, " }");
}

static int put_value(const Field *f, const char *value, Spelling sp, Buf *out, Err *e)
{
    if (f->flags & FLAG_COMPUTED) return err_set(e, SEN3117, "%s", field_word(f, sp));
    if (is_list(f)) {
        if (*value == '+' || *value == '-') {
            buf_puts(out, verb_word(*value == '+' ? VERB_ADD : VERB_REMOVE, sp));
            buf_putc(out, ' ');
            value++;
        }
        put_list(f, value, sp, out);
        return 0;
    }
    switch (f->type) {
    case FIELD_INT: case FIELD_NUMBER: return put_number(f, value, out, e);
    case FIELD_BOOL: {
        int yes = !strcmp(value, "true") || text_same_folded(value, "có");
        int no = !strcmp(value, "false") || text_same_folded(value, "không");
        if (!yes && !no)
            return err_set(e, SEN3105, "%s" ARG "true hoặc false" ERR_BOTH "true or false" ARG "%.60s" ARG "true", f->both,
                           value);
        buf_puts(out, yes ? "true" : "false");
        return 0;
    }
    case FIELD_CLAUSE: put_clause(value, sp, out); return 0;
    case FIELD_FUNCTION: case FIELD_MAP: case FIELD_ONLY: case FIELD_ITEMS:
        return err_set(e, SEN3105, "%s" ARG "%s" ARG "%.60s" ARG "%s", f->both, word_type_both(f->type), value,
                       f->example);
    default:
        put_word(f, value, strlen(value), sp, out);
        return 0;
    }
}

static void put_head(Verb v, Kind k, const char *path, Spelling sp, Buf *out)
{
    buf_printf(out, "%s.%s ", verb_word(v, sp), kind_word(k, sp));
    put_quoted(path, strlen(path), out);
    buf_puts(out, " { ");
}

static void put_why(const char *why, Spelling sp, Buf *out)
{
    buf_printf(out, "%s = ", field_word(word_statement_field(WORD_WHY), sp));
    put_quoted(why, strlen(why), out);
}

static int need_why(Verb v, const Address *a, const char *why, Err *e)
{
    if (why && why[strspn(why, " ")]) return 0;
    return err_set(e, SEN3119, "%s" ARG "%s" ARG "%s", word_verb(v)->both, word_kind((Kind)a->kind)->both, a->entity->path);
}

int edit_write_edit(const Address *a, const char *value, const char *why, Spelling sp, Buf *out, Err *e)
{
    if (a->kind == ADDRESS_NODE || !a->entity) return err_set(e, SEN3135, "%s", a->node);
    if (a->field < 0) return err_set(e, SEN3130, "%s" ARG "%s", word_kind((Kind)a->kind)->both, a->entity->path);
    if (need_why(VERB_EDIT, a, why, e)) return -1;
    const Field *f = word_field((Kind)a->kind, (size_t)a->field);
    Buf b = {0};
    put_head(VERB_EDIT, (Kind)a->kind, a->entity->path, sp, &b);
    buf_printf(&b, "%s = ", field_word(f, sp));
    int r = put_value(f, value, sp, &b, e);
    buf_puts(&b, ", ");
    put_why(why, sp, &b);
    buf_puts(&b, " }\n");
    if (!r) buf_str(out, buf_view(&b));
    buf_free(&b);
    return r;
}

int edit_write_add(Kind k, const char *path, const char *title, const char *const *fields, size_t n, const char *why,
                   Spelling sp, Buf *out, Err *e)
{
    Buf b = {0};
    int r = 0;
    put_head(VERB_ADD, k, path, sp, &b);
    put_quoted(title, strlen(title), &b);
    for (size_t i = 0; i < n && !r; i++) {
        const char *eq = strchr(fields[i], '=');
        int at = eq ? word_find_field(k, fields[i], (size_t)(eq - fields[i])) : -1;
        char name[65];
        snprintf(name, sizeof name, "%.*s", (int)(eq && eq - fields[i] < 64 ? eq - fields[i] : 64), fields[i]);
        if (at < 0) {
            const char *near = word_near_field(k, name);
            r = near ? err_set(e, SEN3115, "%s" ARG "%s" ARG "%s", name, word_kind(k)->both, near)
                     : err_set(e, SEN3116, "%s" ARG "%s" ARG "%s", name, word_kind(k)->both, word_kind(k)->alias);
            break;
        }
        const Field *f = word_field(k, (size_t)at);
        buf_printf(&b, ", %s = ", field_word(f, sp));
        r = put_value(f, eq + 1, sp, &b, e);
    }
    if (why && *why) {
        buf_puts(&b, ", ");
        put_why(why, sp, &b);
    }
    buf_puts(&b, " }\n");
    if (!r) buf_str(out, buf_view(&b));
    buf_free(&b);
    return r;
}

int edit_write_remove(const Address *a, const char *why, Spelling sp, Buf *out, Err *e)
{
    if (a->kind == ADDRESS_NODE || !a->entity) return err_set(e, SEN3135, "%s", a->node);
    if (need_why(VERB_REMOVE, a, why, e)) return -1;
    put_head(VERB_REMOVE, (Kind)a->kind, a->entity->path, sp, out);
    put_why(why, sp, out);
    buf_puts(out, " }\n");
    return 0;
}
