/* map.h - text to pointer, insertion ordered; keys are copied, values are the caller's. */
#ifndef SEN_BASE_MAP_H
#define SEN_BASE_MAP_H
#include <stddef.h>

typedef struct Map Map;
Map *map_new(void);
void map_free(Map *m);                                   /* takes NULL; does not touch the values */
void *map_get(const Map *m, const char *key);            /* NULL when absent */
void *map_get_n(const Map *m, const char *key, size_t n);
void map_put(Map *m, const char *key, void *value);      /* replaces; keeps the first place in the order */
void map_put_n(Map *m, const char *key, size_t n, void *value);
size_t map_count(const Map *m);
/* The i-th entry in order of insertion; returns its key (borrowed) and sets *value (may be NULL). */
const char *map_at(const Map *m, size_t i, void **value);
#endif
