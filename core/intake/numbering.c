/* numbering.c - nodes are added with their own part of an address, and at the end every node gets its whole address. */
#include <stdlib.h>
#include <string.h>
#include "core/intake/reader.h"

int numbering_add_node(Reader *r, int parent, NodeKind kind, const char *own_id, const char *label, const char *text, int line)
{
    PlanNode *n = plan_add_node(r->plan);
    n->parent = parent;
    n->kind = kind;
    /* its own part; numbering_make makes the address of it */
    n->id = own_id && *own_id ? arena_copy(r->arena, own_id) : NULL;
    n->label = label;
    n->text = text;
    n->line = line;
    return (int)r->plan->n_nodes - 1;
}

void numbering_doubt(Reader *r, int node, int sure)
{
    PlanNode *n = &r->plan->nodes[node];
    if (sure < n->confidence * 100) n->confidence = sure / 100.0;
}

/* The number a label takes among its siblings: of "2.1" the "2" where no "2." stands above it, else the "1". */
static const char *own_number(const Plan *p, const PlanNode *n)
{
    const char *up = n->parent >= 0 ? p->nodes[n->parent].id : NULL;
    size_t k = up ? strlen(up) : 0;
    return k && !strncmp(n->id, up, k) && n->id[k] == '.' ? n->id + k + 1 : n->id;
}

static void number_children(Reader *r)
{
    Plan *p = r->plan;
    int *largest = mem_alloc(mem_mul(p->n_nodes + 1, sizeof *largest));
    for (size_t i = 0; i < p->n_nodes; i++) {
        const char *own = p->nodes[i].id;
        int v = own ? atoi(own_number(p, &p->nodes[i])) : 0;
        if (v > largest[p->nodes[i].parent + 1]) largest[p->nodes[i].parent + 1] = v;
    }
    for (size_t i = 0; i < p->n_nodes; i++)
        if (!p->nodes[i].id) p->nodes[i].id = arena_print(r->arena, "%d", ++largest[p->nodes[i].parent + 1]);
    free(largest);
}

typedef struct Seen { uint32_t hash; int node; } Seen;

static uint32_t hash_of(const char *s)
{
    uint32_t h = 2166136261u;
    while (*s) h = (h ^ (unsigned char)*s++) * 16777619u;
    return h;
}

/* The slot of an address in the table: the first empty one, or the one that holds it. */
static size_t slot_of(const Plan *p, const Seen *seen, size_t mask, const char *id)
{
    uint32_t h = hash_of(id);
    size_t i = h & mask;
    while (seen[i].node && (seen[i].hash != h || strcmp(p->nodes[seen[i].node - 1].id, id))) i = (i + 1) & mask;
    return i;
}

/* The address of a node from its parent's; decimals repeat the numbers of the group they stand under. */
static const char *address(Reader *r, const PlanNode *n)
{
    if (n->parent < 0) return n->id;
    const PlanNode *up = &r->plan->nodes[n->parent];
    const char *own = n->id, *dot = strrchr(up->id, '.');
    const char *tail = dot ? dot + 1 : up->id;
    if (strchr(own, '.') && n->kind != NODE_ITEM) {
        size_t upn = strlen(up->id);
        for (const char *cut = strrchr(own, '.'); cut; ) {     /* the longest prefix of own that ends the parent's address */
            size_t k = (size_t)(cut - own);
            if (upn >= k && !memcmp(up->id + upn - k, own, k) && (upn == k || up->id[upn - k - 1] == '.') && tail)
                return arena_print(r->arena, "%s%s", up->id, cut);
            while (--cut > own && *cut != '.') {}
            if (cut <= own) break;
        }
    }
    return arena_print(r->arena, "%s.%s", up->id, own);
}

void numbering_make(Reader *r)
{
    Plan *p = r->plan;
    size_t cap = 64;
    while (cap < p->n_nodes * 2) cap *= 2;
    Seen *seen = mem_alloc(mem_mul(cap, sizeof *seen));
    number_children(r);
    for (size_t i = 0; i < p->n_nodes; i++) {
        PlanNode *n = &p->nodes[i];
        const char *id = address(r, n), *plain = id;
        size_t at = slot_of(p, seen, cap - 1, id);
        if (seen[at].node && n->kind != NODE_ROW) {
            clean_note(r, SEN2034, n->line, plain, "%s", n->label ? n->label : plain);
            numbering_doubt(r, (int)i, SURE_INFERRED);
        }
        if (seen[at].node) {
            int k = (int)i;
            for (int try = 2; try < 6 && seen[at].node; try++) {
                id = arena_print(r->arena, "%s-%d", plain, try);
                at = slot_of(p, seen, cap - 1, id);
            }
            if (seen[at].node) id = arena_print(r->arena, "%s-n%d", plain, k), at = slot_of(p, seen, cap - 1, id);
        }
        n->id = id;
        seen[at] = (Seen){hash_of(id), (int)i + 1};
    }
    free(seen);
}
