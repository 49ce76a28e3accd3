/* load.h - finds plugin folders, decides from their bytes whether a person allowed them, and loads those a run needs; knows no
 * Lua.
 *
 * Folders: <install>/plugins/NAME (allowed by the build or the install) and the user's folder (mode 0700, owner the user).
 * A folder is loaded only when every byte is as plugins.allow says. C: one NAME.so; Lua: main.lua and further *.lua.
 * Must run before the worker is sealed. Loaded code is never unloaded. */
#ifndef SEN_PLUG_LOAD_H
#define SEN_PLUG_LOAD_H
#include "core/plug/registry.h"

typedef struct LoadFile { const char *name; Str bytes; } LoadFile;

/* A Lua plugin: all its *.lua files in byte order of names (main.lua is one of them). The bytes live as long as the registry.
 * Must add the plugin's outputs to r (Output.plugin = name) and may set version, license, summary. 0/-1. */
typedef int (*LoadLua)(void *ctx, Registry *r, PluginInfo *info, const LoadFile *files, size_t n, Err *e);

typedef struct LoadPlaces {
    const char *install;                   /* build/plugins or PREFIX/lib/sen/plugins; NULL = none */
    const char *user;                      /* load_user_dir(), NULL = none */
    const char *only_dir;                  /* `plugin test DIR`: this one folder, without asking for its hash; NULL */
    LoadLua lua;                           /* NULL = Lua plugins are listed, not loaded */
    void *lua_ctx;
    /* With `few` only plugins that have one of these outputs, or a reader for this file name, are loaded; of the others the
     * registry has what plugins.allow recorded (render and read are NULL). Without a record a plugin is loaded all the same. */
    int few;
    const char *const *outputs;
    size_t n_outputs;
    const char *file;                      /* may be NULL */
} LoadPlaces;

/* Adds the built-in outputs, then loads what is allowed, in sorted order; what is refused is in registry_info_at with its
 * reason (with `few` its recorded outputs stay and tell it). Whose offers are not those recorded is refused. Never fails as a
 * whole. */
void load_plugins(Registry *r, const LoadPlaces *places);

/* "${XDG_DATA_HOME:-$HOME/.local/share}/sen/plugins/abi1", malloc'd; NULL when neither is an absolute path. */
char *load_user_dir(void);

#endif
