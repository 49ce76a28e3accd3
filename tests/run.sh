#!/usr/bin/env bash
# run.sh - the one runner: unit programs, then command-line cases, JOBS at a time; told in order; the last line reads "N passed, N failed".
# Called by build.sh with SEN_BIN (build folder) and SEN_ROOT. Arguments, if any, choose the cases whose name holds one of them.
# Each runs with a HOME and a TMPDIR of its own, so that none can see what another does.
set -u
cd "$SEN_ROOT"
export SEN_BIN SEN_ROOT LC_ALL=C TZ=UTC
unset XDG_DATA_HOME LANG SEN_LANG NO_COLOR
JOBS=${JOBS:-$(nproc)}
log=$(mktemp -d)
trap 'rm -rf "$log"' EXIT
passed=0 failed=0

wanted() { [ $# -eq 1 ] && return 0; local n=$1 w; shift; for w in "$@"; do case $n in *"$w"*) return 0 ;; esac; done; return 1; }

run() { # number command...: what it printed goes to NUMBER/out; NUMBER/rc appears when it has ended
    local d=$log/$1
    shift
    mkdir -p "$d/home" "$d/tmp"
    HOME=$d/home TMPDIR=$d/tmp timeout 900 "$@" >"$d/out" 2>&1 </dev/null
    echo $? >"$d/rc.new"
    rm -rf "$d/home" "$d/tmp"
    mv "$d/rc.new" "$d/rc"
}

tell() { # number name: counts its ok / not ok lines; a program that ends badly without a "not ok" counts as one failure
    local d=$log/$1 name=$2 rc ok bad
    rc=$(cat "$d/rc")
    ok=$(grep -ac '^ok - ' "$d/out")
    bad=$(grep -ac '^not ok - ' "$d/out")
    if [ "$rc" -ne 0 ] && [ "$bad" -eq 0 ]; then bad=1; printf 'not ok - %s ended with code %s\n' "$name" "$rc"; fi
    if [ "$ok" -eq 0 ] && [ "$bad" -eq 0 ]; then bad=1; printf 'not ok - %s ran no test\n' "$name"; fi
    [ "$bad" -gt 0 ] && { printf '%s\n' "--- $name"; grep -a -A8 '^not ok - ' "$d/out" | head -n 100; printf '%s\n' "..."; tail -n 20 "$d/out"; }
    grep -a '^# skip' "$d/out"
    printf '%-28s %4d ok %4d not ok\n' "$name" "$ok" "$bad"
    passed=$((passed + ok))
    failed=$((failed + bad))
    rm -rf "$d"
}

names=() told=0
tell_ended() { while [ "$told" -lt ${#names[@]} ] && [ -e "$log/$told/rc" ]; do tell "$told" "${names[$told]}"; told=$((told + 1)); done; }

start() { # name command...
    local name=$1
    shift
    while [ "$(jobs -rp | wc -l)" -ge "$JOBS" ]; do wait -n; tell_ended; done
    names+=("$name")
    run $((${#names[@]} - 1)) "$@" &
}

for t in "$SEN_BIN"/tests/test_*; do
    [ -x "$t" ] && wanted "$(basename "$t")" "$@" && start "$(basename "$t")" "$t"
done
for t in tests/*/case_*.sh; do
    [ -f "$t" ] && wanted "$(basename "$t" .sh)" "$@" && start "$(basename "$t" .sh)" bash "$t"
done
wait
tell_ended
[ ${#names[@]} -gt 0 ] || failed=1
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
