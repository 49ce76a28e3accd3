/* back_statement.c - changes made in Word as statements of the unit's ward.lua; knows no template. */
#include "core/app/back_take.h"
#include "core/app/replaced.h"
#include <string.h>

int back_not_there(const BackTake *t, const char *what, Err *e)
{
    return err_set(e, SEN8235, "%lld" ARG "%s", (long long)t->p->id, what);
}

/* --- statements --- */

const char *back_file_name(const StoreProposal *p)
{
    const char *file = strstr(p->source, ": ");
    return file ? file + 2 : p->source;
}

static const char *why(const BackTake *t)
{
    Cli *c = t->s->c;
    if (cli_has(c, OPT_WHY) && *c->opt[OPT_WHY]) return c->opt[OPT_WHY];
    return arena_print(c->arena, cli_word(c, "Sửa trong Word (%s)", "Edited in Word (%s)"), back_file_name(t->p));
}

static Spelling spelling(const BackTake *t) { return t->s->c->lang == LANG_EN ? SPELL_EN : SPELL_VI; }

/* An earlier statement about the same field gives way, as with `sen edit`. */
static int append(BackTake *t, const Buf *statement, Err *e)
{
    Buf added = {0};
    Buf *text = edits_begin(t->x, arena_print(t->s->c->arena, "units/%s/scripts/ward.lua", t->p->unit), (Str){"", 0}, e);
    if (!text) return -1;
    if (text->n && text->p[text->n - 1] != '\n') buf_putc(text, '\n');
    replaced_take(text, buf_view(statement), &added);
    buf_str(text, buf_view(&added));
    if (text->n && text->p[text->n - 1] != '\n') buf_putc(text, '\n');
    buf_free(&added);
    return 0;
}

static int address_of(const BackTake *t, const char *address, const char *field, Address *a)
{
    const Entity *en = back_entity(t->m, str_of(address));
    if (!en) return -1;
    *a = (Address){.kind = (int)en->kind, .entity = en, .field = -1};
    if (field) a->field = word_find_field(en->kind, field, strlen(field));
    return field && a->field < 0 ? -1 : 0;
}

int back_write_edit(BackTake *t, const char *address, const char *field, const char *value, Err *e)
{
    Address a;
    Buf b = {0};
    if (address_of(t, address, field, &a)) return back_not_there(t, address, e);
    int rc = edit_write_edit(&a, value, why(t), spelling(t), &b, e);
    if (rc == 0) rc = append(t, &b, e);
    buf_free(&b);
    return rc;
}

int back_write_remove(BackTake *t, const char *address, Err *e)
{
    Address a;
    Buf b = {0};
    if (address_of(t, address, NULL, &a)) return back_not_there(t, address, e);
    int rc = edit_write_remove(&a, why(t), spelling(t), &b, e);
    if (rc == 0) rc = append(t, &b, e);
    buf_free(&b);
    return rc;
}

int back_write_item(BackTake *t, const char *path, const char *title, const char *const *fields, size_t n, Err *e)
{
    Buf b = {0};
    int rc = edit_write_add(KIND_ITEM, path, title, fields, n, why(t), spelling(t), &b, e);
    if (rc == 0) rc = append(t, &b, e);
    buf_free(&b);
    return rc;
}
