#!/usr/bin/env bash
# check.sh - what `./build.sh check` runs: house rules, warnings as errors, cppcheck, luacheck, one exported symbol a plugin.
set -u
cd "$(dirname "$0")/../.."
log=$(mktemp -d)
trap 'rm -rf "$log"' EXIT
bad=0
step() { # name command...
    local name=$1
    shift
    if "$@" >"$log/out" 2>&1; then printf 'ok - %s\n' "$name"; else bad=1; tail -n 40 "$log/out"; printf 'not ok - %s\n' "$name"; fi
}
./build.sh build >/dev/null || bad=1        # the rule about circles reads build/libsen.a
bash tests/structure/rules.sh || bad=1

warnings() { WERROR=1 SEN_BUILD=build/check ./build.sh build; }
step "no warning in the whole tree (gcc, -Werror)" warnings

one_symbol() {
    local so n bad=0
    for so in build/check/plugins/*/*.so; do
        [ -f "$so" ] || continue
        n=$(nm -D --defined-only "$so" | grep -c ' [TDBR] ')
        [ "$n" = 1 ] && nm -D --defined-only "$so" | grep -q ' T sen_plugin_v1$' || { echo "$so exports $n symbols"; bad=1; }
    done
    return $bad
}
step "every C plugin exports sen_plugin_v1 and nothing else" one_symbol

broken_build() { # build.sh must fail when a file does not compile; what was built before stays, so that only this file is tried
    mkdir -p "$log/tree" && cp -a build.sh core plugins scripts content tests "$log/tree/" && cp -a build/check "$log/tree/b" &&
        (cd "$log/tree" && WERROR=1 SEN_BUILD=b ./build.sh build) && echo 'int broken(' >>"$log/tree/core/base/buf.c" || return 1
    ! (cd "$log/tree" && WERROR=1 SEN_BUILD=b ./build.sh build)
}
step "build.sh fails when a file does not compile" broken_build

small_programs() {
    local p
    for p in sen sen-command sen-worker; do
        strip -o "$log/$p" "build/check/$p" && [ "$(stat -c %s "$log/$p")" -le 1048576 ] || return 1
    done
}
step "each stripped program stays under 1 MB" small_programs

step "cppcheck finds nothing" cppcheck --std=c11 --quiet --error-exitcode=1 --inline-suppr --enable=warning,portability \
    --suppress=missingIncludeSystem --suppress=nullPointerRedundantCheck -D_GNU_SOURCE -I. -j "$(nproc)" core plugins

lua_clean() {
    build/check/sen help --luacheck >"$log/luacheckrc" || return 1
    luacheck --config "$log/luacheckrc" --no-color -q scripts plugins/*/main.lua --exclude-files 'scripts/meta/*'
}
step "luacheck finds nothing in our scripts" lua_clean

[ $bad = 0 ] && echo "check: all rules hold" || echo "check: some rules do not hold"
exit $bad
