#!/usr/bin/env bash
# run.sh - builds and runs every fuzz target for the given seconds each; finds go to build/fuzz/NAME. Called by build.sh.
# A second argument names one target. fuzz_NAME.with, if it is there, has the sources of plugins a target needs (first line) and
# their libraries by pkg-config (second line).
# A target may use the helpers of tests/unit (files that are neither test_* nor the harness).
set -euo pipefail
cd "$(dirname "$0")/../.."
SECONDS_EACH=${1:-60}
B=${SEN_BUILD:-build}/fuzz
LIBS="lua5.4 sqlite3 libcmark libutf8proc yaml-0.1 jansson libsodium"
command -v clang >/dev/null || { echo "fuzz: clang is missing; run ./build.sh deps" >&2; exit 1; }
FLAGS="-std=c11 -D_GNU_SOURCE -g -O1 -I. -DSEN_SANITIZED -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined $(pkg-config --cflags $LIBS)"
mkdir -p "$B/obj"
objects=()
for f in $(find core -name '*.c' ! -name 'main.c' ! -name 'main_*.c' | sort) $(find tests/unit -name '*.c' ! -name 'test_*' ! -name harness.c | sort); do
    o=$B/obj/${f//\//-}.o
    objects+=("$o")
    if [ ! -f "$o" ] || [ "$f" -nt "$o" ] || [ -n "$(find core tests/unit -name '*.h' -newer "$o" -print -quit)" ] || [ core/base/messages.def -nt "$o" ]; then
        clang $FLAGS -c "$f" -o "$o"
    fi
done
rm -f "$B/libfuzz.a"
ar rcs "$B/libfuzz.a" "${objects[@]}"
ran=0 bad=0
for t in tests/fuzz/fuzz_*.c; do
    n=$(basename "$t" .c)
    n=${n#fuzz_}
    [ "${2:-$n}" = "$n" ] || continue
    with=$(sed -n 1p "${t%.c}.with" 2>/dev/null || true) libs=$(sed -n 2p "${t%.c}.with" 2>/dev/null || true)
    if [ -n "$libs" ] && ! pkg-config --exists $libs; then echo "fuzz: $n needs $libs; run ./build.sh deps" >&2; bad=1; continue; fi
    clang $FLAGS -fsanitize=fuzzer,address,undefined -o "$B/$n.run" "$t" $with "$B/libfuzz.a" $(pkg-config --libs $LIBS $libs) -lm -lpthread -ldl
    mkdir -p "$B/$n" "$B/$n.corpus"
    echo "fuzz: $n for $SECONDS_EACH s"
    ran=1
    "$B/$n.run" -max_total_time="$SECONDS_EACH" -timeout=5 -rss_limit_mb=2048 -max_len=8192 -print_final_stats=1 \
        -artifact_prefix="$B/$n/" "$B/$n.corpus" "tests/fuzz/corpus/$n" >"$B/$n/log" 2>&1 || { bad=1; tail -30 "$B/$n/log"; }
    grep -E 'number_of_executed_units' "$B/$n/log" || true
done
[ $ran = 1 ] || { echo "fuzz: no target" >&2; exit 1; }
exit $bad
