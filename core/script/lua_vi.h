/* lua_vi.h - sen.vi.* and sen.text.*: the Vietnamese language and posts for scripts; pure functions, text in, text out. */
#ifndef SEN_SCRIPT_LUA_VI_H
#define SEN_SCRIPT_LUA_VI_H
#include <lua.h>

/* The table `sen` stands on top of the stack and stays there; gets the fields vi and text. May raise (memory). */
void lua_vi_open(lua_State *L);
#endif
