/* lua_due.h - sen.due, sen.period, sen.date, sen.workdays: days for scripts, by the one rule parser. */
#ifndef SEN_SCRIPT_LUA_DUE_H
#define SEN_SCRIPT_LUA_DUE_H
#include <lua.h>

/* The table `sen` stands on top of the stack and stays there; gets the functions. May raise (memory). */
void lua_due_open(lua_State *L);
#endif
