#!/usr/bin/env bash
# run.sh - `./build.sh bench`: measures the budgets and prints each beside its reference; arguments choose rows (B1 B4 …).
set -eu
log=$(mktemp -d)
open=$SEN_BIN/sen-open             # the same program without the walls, for B8 alone; it must stand beside the base layer
trap 'rm -rf "$log" "$open"' EXIT
for tool in gcc pkg-config python3; do command -v $tool >/dev/null || { echo "bench: $tool is missing; run ./build.sh deps" >&2; exit 1; }; done
gcc -O2 -o "$log/cmark_files" tests/bench/cmark_files.c $(pkg-config --cflags --libs libcmark)
for p in write_files measure; do gcc -O2 -o "$log/$p" "tests/bench/$p.c"; done
printf 'int main(void) { return 0; }\n' >"$log/empty.c"
gcc -O2 -o "$log/empty" "$log/empty.c"
gcc -std=c11 -D_GNU_SOURCE -O2 -I. -o "$open" tests/bench/no_seal.c "$SEN_BIN/obj/core-app-main.o" "$SEN_BIN/libsen.a" \
    $(pkg-config --libs lua5.4 sqlite3 libcmark libutf8proc yaml-0.1 jansson libsodium) -lm -lpthread -ldl
BENCH_LOG=$log python3 tests/bench/bench.py "$SEN_BIN/sen" "$@"
