/* lua_node.h - what a hook returns as a document: nodes of the old one, tables that describe new ones, Markdown. Knows values and
 * documents, no lua_State.
 *
 *   { doc.children[1], "Một đoạn **Markdown**", { kind = "paragraph", "Chữ ", { kind = "strong", "đậm" } } }
 *   { before = { … }, after = { … } }          around what the document has */
#ifndef SEN_SCRIPT_LUA_NODE_H
#define SEN_SCRIPT_LUA_NODE_H
#include "core/doc/doc.h"
#include "core/model/value.h"

/* A new document in `a` from `result`, over the old one (which is not changed). *out = old when the result is missing. 0/-1. */
int lua_node_build(const Value *result, const Doc *old, const char *file, Arena *a, const Doc **out, Err *e);
#endif
