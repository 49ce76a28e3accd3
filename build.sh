#!/usr/bin/env bash
# build.sh - every job of the project has a word here; `./build.sh` alone prints them.
# SEN_BUILD names the build folder (default: build). MODE=asan builds with sanitizers into its own folder.
set -euo pipefail
cd "$(dirname "$0")"
ROOT=$PWD
MODE=${MODE:-release}
B=${SEN_BUILD:-build}
[ "$MODE" = asan ] && B=$B/asan
CC=${CC:-gcc}
JOBS=${JOBS:-$(nproc)}

CORE_LIBS="lua5.4 sqlite3 libcmark libutf8proc yaml-0.1 jansson libsodium"
DEPS_BUILD="gcc libc6-dev pkg-config libcmark-dev liblua5.4-dev libsqlite3-dev libutf8proc-dev libyaml-dev libjansson-dev libsodium-dev"
# each belongs to one plugin; what is missing skips that plugin, not the build
DEPS_PLUGINS="libzip-dev zlib1g-dev libexpat1-dev libical-dev libcairo2-dev libpango1.0-dev fonts-liberation2 fonts-dejavu-core poppler-utils"
DEPS_TEST="unzip lua5.4 lua-check cmark-gfm cppcheck clang libclang-rt-14-dev python3 sqlite3 man-db"
WARN="-Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wwrite-strings -Wvla"
HARD="-D_FORTIFY_SOURCE=2 -fstack-protector-strong -fstack-clash-protection -fcf-protection"

say() { printf '%s\n' "$*"; }

usage() {
    cat <<'EOF'
./build.sh deps      installs what the build and the tests need (apt-get)
./build.sh build     builds build/sen and the plugins; incremental, parallel
./build.sh test      builds, then runs all tests; the last line reads "N passed, N failed"
./build.sh demo      installs, builds, runs the main job on a plan that ships with Sen and shows the result
./build.sh words     makes anew what comes from the table of words (editor annotations, luacheck, the reference)
./build.sh check     structure rules, warnings as errors, cppcheck, luacheck
./build.sh asan      the tests again under AddressSanitizer and UBSan
./build.sh fuzz [S] [NAME]  every fuzz target (or one) for S seconds (default 60)
./build.sh bench     measures the budgets and prints each beside its reference
./build.sh install   installs to PREFIX (default /usr/local), DESTDIR respected
./build.sh clean     removes the build folder
EOF
}

not_installed() { # of these packages, one a line
    local p
    for p in "$@"; do
        dpkg-query -W -f='${Status}' "$p" 2>/dev/null | grep -q 'install ok installed' || printf '%s\n' "$p"
    done
}

do_deps() {
    local need plugins sudo="" p
    need=$(not_installed $DEPS_BUILD $DEPS_TEST)
    plugins=$(not_installed $DEPS_PLUGINS)
    [ -n "$need$plugins" ] || { say "deps: everything is installed"; return; }
    [ "$(id -u)" = 0 ] || sudo=sudo
    say "deps: installing" $need $plugins
    export DEBIAN_FRONTEND=noninteractive
    $sudo apt-get update -qq
    $sudo apt-get install -y -qq --no-install-recommends $need $plugins && return
    # one package of a plugin may be the one that cannot be had
    [ -z "$need" ] || $sudo apt-get install -y -qq --no-install-recommends $need
    for p in $plugins; do
        $sudo apt-get install -y -qq --no-install-recommends "$p" || say "deps: $p could not be installed; its plugin will be skipped"
    done
}

need_tools() {
    local t
    for t in "$CC" pkg-config; do
        command -v "$t" >/dev/null || { say "build: $t is missing; run ./build.sh deps" >&2; exit 1; }
    done
    pkg-config --exists $CORE_LIBS || { say "build: a library is missing ($CORE_LIBS); run ./build.sh deps" >&2; exit 1; }
}

HOT_FILES='core/script/pattern.c|core/script/scan.c'
SMALL_ROOMS='core/script/*|core/model/*|core/wall/*|core/vi/*|core/store/*|core/app/*|core/plug/*'

set_flags() {
    SMALL=
    CFLAGS="-std=c11 -D_GNU_SOURCE -g -I. -fvisibility=hidden -fPIE $WARN ${WERROR:+-Werror} $(pkg-config --cflags $CORE_LIBS)"
    LDFLAGS=""
    if [ "$MODE" = asan ]; then
        CFLAGS="$CFLAGS -O1 -DSEN_SANITIZED -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer"
        LDFLAGS="-fsanitize=address,undefined"
    else
        CFLAGS="$CFLAGS -O2 -falign-functions=1 -falign-jumps=1 -fno-asynchronous-unwind-tables -ffunction-sections $HARD"
        SMALL=-Os                      # rooms where little time is spent, but for some files: each program stays under 1 MB
        LDFLAGS="-Wl,-z,relro,-z,now,-z,pack-relative-relocs,-z,noseparate-code -Wl,--as-needed -Wl,--gc-sections"
    fi
    CFLAGS="$CFLAGS ${EXTRA_CFLAGS:-}"
    PLUGIN_CFLAGS="-std=c11 -D_GNU_SOURCE -g -O2 $HARD $WARN ${WERROR:+-Werror} -I. -fPIC -fvisibility=hidden"
    PLUGIN_LDFLAGS=                    # every byte of a plugin is hashed at each start: what debuggers read stays in the objects
    [ "$MODE" = asan ] || PLUGIN_LDFLAGS=-Wl,--strip-all
    LIBS="$(pkg-config --libs $CORE_LIBS) -lm -lpthread -ldl"
    mkdir -p "$B/obj"
    # other flags make other objects
    if [ "$(cat "$B/obj/flags" 2>/dev/null)" != "$CC $CFLAGS $SMALL $HOT_FILES $PLUGIN_CFLAGS $PLUGIN_LDFLAGS" ]; then
        find "$B/obj" -name '*.o' -delete
        printf '%s' "$CC $CFLAGS $SMALL $HOT_FILES $PLUGIN_CFLAGS $PLUGIN_LDFLAGS" >"$B/obj/flags"
    fi
}

object_of() { local o=${1%.c}; printf '%s/obj/%s.o' "$B" "${o//\//-}"; }

# An object is stale when it is missing or older than any file its .d names.
stale() {
    local o=$1 d=${1%.o}.d f
    [ -f "$o" ] && [ -f "$d" ] || return 0
    for f in $(sed -e 's/^[^:]*://' -e 's/\\$//' "$d"); do
        [ -f "$f" ] && [ ! "$f" -nt "$o" ] || return 0
    done
    return 1
}

compile_all() {
    local f o list=()
    for f in "$@"; do
        o=$(object_of "$f")
        stale "$o" && list+=("$f" "$o")
    done
    [ ${#list[@]} -eq 0 ] && return 0
    printf '%s\n' "${list[@]}" | xargs -P "$JOBS" -n 2 sh -c "case \$0 in $HOT_FILES) o= ;; $SMALL_ROOMS) o=$SMALL ;; *) o= ;; esac
        $CC $CFLAGS \$o -MMD -c \"\$0\" -o \"\$1\"" || {
        say "build: compilation failed" >&2
        exit 1
    }
}

newer_than() { # target file...: true when the target is missing or older than one of them
    local t=$1 f
    shift
    [ -f "$t" ] || return 0
    for f in "$@"; do [ "$f" -nt "$t" ] && return 0; done
    return 1
}

build_core() {
    local src=() lib=() f
    for f in $(find core -name '*.c' | sort); do src+=("$f"); done
    compile_all "${src[@]}"
    for f in "${src[@]}"; do case $f in */main.c | */main_*.c) ;; *) lib+=("$(object_of "$f")") ;; esac; done
    if newer_than "$B/libsen.a" "${lib[@]}"; then
        rm -f "$B/libsen.a"
        ar rcs "$B/libsen.a" "${lib[@]}"
    fi
    link_program sen-worker core/wall/main_worker.c
    link_program sen-command core/app/main_command.c
    link_program sen core/app/main.c
}

link_program() { # name, its main file: with the libraries that this one uses
    local o
    o=$(object_of "$2")
    newer_than "$B/$1" "$B/libsen.a" "$o" || return 0
    $CC $LDFLAGS -pie -o "$B/$1.new" "$o" "$B/libsen.a" $LIBS
    mv "$B/$1.new" "$B/$1"
}

# plugins/NAME/NAME.c -> build/plugins/NAME/NAME.so; plugins/NAME/main.lua is copied. NAME/deps names pkg-config libraries,
# NAME/uses the folders of plugins/common/ it is built with (the files of plugins/common/ itself need no library: all get them).
# A file of plugins/common/ is compiled once for all plugins that use it.
build_plugins() {
    local d n out src obj libs uses
    mkdir -p "$B/plugins"
    for d in plugins/*/; do
        n=$(basename "$d")
        case $n in common | new) continue ;; esac
        out=$B/plugins/$n
        mkdir -p "$out"
        if [ -f "$d$n.c" ]; then
            libs=$(cat "${d}deps" 2>/dev/null || true)
            if [ -n "$libs" ] && ! pkg-config --exists $libs; then
                say "build: plugin $n skipped, it needs $libs (pkg-config); run ./build.sh deps"
                rm -rf "$out"
                continue
            fi
            uses=$(sed 's|^|plugins/common/|' "${d}uses" 2>/dev/null || true)
            src=$(find plugins/common -maxdepth 1 -name '*.c' | sort; find "$d" $uses -name '*.c' | sort)
            (CFLAGS="$PLUGIN_CFLAGS ${libs:+$(pkg-config --cflags $libs)}"; compile_all $src) || exit 1
            obj=$(for f in $src; do object_of "$f"; echo; done)
            if newer_than "$out/$n.so" $obj; then
                $CC -shared $PLUGIN_LDFLAGS -Wl,--as-needed,-z,defs,-z,relro,-z,now,-z,noexecstack -o "$out/$n.so.new" $obj ${libs:+$(pkg-config --libs $libs)}
                mv "$out/$n.so.new" "$out/$n.so"
            fi
        fi
        for f in main.lua README.md plugin.lua; do
            [ -f "$d$f" ] && { cmp -s "$d$f" "$out/$f" || cp "$d$f" "$out/$f"; }
        done
        chmod -R go-w "$out"
    done
    if [ -x "$B/sen" ]; then "$B/sen" plugin allow --built "$B/plugins" >/dev/null || say "build: plugins could not be allowed" >&2; fi
}

link_share() {
    mkdir -p "$B/share/sen"
    ln -sfn "$ROOT/scripts" "$B/share/sen/scripts"
    ln -sfn "$ROOT/content" "$B/share/sen/content"
    ln -sfn "$ROOT/plugins/new" "$B/share/sen/plugin-new"
    ln -sfn "$ROOT/core/abi" "$B/share/sen/include"
}

do_build() {
    need_tools
    set_flags
    build_core
    link_share
    [ -d plugins ] && build_plugins
    say "build: $B/sen is up to date"
}

do_words() {
    do_build
    "$B/sen" help --meta >scripts/meta/sen.d.lua
    "$B/sen" help --luacheck >.luacheckrc
    "$B/sen" help --words >scripts/meta/tra-cuu.md
    say "words: scripts/meta/sen.d.lua, scripts/meta/tra-cuu.md and .luacheckrc are made anew"
}

build_tests() {
    local f src=() n help=()
    [ -d tests/unit ] || return 0
    for f in $(find tests/unit -name '*.c' | sort); do src+=("$f"); done
    [ ${#src[@]} -eq 0 ] && return 0
    compile_all "${src[@]}"
    mkdir -p "$B/tests"
    for f in "${src[@]}"; do       # helpers of tests: every file that is neither a test nor the harness
        case $(basename "$f") in test_*|harness.c) ;; *) help+=("$(object_of "$f")") ;; esac
    done
    if [ ${#help[@]} -gt 0 ] && newer_than "$B/tests/libhelp.a" "${help[@]}"; then
        rm -f "$B/tests/libhelp.a"
        ar rcs "$B/tests/libhelp.a" "${help[@]}"
    fi
    [ ${#help[@]} -gt 0 ] && help=("$B/tests/libhelp.a")
    for f in "${src[@]}"; do
        n=$(basename "$f" .c)
        case $n in test_*) ;; *) continue ;; esac
        if newer_than "$B/tests/$n" "$(object_of "$f")" "$(object_of tests/unit/harness.c)" "${help[@]}" "$B/libsen.a"; then
            $CC $LDFLAGS -o "$B/tests/$n" "$(object_of "$f")" "$(object_of tests/unit/harness.c)" "${help[@]}" "$B/libsen.a" $LIBS
        fi
    done
}

do_test() {
    do_build
    build_tests
    SEN_BIN=$ROOT/$B SEN_ROOT=$ROOT MODE=$MODE bash tests/run.sh "$@"
}

do_install() {
    MODE=release do_build
    local p=${DESTDIR:-}${PREFIX:-/usr/local}
    install -d "$p/bin" "$p/lib/sen" "$p/share/sen"
    install -m 755 "$B/sen" "$p/bin/sen"
    install -m 755 "$B/sen-command" "$B/sen-worker" "$p/lib/sen/"
    rm -rf "$p/share/sen/scripts" "$p/share/sen/content" "$p/share/sen/plugin-new" "$p/share/sen/include" "$p/lib/sen/plugins"
    cp -r scripts content "$p/share/sen/"
    cp -r plugins/new "$p/share/sen/plugin-new"
    install -d "$p/share/sen/include"
    install -m 644 core/abi/sen_plugin.h "$p/share/sen/include/"
    cp -r "$B/plugins" "$p/lib/sen/plugins"
    "$p/bin/sen" plugin allow --built "$p/lib/sen/plugins" >/dev/null
    install -d "$p/share/man/vi/man1" "$p/share/man/man1" "$p/share/bash-completion/completions"
    "$B/sen" help --man >"$p/share/man/vi/man1/sen.1"
    "$B/sen" help --man --lang en >"$p/share/man/man1/sen.1"
    "$B/sen" help --completion >"$p/share/bash-completion/completions/sen"
    say "install: $p/bin/sen"
}

word=${1:-}
[ $# -gt 0 ] && shift
case $word in
"") usage ;;
deps) do_deps ;;
build) do_build ;;
test) do_test "$@" ;;
asan) MODE=asan exec "$0" test "$@" ;;
demo) do_deps; do_build; SEN_BIN=$ROOT/$B bash tests/demo.sh ;;
words) do_words ;;
check) bash tests/structure/check.sh ;;
fuzz) bash tests/fuzz/run.sh "${1:-60}" "${@:2}" ;;
bench) do_build; SEN_BIN=$ROOT/$B bash tests/bench/run.sh "$@" ;;
install) do_install ;;
clean) rm -rf "$B" ;;
*) usage >&2; exit 2 ;;
esac
