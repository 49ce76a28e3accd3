/* trust.h - which plugin bytes a person allowed: plugins.allow, written by the build, the install or `sen plugin allow`.
 * Loads and runs nothing.
 *
 * plugins.allow stands in the folder of plugin folders: one line "SHA256  NAME" each, sorted by name, and under it what the
 * plugin offers (record.h). Without such lines a plugin is loaded whenever plugins are, to see what it offers. */
#ifndef SEN_PLUG_TRUST_H
#define SEN_PLUG_TRUST_H
#include "core/base/buf.h"
#include "core/base/err.h"

/* Finds out what the plugin PLACE/NAME offers, as lines of record.h; it runs its code, so it does so in a worker. Adds nothing
 * when the plugin cannot be loaded: that is said when it is needed, not when it is allowed. */
typedef struct TrustOffers { void (*ask)(void *ctx, const char *place, const char *name, Buf *lines); void *ctx; } TrustOffers;

/* `sen plugin allow --built DIR`: writes DIR/plugins.allow for all plugin folders in DIR. 0/-1; *n = how many. offers: may be
 * NULL. */
int trust_allow_built(const char *dir, const TrustOffers *offers, size_t *n, Err *e);

/* `sen plugin allow DIR`: copies one plugin folder into the user's place (made when missing, mode 0700) and records its
 * hash. *name = its name, malloc'd. DIR is one built folder: NAME.so or main.lua in it. */
int trust_allow_folder(const char *dir, const char *user_dir, const TrustOffers *offers, char **name, Err *e);

typedef struct Trust Trust;
Trust *trust_read(const char *dir, Err *e);        /* an absent list is an empty one; NULL when it is unsafe or malformed */
void trust_free(Trust *t);                         /* takes NULL */
const char *trust_hash(const Trust *t, const char *name);   /* the allowed hash, NULL when the name is not listed */
const char *trust_record(const Trust *t, const char *name); /* what it offers (record.h); NULL when that was not recorded */
#endif
