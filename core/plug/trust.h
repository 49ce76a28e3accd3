/* trust.h - which plugin bytes a person allowed: plugins.allow, hashes, owners and modes; loads nothing.
 *
 * plugins.allow stands in the folder of plugin folders: one line "SHA256  NAME" each, sorted. The hash covers the names and
 * bytes of all files of the plugin that can run (NAME.so, *.lua). */
#ifndef SEN_PLUG_TRUST_H
#define SEN_PLUG_TRUST_H
#include "core/base/buf.h"
#include "core/base/err.h"

/* `sen plugin allow --built DIR`: writes DIR/plugins.allow for all plugin folders in DIR. 0/-1; *n = how many. */
int trust_allow_built(const char *dir, size_t *n, Err *e);

/* `sen plugin allow DIR`: copies one plugin folder into the user's place and records its hash; *name = its name, malloc'd. */
int trust_allow_folder(const char *dir, const char *user_dir, char **name, Err *e);
#endif
