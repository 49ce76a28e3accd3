/* record.c - the offers of an allowed plugin, written as lines and read back; runs nothing. */
#include "core/plug/record.h"
#include <string.h>

enum { FIELDS = 6 };
static const char *const walls[] = {"sealed", "files", "exec"}, *const wants[] = {"", "doc", "model", "either"};

/* --- writing --- */

static int put_field(Buf *b, const char *text)
{
    for (const char *p = text; *p; p++)
        if ((unsigned char)*p < ' ') return -1;
    buf_printf(b, "\t%s", text);
    return 0;
}

static int put_line(Buf *b, const char *const *fields, size_t n)
{
    int bad = 0;
    for (size_t i = 0; i < n; i++) bad |= put_field(b, fields[i]);
    buf_putc(b, '\n');
    return bad;
}

int record_write(const Registry *r, const PluginInfo *info, Buf *lines)
{
    size_t before = lines->n;
    const char *head[] = {info->kind, walls[info->wall], info->version};
    int bad = put_line(lines, head, 3);
    for (size_t i = 0; i < registry_count_outputs(r); i++) {
        const Output *o = registry_output_at(r, i);
        const char *line[] = {"output", o->id, o->suffix, wants[o->wants], o->mime, o->title};
        if (!strcmp(o->plugin, info->name)) bad |= put_line(lines, line, 6);
    }
    for (size_t i = 0; i < registry_count_readers(r); i++) {
        const Reader *rd = registry_reader_at(r, i);
        const char *line[] = {"reader", rd->id, rd->suffixes, rd->title};
        if (!strcmp(rd->plugin, info->name)) bad |= put_line(lines, line, 4);
    }
    if (bad) {
        lines->n = before;
        lines->p[before] = 0;
    }
    return bad ? -1 : 0;
}

/* --- reading --- */

typedef struct Line { Str field[FIELDS]; size_t n; } Line;

/* The next line in *at, split at its tabs. 0 at the end; -1 when it does not begin with a tab or has too many fields. */
static int next_line(const char **at, Line *line)
{
    const char *p = *at;
    if (!*p) return 0;
    size_t all = strcspn(p, "\n");
    *at = p + all + (p[all] == '\n');
    line->n = 0;
    for (const char *end = p + all; p < end;) {
        if (*p++ != '\t' || line->n == FIELDS) return -1;
        size_t n = strcspn(p, "\t\n");
        line->field[line->n++] = (Str){p, n};
        p += n;
    }
    return line->n ? 1 : -1;
}

static int index_of(Str word, const char *const *list, int n)
{
    for (int i = 0; i < n; i++)
        if (list[i][0] && str_is(word, list[i])) return i;
    return -1;
}

static int is_output(const Line *l) { return l->n == 6 && str_is(l->field[0], "output"); }
static int is_reader(const Line *l) { return l->n == 4 && str_is(l->field[0], "reader"); }

int record_sound(const char *lines)
{
    Line l;
    int r = next_line(&lines, &l);
    if (r <= 0 || l.n != 3 || index_of(l.field[1], walls, 3) < 0) return 0;
    while ((r = next_line(&lines, &l)) > 0)
        if (!is_reader(&l) && (!is_output(&l) || index_of(l.field[3], wants, 4) < 0)) return 0;
    return r == 0;
}

int record_serves(const char *lines, const char *const *outputs, size_t n, const char *file)
{
    Line l;
    while (next_line(&lines, &l) > 0) {
        for (size_t i = 0; is_output(&l) && i < n; i++)
            if (str_is(l.field[1], outputs[i])) return 1;
        if (file && is_reader(&l) && registry_suffix_fits(l.field[2], file)) return 1;
    }
    return 0;
}

static const char *kept(Registry *r, Str s) { return arena_text(registry_arena(r), s.p, s.n); }

static int add_line(Registry *r, const PluginInfo *info, const Line *l, const Err *why, Err *e)
{
    if (is_reader(l)) {
        Reader rd = {.id = kept(r, l->field[1]), .suffixes = kept(r, l->field[2]), .title = kept(r, l->field[3]),
                     .plugin = info->name, .version = info->version, .kind = info->kind, .refused = why};
        return registry_add_reader(r, &rd, e);
    }
    Output o = {.id = kept(r, l->field[1]), .suffix = kept(r, l->field[2]), .mime = kept(r, l->field[4]),
                .title = kept(r, l->field[5]), .wants = (OutputWants)index_of(l->field[3], wants, 4), .wall = info->wall,
                .plugin = info->name, .version = info->version, .kind = info->kind, .refused = why};
    return registry_add_output(r, &o, e);
}

int record_add(Registry *r, PluginInfo *info, const char *lines, const Err *why, Err *e)
{
    Line l;
    size_t mark = registry_mark(r);
    if (!record_sound(lines) || next_line(&lines, &l) <= 0) return -1;
    info->kind = kept(r, l.field[0]);
    info->wall = (PluginWall)index_of(l.field[1], walls, 3);
    info->version = kept(r, l.field[2]);
    while (next_line(&lines, &l) > 0)
        if (add_line(r, info, &l, why, e) != 0) {
            registry_withdraw(r, info->name, mark);
            return -1;
        }
    return 0;
}
