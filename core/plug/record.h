/* record.h - what one plugin offers, as the lines of plugins.allow say it: known without running a byte of it.
 *
 * Taken once, when the plugin is allowed, and compared whenever its code is loaded. Lines begin with a tab, so do their fields:
 *     KIND WALL VERSION
 *     output ID SUFFIX WANTS MIME TITLE
 *     reader ID SUFFIXES TITLE
 * Loads and trusts nothing; the lines may come from a damaged file. */
#ifndef SEN_PLUG_RECORD_H
#define SEN_PLUG_RECORD_H
#include "core/plug/registry.h"

/* The lines of a loaded plugin, appended. -1 when they cannot be said in lines (a line break in a title): it has no record. */
int record_write(const Registry *r, const PluginInfo *info, Buf *lines);

/* 1 when the recorded plugin has one of these outputs, or a reader for this file name (NULL = none is read). */
int record_serves(const char *lines, const char *const *outputs, size_t n, const char *file);

/* Adds the recorded outputs and readers without code, all or none; why = the reason its code was refused, or NULL. Fills
 * info's kind and version. 0; -1 when an id or suffix is taken, or the lines are damaged (e->code 0 then). */
int record_add(Registry *r, PluginInfo *info, const char *lines, const Err *why, Err *e);
int record_sound(const char *lines);       /* 1 when record_add can read them */
#endif
