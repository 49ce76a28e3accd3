#!/usr/bin/env bash
# run.sh - `./build.sh bench`: measures the budgets and prints each beside its reference; arguments choose rows (B1 B4 …).
set -eu
log=$(mktemp -d)
trap 'rm -rf "$log"' EXIT
for tool in gcc pkg-config python3; do command -v $tool >/dev/null || { echo "bench: $tool is missing; run ./build.sh deps" >&2; exit 1; }; done
gcc -O2 -o "$log/cmark_files" tests/bench/cmark_files.c $(pkg-config --cflags --libs libcmark)
for p in write_files measure; do gcc -O2 -o "$log/$p" "tests/bench/$p.c"; done
printf 'int main(void) { return 0; }\n' >"$log/empty.c"
gcc -O2 -o "$log/empty" "$log/empty.c"
BENCH_LOG=$log python3 tests/bench/bench.py "$SEN_BIN/sen" "$@"
