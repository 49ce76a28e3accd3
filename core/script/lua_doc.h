/* lua_doc.h - a document as scripts see it: read-only objects with fields; knows Doc and Value, no lua_State.
 *
 *   doc.title doc.plain doc.prose doc.speech doc.head doc.sign doc.children
 *   node.kind ("heading" …) node.text node.plain node.level node.ordered node.number node.check ("open", "done") node.header
 *   node.align node.url node.title node.classes node.id node.language node.origin node.line node.children */
#ifndef SEN_SCRIPT_LUA_DOC_H
#define SEN_SCRIPT_LUA_DOC_H
#include "core/doc/doc.h"
#include "core/model/value.h"

/* The document as an object; `id` is the output that reads it (divs of other channels are left out of prose and speech).
 * Lives in `a`, and doc must outlive it. */
Value lua_doc_value(const Doc *doc, const char *id, Arena *a);
const DocNode *lua_doc_node(const Value *v);               /* the node behind such an object; NULL = another value */
#endif
