#!/usr/bin/env bash
# run.sh - the one runner: unit programs, then command-line cases; the last line reads "N passed, N failed".
# Called by build.sh with SEN_BIN (build folder) and SEN_ROOT. Arguments, if any, choose the cases whose name holds one of them.
set -u
cd "$SEN_ROOT"
export SEN_BIN SEN_ROOT LC_ALL=C TZ=UTC
unset XDG_DATA_HOME LANG SEN_LANG NO_COLOR
log=$(mktemp -d)
trap 'rm -rf "$log"' EXIT
export HOME=$log/home TMPDIR=$log
mkdir -p "$HOME"
passed=0 failed=0

wanted() { [ $# -eq 1 ] && return 0; local n=$1 w; shift; for w in "$@"; do case $n in *"$w"*) return 0 ;; esac; done; return 1; }

one() { # name command...: counts its ok / not ok lines; a program that ends badly without a "not ok" counts as one failure
    local name=$1 rc ok bad
    shift
    timeout 600 "$@" >"$log/out" 2>&1 </dev/null
    rc=$?
    ok=$(grep -c '^ok - ' "$log/out")
    bad=$(grep -c '^not ok - ' "$log/out")
    if [ $rc -ne 0 ] && [ "$bad" -eq 0 ]; then bad=1; printf 'not ok - %s ended with code %s\n' "$name" "$rc"; fi
    if [ "$ok" -eq 0 ] && [ "$bad" -eq 0 ]; then bad=1; printf 'not ok - %s ran no test\n' "$name"; fi
    [ "$bad" -gt 0 ] && { printf '%s\n' "--- $name"; tail -n 60 "$log/out"; }
    grep -a '^# skip' "$log/out"
    printf '%-28s %4d ok %4d not ok\n' "$name" "$ok" "$bad"
    passed=$((passed + ok))
    failed=$((failed + bad))
}

ran=0
for t in "$SEN_BIN"/tests/test_*; do
    [ -x "$t" ] || continue
    n=$(basename "$t")
    wanted "$n" "$@" || continue
    ran=1
    one "$n" "$t"
done
for t in tests/*/case_*.sh; do
    [ -f "$t" ] || continue
    n=$(basename "$t" .sh)
    wanted "$n" "$@" || continue
    ran=1
    one "$n" bash "$t"
done
[ $ran = 1 ] || failed=1
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
