/* tree.c - the folder out/: what is fresh, what changed, putting it in place so that a kill at any point does no lasting harm.
 * Does not know what the files hold. */
#include "core/press/tree_parts.h"
#include "core/base/text.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { HELD_MOST = 32 * 1024 * 1024, LOCK_TRIES = 50 };

typedef struct Put { const char *name; uint64_t size, sum; int kept; } Put;     /* kept: not made, the old one stays */

struct TreeUnit {
    Tree *t;
    char *unit;
    TreeHash inputs;
    int dir;                               /* out/UNIT, -1 = not made yet */
    TreeChanges changes;
    Put *puts;                             /* all files of this build, changed or not */
    size_t n_puts, cap_puts, n_kept;
    int incomplete;
};

/* --- opening --- */

static int take_lock(Tree *t, Err *e)
{
    t->lock_fd = openat(t->own, "lock", O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0666);
    if (t->lock_fd < 0) return tree_write_fail(t->shown, TREE_DIR, "lock", e);
    for (int i = 0; flock(t->lock_fd, LOCK_EX | LOCK_NB); i++) {
        if (errno != EWOULDBLOCK && errno != EINTR) return tree_write_fail(t->shown, TREE_DIR, "lock", e);
        if (i == LOCK_TRIES) return err_set(e, SEN4170, "%s", t->shown);
        nanosleep(&(struct timespec){.tv_nsec = 100 * 1000 * 1000}, NULL);
    }
    return 0;
}

static int open_places(Tree *t, const char *dir, Err *e)
{
    if (mkdir(dir, 0777) && errno != EEXIST) return tree_write_fail(t->shown, NULL, NULL, e);
    t->root = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (t->root < 0) return tree_write_fail(t->shown, NULL, NULL, e);
    t->own = tree_write_open_unit(t->root, TREE_DIR, 1, t->shown, e);
    return t->own < 0 ? -1 : take_lock(t, e);
}

Tree *tree_open(const char *dir, const char *shown, const TreeOptions *o, Err *e)
{
    Tree *t = mem_alloc(sizeof *t);
    t->shown = mem_copy_text(shown ? shown : dir);
    t->root = t->own = t->lock_fd = t->mark_fd = -1;
    t->o = *o;
    pthread_mutex_init(&t->lock, NULL);
    tree_memory_init(&t->memory);
    if (open_places(t, dir, e)) {
        tree_abandon(t);
        return NULL;
    }
    unlinkat(t->own, "whole.tmp", 0);
    Buf b = {0};
    if (tree_write_read(t->root, TREE_MEMORY, TREE_MEMORY_MOST, &b) || tree_memory_load(&t->memory, buf_view(&b))) {
        tree_memory_free(&t->memory);
        tree_memory_init(&t->memory);
    }
    buf_free(&b);
    tree_mark_read(t);
    return t;
}

int tree_interrupted(const char *dir)
{
    int root = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC), mixed = 0;
    if (root < 0) return 0;
    if (faccessat(root, TREE_MARK, F_OK, AT_SYMLINK_NOFOLLOW) == 0) {
        int lock = openat(root, TREE_DIR "/lock", O_RDWR | O_NOFOLLOW | O_CLOEXEC);
        mixed = lock < 0 || flock(lock, LOCK_SH | LOCK_NB) == 0;          /* locked = being built right now */
        if (lock >= 0) close(lock);
    }
    close(root);
    return mixed;
}

/* --- units --- */

static int64_t stamp_of(int fd)
{
    struct stat st;
    return fstat(fd, &st) ? 0 : (int64_t)st.st_mtim.tv_sec * 1000000000 + st.st_mtim.tv_nsec;
}

/* The folder changed since: do the files still hold what the memory says? */
static int files_as_known(const TreeRecord *r, int dir)
{
    Buf b = {0};
    int same = 1;
    for (uint32_t i = 0; i < r->n && same; i++) {
        b.n = 0;
        same = tree_write_read(dir, r->files[i].name, (size_t)r->files[i].size, &b) == 0 && b.n == r->files[i].size &&
               tree_sum(buf_text(&b), b.n) == r->files[i].sum;
    }
    buf_free(&b);
    return same;
}

int tree_handle(const Tree *t) { return openat(t->root, ".", O_PATH | O_DIRECTORY | O_CLOEXEC); }

int64_t tree_unit_stamp(const Tree *t, int handle, const char *unit)
{
    struct stat st;
    if (fstatat(handle < 0 ? t->root : handle, unit, &st, AT_SYMLINK_NOFOLLOW) || !S_ISDIR(st.st_mode)) return 0;
    return (int64_t)st.st_mtim.tv_sec * 1000000000 + st.st_mtim.tv_nsec;
}

static int is_fresh(Tree *t, TreeRecord *r, TreeHash inputs, int64_t stamp)
{
    if (!r || r->gone || t->o.verify || (inputs.a == 0 && inputs.b == 0)) return 0;
    if (r->inputs.a != inputs.a || r->inputs.b != inputs.b || (r->day >= 0 && r->day != t->o.day)) return 0;
    if (!stamp) return 0;
    if (stamp == r->stamp) return 1;
    Err e = {0};
    int dir = tree_write_open_unit(t->root, r->unit, 0, t->shown, &e);
    int same = dir >= 0 && files_as_known(r, dir);
    if (dir >= 0) close(dir);
    if (same) {
        r->stamp = stamp;
        t->dirty = 1;
    }
    return same;
}

/* Caller holds the lock. */
static int count_fresh(Tree *t, const char *unit, TreeHash inputs, int64_t stamp)
{
    TreeRecord *r = map_get(t->memory.units, unit);
    if (!is_fresh(t, r, inputs, stamp)) return 0;
    t->counts.units_fresh++;
    t->counts.same += r->n;
    return 1;
}

int tree_unit_is_fresh(Tree *t, const char *unit, TreeHash inputs, int64_t stamp)
{
    pthread_mutex_lock(&t->lock);
    int fresh = count_fresh(t, unit, inputs, stamp);
    pthread_mutex_unlock(&t->lock);
    return fresh;
}

int tree_keep_note(Tree *t, const char *name, Str bytes, Err *e)
{
    return tree_write_whole(t->own, "whole.tmp", t->own, name, bytes, t->shown, e);
}

int tree_unit_begin(Tree *t, const char *unit, TreeHash inputs, TreeUnit **out, Err *e)
{
    *out = NULL;
    if (!text_is_id(unit)) return err_set(e, SEN4171, "%s", unit);
    pthread_mutex_lock(&t->lock);
    int fresh = count_fresh(t, unit, inputs, tree_unit_stamp(t, -1, unit));
    pthread_mutex_unlock(&t->lock);
    if (fresh) return 1;
    TreeUnit *u = mem_alloc(sizeof *u);
    u->t = t;
    u->unit = mem_copy_text(unit);
    u->inputs = inputs;
    u->dir = tree_write_open_unit(t->root, unit, 0, t->shown, e);
    if (u->dir < 0 && e->code) {
        tree_unit_fail(u);
        return -1;
    }
    *out = u;
    return 0;
}

/* A place in the list of the unit's files; NULL and e when the name is bad or taken. */
static Put *add_put(TreeUnit *u, const char *name, int *unknown, Err *e)
{
    if (!tree_name_ok(name)) return err_set(e, SEN4171, "%s", name), NULL;
    for (size_t i = 0; i < u->n_puts; i++)
        if (strcmp(u->puts[i].name, name) == 0) return err_set(e, SEN4172, "%s" ARG "%s", u->unit, name), NULL;
    if (u->n_puts == u->cap_puts) {
        u->cap_puts = u->cap_puts ? u->cap_puts * 2 : 16;
        u->puts = mem_resize(u->puts, mem_mul(u->cap_puts, sizeof *u->puts));
    }
    pthread_mutex_lock(&u->t->lock);
    const char *own = tree_memory_intern(&u->t->memory, name);
    const TreeRecord *r = map_get(u->t->memory.units, u->unit);
    *unknown = !r || !tree_memory_find(r, name);
    pthread_mutex_unlock(&u->t->lock);
    u->puts[u->n_puts] = (Put){.name = own};
    return &u->puts[u->n_puts++];
}

int tree_unit_put(TreeUnit *u, const char *name, Str bytes, Err *e)
{
    int unknown;
    Put *p = add_put(u, name, &unknown, e);
    if (!p) return -1;
    p->size = bytes.n;
    p->sum = tree_sum(bytes.p, bytes.n);
    if (u->dir >= 0 && tree_write_same(u->dir, name, bytes)) return 0;
    tree_changes_add(&u->changes, u->unit, name, &bytes, unknown);
    return 0;
}

void tree_unit_incomplete(TreeUnit *u) { u->incomplete = 1; }

int tree_unit_keep(TreeUnit *u, const char *name, Err *e)
{
    int unknown;
    Put *p = add_put(u, name, &unknown, e);
    if (!p) return -1;
    u->incomplete = 1;
    if (unknown) u->n_puts--;
    else p->kept = 1, u->n_kept++;
    return 0;
}

static void unit_free(TreeUnit *u)
{
    if (!u) return;
    if (u->dir >= 0) close(u->dir);
    tree_changes_free(&u->changes);
    free(u->puts);
    free(u->unit);
    free(u);
}

void tree_unit_fail(TreeUnit *u)
{
    if (!u) return;
    Tree *t = u->t;
    pthread_mutex_lock(&t->lock);
    TreeRecord *r = map_get(t->memory.units, u->unit);
    if (r && (r->inputs.a || r->inputs.b)) {
        r->inputs = (TreeHash){0, 0};
        t->dirty = 1;
    }
    t->counts.units_failed++;
    pthread_mutex_unlock(&t->lock);
    unit_free(u);
}

/* --- putting in place --- */

static int place_one(Tree *t, int dir, const TreeChange *c, int whole, Err *e)
{
    Str bytes = {c->bytes, c->n};
    char shown[512];                                       /* for messages: "out/phuong-an-hoa" */
    snprintf(shown, sizeof shown, "%s/%s", t->shown, c->unit);
    if (!c->bytes) return tree_write_remove(dir, c->name, shown, e);
    if (whole) return tree_write_whole(t->own, "whole.tmp", dir, c->name, bytes, shown, e);
    return tree_write_in_place(dir, c->name, bytes, shown, e);
}

/* TreeChanges stand unit by unit: one folder handle each. `known_dir` is the folder of the only unit, or -1. */
static int place(Tree *t, const TreeChanges *list, int known_dir, int whole, Err *e)
{
    int dir = -1, rc = 0;
    for (size_t i = 0; i < list->n && rc == 0; i++) {
        const TreeChange *c = &list->v[i];
        int first = i == 0 || strcmp(list->v[i - 1].unit, c->unit) != 0;
        int last = i + 1 == list->n || strcmp(list->v[i + 1].unit, c->unit) != 0;
        if (first) dir = known_dir >= 0 ? known_dir : tree_write_open_unit(t->root, c->unit, 1, t->shown, e);
        if (dir < 0) return -1;
        rc = place_one(t, dir, c, whole, e);
        if (!last && rc == 0) continue;
        if (whole && rc == 0 && fsync(dir)) rc = tree_write_fail(t->shown, c->unit, NULL, e);
        if (known_dir < 0) close(dir);
    }
    return rc;
}

/* Caller holds the lock: the mark and the names of new files go first. */
static int announce(Tree *t, const TreeChanges *list, Err *e)
{
    if (tree_mark_set(t, e)) return -1;
    for (size_t i = 0; i < list->n; i++)
        if (tree_mark_note(t, &list->v[i], e)) return -1;
    return 0;
}

/* Files the memory knows that were not put again. */
static void remove_stale(TreeUnit *u, const TreeRecord *r)
{
    for (uint32_t i = 0; r && i < r->n; i++) {
        size_t k = 0;
        while (k < u->n_puts && strcmp(u->puts[k].name, r->files[i].name) != 0) k++;
        if (k == u->n_puts && u->dir >= 0 && faccessat(u->dir, r->files[i].name, F_OK, AT_SYMLINK_NOFOLLOW) == 0)
            tree_changes_add(&u->changes, u->unit, r->files[i].name, NULL, 0);
    }
}

/* Caller holds the lock. */
static void remember(TreeUnit *u, int reads_day)
{
    Tree *t = u->t;
    TreeRecord *r = tree_memory_record(&t->memory, u->unit);
    int same = r->inputs.a == u->inputs.a && r->inputs.b == u->inputs.b;
    for (size_t i = 0; i < u->n_puts; i++) {
        const TreeFile *old = u->puts[i].kept ? tree_memory_find(r, u->puts[i].name) : NULL;
        if (old) u->puts[i].size = old->size, u->puts[i].sum = old->sum;
    }
    if (!t->o.partial) r->n = 0;
    for (size_t i = 0; i < u->n_puts; i++) {
        TreeFile *f = tree_memory_file(&t->memory, r, u->puts[i].name);
        f->size = u->puts[i].size;
        f->sum = u->puts[i].sum;
    }
    if (u->incomplete || (t->o.partial && u->changes.n && !same)) {
        r->inputs = (TreeHash){0, 0};
    } else if (!t->o.partial) {
        r->inputs = u->inputs;
        r->day = reads_day ? t->o.day : -1;
    }
    r->gone = 0;
    r->touched = 1;
    t->dirty = 1;
}

static void count_changes(Tree *t, const TreeUnit *u)
{
    size_t removed = 0;
    for (size_t i = 0; i < u->changes.n; i++) removed += u->changes.v[i].bytes == NULL;
    t->counts.removed += removed;
    t->counts.written += u->changes.n - removed;
    t->counts.same += u->n_puts - u->n_kept - (u->changes.n - removed);
    t->counts.units_built++;
}

static void hold(Tree *t, TreeChanges *from)
{
    for (size_t i = 0; i < from->n; i++) tree_changes_push(&t->held, from->v[i]);
    from->n = from->bytes = 0;
}

/* The build has grown large: what was held back goes in place now. Caller holds the lock. */
static int grow_large(Tree *t, Err *e)
{
    t->large = 1;
    if (announce(t, &t->held, e) || place(t, &t->held, -1, 0, e)) return -1;
    tree_changes_free(&t->held);
    return 0;
}

int tree_unit_end(TreeUnit *u, int reads_day, Err *e)
{
    Tree *t = u->t;
    int rc = 0, now = 0;
    pthread_mutex_lock(&t->lock);
    if (!t->o.partial) remove_stale(u, map_get(t->memory.units, u->unit));
    if (!t->large && (t->held.n + u->changes.n > TREE_SMALL || t->held.bytes + u->changes.bytes > HELD_MOST))
        rc = grow_large(t, e);
    if (rc == 0 && t->large && u->changes.n) {
        rc = announce(t, &u->changes, e);
        now = rc == 0;
    }
    if (rc == 0) {
        count_changes(t, u);
        remember(u, reads_day);
    }
    if (!t->large && rc == 0) hold(t, &u->changes);
    pthread_mutex_unlock(&t->lock);
    if (now) rc = place(t, &u->changes, u->dir, 0, e);
    if (rc) t->broken = 1;                                 /* the mark and the old memory stay: the next build mends it */
    unit_free(u);
    return rc;
}

/* --- units that are no more --- */

static int by_text(const void *a, const void *b) { return strcmp(*(const char *const *)a, *(const char *const *)b); }

int tree_drop_others(Tree *t, const char *const *units, size_t n, Err *e)
{
    const char **sorted = mem_alloc(mem_mul(n + 1, sizeof *sorted));
    size_t rising = 1, next = 0;
    int rc = 0;
    memcpy(sorted, units, n * sizeof *sorted);
    while (rising < n && strcmp(sorted[rising - 1], sorted[rising]) <= 0) rising++;
    if (rising < n) qsort(sorted, n, sizeof *sorted, by_text);
    for (size_t i = 0; i < map_count(t->memory.units) && rc == 0; i++) {
        void *p;
        const char *unit = map_at(t->memory.units, i, &p);
        TreeRecord *r = p;
        if (next < n && !strcmp(unit, sorted[next])) {     /* the memory has them in this order too, nearly always */
            next++;
            continue;
        }
        const char **there = bsearch(&unit, sorted, n, sizeof *sorted, by_text);
        if (there) next = (size_t)(there - sorted) + 1;
        if (r->gone || there) continue;
        TreeUnit *u;
        if (tree_unit_begin(t, unit, (TreeHash){0, 0}, &u, e)) rc = -1;
        else rc = tree_unit_end(u, 0, e);
        r->gone = 1;
        t->counts.units_built -= rc == 0;
    }
    free(sorted);
    return rc;
}

/* --- closing --- */

static void take_stamps(Tree *t)
{
    for (size_t i = 0; i < map_count(t->memory.units); i++) {
        void *p;
        map_at(t->memory.units, i, &p);
        TreeRecord *r = p;
        Err e = {0};
        if (!r->touched) continue;
        if (r->gone) {
            unlinkat(t->root, r->unit, AT_REMOVEDIR);      /* only when it is empty */
            continue;
        }
        int dir = tree_write_open_unit(t->root, r->unit, 0, t->shown, &e);
        r->stamp = dir >= 0 ? stamp_of(dir) : 0;
        if (dir >= 0) close(dir);
    }
}

static int save(Tree *t, Err *e)
{
    Buf b = {0};
    tree_memory_save(&t->memory, &b);
    int rc = tree_write_whole(t->own, "whole.tmp", t->own, "memory", buf_view(&b), t->shown, e);
    buf_free(&b);
    if (rc == 0 && fsync(t->own)) rc = tree_write_fail(t->shown, TREE_DIR, "memory", e);
    return rc;
}

int tree_close(Tree *t, TreeCounts *counts, Err *e)
{
    int rc = t->broken ? err_set(e, SEN1005, "%s" ARG "%s", t->shown, "…") : 0;
    if (rc == 0 && t->held.n) rc = announce(t, &t->held, e) || place(t, &t->held, -1, 1, e) ? -1 : 0;
    if (rc == 0 && t->large && syncfs(t->root)) rc = tree_write_fail(t->shown, NULL, NULL, e);
    if (rc == 0 && t->dirty) {
        take_stamps(t);
        rc = save(t, e);
    }
    if (rc == 0 && (t->marked || t->interrupted)) rc = tree_write_remove(t->root, TREE_MARK, t->shown, e);
    if (counts) *counts = t->counts;
    tree_abandon(t);
    return rc;
}

void tree_abandon(Tree *t)
{
    if (!t) return;
    tree_changes_free(&t->held);
    tree_memory_free(&t->memory);
    if (t->mark_fd >= 0) close(t->mark_fd);
    if (t->lock_fd >= 0) close(t->lock_fd);
    if (t->own >= 0) close(t->own);
    if (t->root >= 0) close(t->root);
    pthread_mutex_destroy(&t->lock);
    free(t->shown);
    free(t);
}
