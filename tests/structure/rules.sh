#!/usr/bin/env bash
# rules.sh - the house rules of the source tree, each a line "ok - …" or "not ok - …"; run from the root of the checkout.
set -u
bad=0
rule() { # name, findings: empty = holds
    if [ -z "$2" ]; then printf 'ok - %s\n' "$1"; else bad=1; printf 'not ok - %s\n' "$1"; printf '%s\n' "$2" | sed 's/^/# /'; fi
}
order="abi base vi model intake store doc plug script press wall app"
files=$(git ls-files 'core/*.c' 'core/*.h' 'core/*.def' 2>/dev/null)

rule "a file includes only from its own room or from rooms above it" "$(grep -n '^#include "core/' $files | awk -v order="$order" '
    BEGIN { n = split(order, o, " "); for (i = 1; i <= n; i++) at[o[i]] = i }
    { split($0, p, "\""); split(p[2], t, "/"); split($0, f, "/"); from = f[2]; to = t[2]
      if (!(from in at) || !(to in at) || at[to] > at[from] || from == "abi" || (from == "base" && to != "base")) print $0 }')"

lib() { grep -nE "^#include <$1" $files | grep -vE "^core/($2)/"; }
rule "each library's header stands only in its room" "$(lib sqlite3.h store; lib cmark doc; lib 'l(ua|auxlib|ualib)' script; lib dlfcn.h plug
    lib 'linux/seccomp.h|sys/resource.h|linux/filter.h' wall; lib utf8proc.h 'base|vi'; lib yaml.h press; lib jansson.h app; lib sodium 'plug|store')"

rule "plugins include only the ABI header, their own folder and plugins/common" "$(git ls-files 'plugins/*.c' 'plugins/*.h' | while read -r f; do
    d=$(echo "$f" | cut -d/ -f1-2)
    grep -n '^#include "' "$f" | grep -vE "\"(core/abi/sen_plugin.h|sen_plugin.h|$d/[^\"]*|plugins/common/[^\"]*)\"" | sed "s|^|$f:|"
done)"

rule "no two source files under core/ share a name" "$(echo "$files" | grep '\.c$' | xargs -n1 basename | sort | uniq -d; echo "$files" | grep '\.h$' | xargs -n1 basename | sort | uniq -d)"
rule "no file includes a .c file" "$(grep -nE '^#include "[^"]*\.c"' $files)"
rule "nobody calls setlocale" "$(grep -nE '\bsetlocale *\(' $(git ls-files 'core/*.c' 'plugins/*.c'))"
rule "files under core/ and plugins/ stay under 500 lines" "$(wc -l $(git ls-files 'core/*.c' 'core/*.h' 'plugins/*.c') | awk '$2 != "total" && $1 > 500 {print $2 ": " $1}')"
rule "functions stay under 60 lines" "$(awk 'FNR == 1 {start = 0} /^[a-zA-Z].*[^;,]$/ && !/^(typedef|struct|enum|union|static const .*=|const .*=)/ {name = $0}
    /^\{/ {start = FNR; fn = name}
    /^\}/ {if (start && FNR - start > 61) print FILENAME ":" start ": " fn " (" FNR - start - 1 " lines)"; start = 0}' $(git ls-files 'core/*.c' 'plugins/*.c'))"
rule "the first line of every source file says what it is" "$(for f in $(git ls-files 'core/*.c' 'core/*.h' 'core/*.def' 'plugins/*.c' 'plugins/*.h' 'tests/*.c' 'tests/*.h'); do head -1 "$f" | grep -qE '^/\* .+' || echo "$f"; done
    for f in $(git ls-files 'scripts/*.lua' 'plugins/*.lua'); do head -1 "$f" | grep -qE '^--' || echo "$f"; done)"
rule "no circle of headers" "$(grep -H '^#include "core/' $(git ls-files 'core/*.h') | sed -E 's|^([^:]*):#include "([^"]*)".*|\1 \2|' | tsort 2>&1 >/dev/null | sed 's/^tsort: //')"
# Who takes whose functions, as the linker sees it (`core-room-file.o user core-room-file.o maker`).
lib=${SEN_BIN:-${SEN_BUILD:-build}}/libsen.a
uses() { # archive or objects
    nm -A "$@" 2>/dev/null | awk '{ k = split($1, p, ":"); o = p[k - 1]; sub(/.*\//, "", o); sub(/\.o$/, "", o); kind = $(NF - 1) }
        kind ~ /^[TDBRV]$/ { maker[$NF] = o }
        kind == "U" { n++; user[n] = o; name[n] = $NF }
        END { for (i = 1; i <= n; i++) if (name[i] in maker && maker[name[i]] != user[i]) print user[i], maker[name[i]] }' | sort -u
}
rule "no circle of files (by the functions they take from each other)" "$([ -f "$lib" ] || echo "$lib is not built: ./build.sh build"
    uses "$lib" | tsort 2>&1 >/dev/null | sed 's/^tsort: //')"
plugin_circles() { # each plugin with the folders of plugins/common/ it is built with
    local d n f o obj seen=0
    for d in plugins/*/; do
        n=$(basename "$d")
        [ -f "$d$n.c" ] || continue
        obj=()
        for f in plugins/common/*.c $(find "$d" $(sed 's|^|plugins/common/|' "${d}uses" 2>/dev/null) -name '*.c'); do
            o=${f%.c}
            [ -f "$objects/${o//\//-}.o" ] && obj+=("$objects/${o//\//-}.o")
        done
        [ ${#obj[@]} -gt 1 ] && seen=$((seen + 1))
        uses "${obj[@]}" | tsort 2>&1 >/dev/null | sed "s/^tsort: /$n: /"
    done
    [ "$seen" -gt 2 ] || echo "the plugins are not built: ./build.sh build"
}
objects=${lib%/*}/obj
rule "no circle of files in a plugin" "$(plugin_circles)"
rule "every message number stands once" "$(grep -oE '^M\([0-9]+' core/base/messages.def | sort | uniq -d)"
rule "every message number is used" "$(used=$(grep -hoE '\bSEN[0-9]{4}\b' $(git ls-files 'core/*.c' 'core/*.h') | sort -u)
    for n in $(grep -oE '^M\([0-9]+' core/base/messages.def | tr -dc '0-9\n'); do printf '%s\n' "$used" | grep -qx "SEN$n" || echo "SEN$n"; done)"
rule "every code that an author or officer can meet has an example for \`sen help SENnnnn\`" "$(tr '\n' ' ' <core/base/messages.def | sed 's/ M(/\nM(/g' |
    grep -E '^M\([234689][0-9]{3}, .*, ""\) *(/\*.*)?$' | grep -oE '^M\([0-9]+' | grep -vx 'M(3099' | sed 's/M(/SEN/')"
rule "lines under core/ and plugins/ stay within 130 columns (messages.def and words.def are tables)" "$(LC_ALL=C.UTF-8 grep -nE '^.{131,}' \
    $(git ls-files 'core/*.c' 'core/*.h' 'plugins/*.c' 'plugins/*.h' 'plugins/*.lua') | cut -c1-120)"
rule "no unfinished words in the sources" "$(git grep -nIE 'TODO|FIXME|XXX' -- core plugins scripts content build.sh | head -5)"

header_alone() {
    local f
    for f in $(git ls-files 'core/*.h'); do
        printf '#include "%s"\n' "$f" | gcc -std=c11 -D_GNU_SOURCE -Wall -Wextra -Werror -I. $(pkg-config --cflags jansson lua5.4 2>/dev/null) -fsyntax-only -x c - 2>&1 | head -1
    done
}
rule "every header compiles alone" "$(header_alone)"
exit $bad
