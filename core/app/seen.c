/* seen.c - stats of files as bytes, compared one by one; the file that keeps them is checked by a sum before it is believed. */
#include "core/app/seen.h"
#include "core/base/file.h"
#include "core/base/pack.h"
#include "core/base/text.h"
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const char MAGIC[] = "sen-seen 4\n";
enum { PATH_MOST = 4000, SEEN_MOST = 512 * 1024 * 1024 };

void trail_note(Trail *t, const char *path)
{
    Look is;
    struct timespec now;
    size_t n = strlen(path);
    if (!t) return;
    if (n > PATH_MOST || clock_gettime(CLOCK_REALTIME, &now)) {
        t->unsettled = 1;
        return;
    }
    look_at(AT_FDCWD, path, &is);
    int64_t young = ((int64_t)now.tv_sec - 2) * 1000000000 + now.tv_nsec;
    if (is.v[0] && (is.v[4] > young || is.v[5] > young)) t->unsettled = 1;
    uint16_t len = (uint16_t)n;
    buf_add(&t->b, &len, sizeof len);
    buf_add(&t->b, path, n + 1);
    buf_add(&t->b, &is, sizeof is);
}

int trail_holds(Str noted) { return trail_holds_near(noted, &(TrailNear){"", NULL, AT_FDCWD, NULL}); }

int trail_holds_near(Str noted, const TrailNear *near)
{
    size_t n = strlen(near->prefix);
    const char *p = noted.p, *end = noted.p + noted.n;
    while (p < end) {
        uint16_t len;
        Look was, is;
        if ((size_t)(end - p) < sizeof len) return 0;
        memcpy(&len, p, sizeof len);
        p += sizeof len;
        if ((size_t)(end - p) < (size_t)len + 1 + sizeof was || p[len]) return 0;
        memcpy(&was, p + len + 1, sizeof was);
        int inside = len > n && !memcmp(p, near->prefix, n);
        if (inside && near->known && !strcmp(p + n, near->known)) is = *near->look;
        else look_at(inside ? near->dir : AT_FDCWD, inside ? p + n : p, &is);
        if (!look_same(&was, &is)) return 0;
        p += len + 1 + sizeof was;
    }
    return 1;
}

void trail_free(Trail *t)
{
    buf_free(&t->b);
    t->unsettled = 0;
}

void seen_pack_hash(Buf *out, TreeHash h)
{
    pack_i64(out, (int64_t)h.a);
    pack_i64(out, (int64_t)h.b);
}

TreeHash seen_unpack_hash(Unpack *u)
{
    TreeHash h;
    h.a = (uint64_t)unpack_i64(u);
    h.b = (uint64_t)unpack_i64(u);
    return h;
}

void seen_pack_start(Buf *out, const SeenStart *s)
{
    seen_pack_hash(out, s->home);
    seen_pack_hash(out, s->key);
    seen_pack_hash(out, s->base);
    seen_pack_hash(out, s->plans);
    pack_str(out, s->layers);
    pack_str(out, s->database);
    pack_str(out, s->space);
    pack_str(out, s->findings);
    pack_str(out, s->outputs);
}

void seen_pack_unit(Buf *out, const char *id, TreeHash request, Str trail)
{
    pack_str(out, str_of(id));
    seen_pack_hash(out, request);
    pack_str(out, trail);
}

static TreeHash sum_of(Str body)
{
    TreeHash h = tree_hash_start();
    tree_hash_add(&h, body.p, body.n);
    return h;
}

void seen_seal(const Buf *body, Buf *out)
{
    buf_add(out, MAGIC, sizeof MAGIC - 1);
    seen_pack_hash(out, sum_of(buf_view(body)));
    buf_str(out, buf_view(body));
}

int seen_open(const char *path, Buf *bytes, Unpack *body)
{
    Err none = {0};
    size_t head = sizeof MAGIC - 1;
    if (file_read(path, NULL, SEEN_MOST, bytes, &none) || bytes->n < head + 16 || memcmp(bytes->p, MAGIC, head)) return -1;
    *body = unpack_from(bytes->p + head, bytes->n - head);
    TreeHash sum = seen_unpack_hash(body), is = sum_of((Str){body->p, (size_t)(body->end - body->p)});
    return sum.a == is.a && sum.b == is.b ? 0 : -1;
}

int seen_load(Seen *s, const char *out_dir)
{
    Unpack u;
    *s = (Seen){0};
    char *path = path_join(out_dir, ".sen-build/seen");
    int rc = seen_open(path, &s->bytes, &u);
    free(path);
    if (rc) return -1;
    SeenStart *t = &s->start;
    t->home = seen_unpack_hash(&u);
    t->key = seen_unpack_hash(&u);
    t->base = seen_unpack_hash(&u);
    t->plans = seen_unpack_hash(&u);
    t->layers = unpack_str(&u);
    t->database = unpack_str(&u);
    t->space = unpack_str(&u);
    t->findings = unpack_str(&u);
    t->outputs = unpack_str(&u);
    if (u.bad) return -1;
    s->at = u.p;
    s->end = u.end;
    return 0;
}

int seen_unit(Seen *s, const char *id, TreeHash *request, Str *trail)
{
    size_t n = strlen(id);
    while (s->at < s->end) {
        Unpack u = unpack_from(s->at, (size_t)(s->end - s->at));
        Str name = unpack_str(&u);
        size_t k = name.n < n ? name.n : n;
        int order = u.bad ? 1 : memcmp(name.p, id, k);
        if (!order) order = (name.n > n) - (name.n < n);
        if (order > 0) return 0;
        *request = seen_unpack_hash(&u);
        *trail = unpack_str(&u);
        if (u.bad) return 0;
        s->at = u.p;
        if (!order) return 1;
    }
    return 0;
}

void seen_rewind(Seen *s)
{
    if (s->end) s->at = s->start.outputs.p + s->start.outputs.n;
}

void seen_free(Seen *s)
{
    buf_free(&s->bytes);
    *s = (Seen){0};
}
