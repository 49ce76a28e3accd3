# case_crash.sh - a killed process, a full disk, an I/O error, refused memory: every writing command leaves the old state or the new.
. "$SEN_ROOT/tests/lib.sh"
if [ "${MODE:-}" = asan ]; then ok "not under the sanitizers, which bear no preloaded library"; finish; fi
gcc -shared -fPIC -O2 -Wall -Wextra -Werror -o crash.so "$SEN_ROOT/tests/hostile/crash.c" -ldl && ok "builds" || not_ok "builds"
python3 "$SEN_ROOT/tests/hostile/crash.py" "$W/crash.so" "$SEN_ROOT/content/plans" || bad=1
finish
