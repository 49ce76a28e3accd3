/* version.h - the version of Sen. */
#ifndef SEN_APP_VERSION_H
#define SEN_APP_VERSION_H
#include "core/abi/sen_plugin.h"

#define SEN_VERSION "0.1.0"

/* What --version prints: a format and its arguments, `word` in the language of who reads it. */
#define VERSION_LINES "sen %s\n%s: Lua API %d, plugin ABI %d.%d, sen-plan/1\n"
#define VERSION_ARGUMENTS(word) SEN_VERSION, word, 1, SEN_ABI_MAJOR, SEN_ABI_MINOR
#define VERSION_WORD_VI "giao diện"
#define VERSION_WORD_EN "interfaces"
#endif
