/* lua_value.h - inside the script room: the userdata that holds a value of the model, and what is read of it. */
#ifndef SEN_SCRIPT_LUA_VALUE_H
#define SEN_SCRIPT_LUA_VALUE_H
#include "core/script/state.h"

#define KEY_BOX "sen.value"

typedef struct Box {
    Value v;
    unsigned run;                          /* number of the call it was made for; a later call refuses it (dates stay) */
    uint32_t at;                           /* of a list: where `for x in list` stands */
} Box;

Box *lua_value_box(lua_State *L, int idx); /* NULL = no box */
Value lua_value_check(lua_State *L, int idx);              /* the live value of a box, or an error */
/* A field of an object or map by either spelling, cross references too. 1 = known (out may be NONE). */
int lua_value_field(lua_State *L, const Value *of, Str field, Value *out);
/* The entity an id in an id-list names, as an object; the value itself when it is none. */
Value lua_value_resolve(lua_State *L, const Value *list, uint32_t i);
Place lua_value_place(const ObjectType *t);                /* where the names of its fields stand; PLACES = nowhere */
#endif
