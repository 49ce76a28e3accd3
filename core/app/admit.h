/* admit.h - which files of the workspace may run: its own ones always; those that came from elsewhere only as the very bytes that
 * were allowed. Reads the database once; knows not what stands in a file. */
#ifndef SEN_APP_ADMIT_H
#define SEN_APP_ADMIT_H
#include "core/store/store.h"

typedef struct Admit {
    StoreArrival *arrival; size_t n_arrivals;
    StoreTrust *trust;     size_t n_trust;
    StoreKey *key;         size_t n_keys;
    StoreLayer *layer;     size_t n_layers;        /* taken-in ones; not "sen" */
    StoreLayerFile **file; size_t *n_files;        /* of each layer, without texts */
} Admit;

typedef struct Admission {
    int foreign;                                   /* 1 = it came from elsewhere: the permissions in its head bind it */
    Code refused;                                  /* SEN_OK = it may run; else why not, with its arguments */
    const char *arg[2];
} Admission;

int admit_load(Admit *m, Store *s, Arena *a, Err *e);
/* name: the path inside the workspace ("units/x/scripts/ward.lua", "layers/y/content/z.md"); script 0 = a template. */
Admission admit_file(const Admit *m, const char *name, int script, Str bytes);
/* What was decided about exactly these bytes at this path: 1 allowed, 0 denied, -1 nothing. */
int admit_decision(const Admit *m, const char *path, const char *sha256);
const StoreArrival *admit_arrival(const Admit *m, const char *path);       /* NULL = its own */
const StoreLayer *admit_layer(const Admit *m, const char *name);           /* NULL = not taken in */
const StoreKey *admit_key(const Admit *m, const char *key, const char *layer);   /* trusted for this layer, or NULL */
#endif
