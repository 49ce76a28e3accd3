/* tree_mark.c - changes that wait, and the mark that stands while files may be mixed. Knows no unit's content. */
#include "core/press/tree_parts.h"
#include "core/base/text.h"
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* --- changes --- */

static void tree_change_free(TreeChange *c)
{
    free(c->unit);
    free(c->name);
    free(c->bytes);
}

void tree_changes_free(TreeChanges *c)
{
    for (size_t i = 0; i < c->n; i++) tree_change_free(&c->v[i]);
    free(c->v);
    *c = (TreeChanges){0};
}

void tree_changes_push(TreeChanges *c, TreeChange one)
{
    if (c->n == c->cap) {
        c->cap = c->cap ? c->cap * 2 : 16;
        c->v = mem_resize(c->v, mem_mul(c->cap, sizeof *c->v));
    }
    c->v[c->n++] = one;
    c->bytes += one.n;
}

void tree_changes_add(TreeChanges *c, const char *unit, const char *name, const Str *bytes, int unknown)
{
    TreeChange one = {mem_copy_text(unit), mem_copy_text(name), NULL, 0, unknown};
    if (bytes) {
        one.bytes = mem_resize(NULL, bytes->n + 1);
        if (bytes->n) memcpy(one.bytes, bytes->p, bytes->n);
        one.bytes[bytes->n] = 0;
        one.n = bytes->n;
    }
    tree_changes_push(c, one);
}

/* --- the mark: there while files may be mixed; it names files that no memory knows yet --- */

/* Caller holds the lock. Written before the first file is touched. */
int tree_mark_set(Tree *t, Err *e)
{
    if (t->marked) return 0;
    t->mark_fd = openat(t->root, TREE_MARK, O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC, 0666);
    if (t->mark_fd < 0 || fsync(t->mark_fd) || fsync(t->own)) return tree_write_fail(t->shown, TREE_DIR, "building", e);
    t->marked = 1;
    return 0;
}

int tree_mark_note(Tree *t, const TreeChange *c, Err *e)
{
    if (!c->unknown) return 0;
    Buf line = {0};
    buf_printf(&line, "%s/%s\n", c->unit, c->name);
    ssize_t n = write(t->mark_fd, line.p, line.n);
    int bad = n != (ssize_t)line.n;
    buf_free(&line);
    return bad ? tree_write_fail(t->shown, TREE_DIR, "building", e) : 0;
}

static void forget_inputs(Tree *t)
{
    for (size_t i = 0; i < map_count(t->memory.units); i++) {
        void *r;
        map_at(t->memory.units, i, &r);
        ((TreeRecord *)r)->inputs = (TreeHash){0, 0};
    }
}

/* What a killed build may have left: its files become known, and no unit counts as fresh until it is built again. */
void tree_mark_read(Tree *t)
{
    Buf b = {0};
    if (faccessat(t->root, TREE_MARK, F_OK, AT_SYMLINK_NOFOLLOW)) return;
    t->interrupted = t->dirty = 1;
    forget_inputs(t);
    if (tree_write_read(t->root, TREE_MARK, TREE_MEMORY_MOST, &b)) return;
    for (char *line = b.p, *end; line && (end = strchr(line, '\n')); line = end + 1) {
        *end = 0;
        char *slash = strchr(line, '/');
        if (!slash) continue;
        *slash = 0;
        if (text_is_id(line) && tree_name_ok(slash + 1))
            tree_memory_file(&t->memory, tree_memory_record(&t->memory, line), slash + 1);
    }
    buf_free(&b);
}
