/* permit.h - the permissions a script from elsewhere asks for in its first comment lines, before it is run: only text, no Lua.
 *
 *   -- quyen: sua nhiem_vu, viec; them viec; doc so_lieu; dau_ra
 *   -- permissions: edit task, item; add item; read values; output
 *
 * Several such lines add up. A file without one asks for everything a layer may do. */
#ifndef SEN_SCRIPT_PERMIT_H
#define SEN_SCRIPT_PERMIT_H
#include "core/model/statement.h"

typedef struct Permit {
    int declared;                      /* 1 = the head has such a line; else all is asked for */
    uint32_t may[VERBS];               /* bits by Kind */
    int read, output;                  /* recorded figures; outputs and hooks of its own */
    int bad_line;                      /* a permission that is not understood; 0 = none */
    char bad[65];
} Permit;

Permit permit_read(Str script);
int permit_allows(const Permit *p, Verb v, Kind k);
void permit_show(const Permit *p, Lang lang, Buf *out);            /* «sửa nhiệm vụ, việc; đọc số liệu» */
void permit_name(Verb v, Kind k, Lang lang, Buf *out);             /* as it is written in the head: "sua nhiem_vu" */
#endif
