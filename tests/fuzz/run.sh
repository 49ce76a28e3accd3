#!/usr/bin/env bash
# run.sh - builds and runs every fuzz target for the given seconds each (further arguments: only those whose name holds one of
# them); what they find goes to build/fuzz/NAME. Called by build.sh. Ends with 0 when every target ran its time without a finding.
# A target may use the helpers of tests/unit (files that are neither test_* nor the harness). Beside fuzz_NAME.c a file
# fuzz_NAME.with names what of the plugins it is built with (first line) and their libraries (second line).
set -euo pipefail
cd "$(dirname "$0")/../.."
SECONDS_EACH=${1:-60}
[ $# -gt 0 ] && shift
B=${SEN_BUILD:-build}/fuzz
LIBS="lua5.4 sqlite3 libcmark libutf8proc yaml-0.1 jansson libsodium"
command -v clang >/dev/null || { echo "fuzz: clang is missing; run ./build.sh deps" >&2; exit 1; }
export FLAGS="-std=c11 -D_GNU_SOURCE -g -O1 -I. -DSEN_SANITIZED -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined -w $(pkg-config --cflags $LIBS)"
mkdir -p "$B/obj"
stale() { # object: 1 when it is up to date with what its .d names
    local d=${1%.o}.d f
    [ -f "$1" ] && [ -f "$d" ] || return 0
    for f in $(sed -e 's/^[^:]*://' -e 's/\\$//' "$d"); do [ -f "$f" ] && [ ! "$f" -nt "$1" ] || return 0; done
    return 1
}
objects=() todo=()
for f in $(find core -name '*.c' ! -name 'main.c' ! -name 'main_*.c' | sort) $(find tests/unit -name '*.c' ! -name 'test_*' ! -name harness.c | sort); do
    o=$B/obj/${f//\//-}.o
    objects+=("$o")
    if stale "$o"; then todo+=("$f" "$o"); fi
done
if [ ${#todo[@]} -gt 0 ]; then
    echo "fuzz: compiling $((${#todo[@]} / 2)) files"
    printf '%s\n' "${todo[@]}" | xargs -P "${JOBS:-$(nproc)}" -n 2 sh -c 'clang $FLAGS -MMD -c "$0" -o "$1"' || { echo "fuzz: compilation failed" >&2; exit 1; }
fi
rm -f "$B/libfuzz.a"
ar rcs "$B/libfuzz.a" "${objects[@]}"
ran=0 bad=0
for t in tests/fuzz/fuzz_*.c; do
    n=$(basename "$t" .c)
    n=${n#fuzz_}
    if [ $# -gt 0 ]; then case " $* " in *" $n "*) ;; *) continue ;; esac; fi
    with=$(sed -n 1p "${t%.c}.with" 2>/dev/null || true) libs=$(sed -n 2p "${t%.c}.with" 2>/dev/null || true)
    clang $FLAGS -fsanitize=fuzzer -o "$B/$n.run" "$t" $with "$B/libfuzz.a" $(pkg-config --cflags --libs $LIBS $libs) -lm -lpthread -ldl
    mkdir -p "$B/$n" "$B/$n.corpus" "tests/fuzz/corpus/$n"
    echo "fuzz: $n for $SECONDS_EACH s"
    ran=$((ran + 1))
    rc=0
    "$B/$n.run" -max_total_time="$SECONDS_EACH" -timeout=10 -rss_limit_mb=2048 -max_len=8192 -print_final_stats=1 -seed=1 \
        -artifact_prefix="$B/$n/" "$B/$n.corpus" "tests/fuzz/corpus/$n" >"$B/$n/log" 2>&1 || rc=$?
    runs=$(grep -aE 'number_of_executed_units' "$B/$n/log" | grep -oE '[0-9]+' | tail -1)
    if [ $rc -ne 0 ] || [ "${runs:-0}" -lt 1 ]; then
        bad=$((bad + 1))
        echo "fuzz: $n FAILED (exit $rc)"
        tail -30 "$B/$n/log"
    else
        echo "fuzz: $n: $runs runs, nothing found"
    fi
done
[ $ran -gt 0 ] || { echo "fuzz: no target" >&2; exit 1; }
echo "fuzz: $ran targets, $bad with findings"
[ $bad = 0 ]
