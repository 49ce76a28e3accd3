#!/usr/bin/env bash
# run.sh - `./build.sh bench`: measures the budgets and prints each beside its reference; arguments choose rows (B1 B4 …).
set -eu
log=$(mktemp -d)
open=$SEN_BIN/open                 # the same programs, the worker without the walls, for B8 alone
trap 'rm -rf "$log" "$open"' EXIT
for tool in gcc pkg-config python3; do command -v $tool >/dev/null || { echo "bench: $tool is missing; run ./build.sh deps" >&2; exit 1; }; done
gcc -O2 -o "$log/cmark_files" tests/bench/cmark_files.c $(pkg-config --cflags --libs libcmark)
for p in write_files measure; do gcc -O2 -o "$log/$p" "tests/bench/$p.c"; done
printf 'int main(void) { return 0; }\n' >"$log/empty.c"
gcc -O2 -o "$log/empty" "$log/empty.c"
mkdir -p "$open"
cp "$SEN_BIN/sen" "$SEN_BIN/sen-command" "$open/"
ln -sfn ../share "$open/share"
cp -r "$SEN_BIN/plugins" "$open/plugins"
gcc -std=c11 -D_GNU_SOURCE -O2 -I. -Wl,-z,relro,-z,now,-z,pack-relative-relocs,--as-needed,--gc-sections -o "$open/sen-worker" \
    tests/bench/no_seal.c "$SEN_BIN/obj/core-wall-main_worker.o" "$SEN_BIN/libsen.a" \
    $(pkg-config --libs lua5.4 sqlite3 libcmark libutf8proc yaml-0.1 jansson libsodium) -lm -lpthread -ldl
BENCH_LOG=$log python3 tests/bench/bench.py "$SEN_BIN/sen" "$@"
