# case_install.sh - the program from a prefix: finds its base layer and plugins there, from any folder, and moves with it.
. "$SEN_ROOT/tests/lib.sh"
case ${MODE:-} in asan) ok "the release build is what is installed"; exit 0 ;; esac
(cd "$SEN_ROOT" && SEN_BUILD=$(realpath --relative-to="$SEN_ROOT" "$SEN_BIN") PREFIX=$W/p ./build.sh install) >"$W/install.log" 2>&1 && ok "install to a prefix" || not_ok "install to a prefix" "$(tail -5 "$W/install.log")"
S=$W/p/bin/sen
exits "runs from there" 0 "$S" --version
exits "init" 0 "$S" init ws --unit "Xã Thử" --year 2026
exits "import" 0 "$S" -C ws import "$W/p/share/sen/content/plans/ke-hoach-tinh-2026-2027.txt"
exits "build" 0 "$S" -C ws build --date 2026-10-01
"$SEN_BIN/sen" init ws2 --unit "Xã Thử" --year 2026 -q && "$SEN_BIN/sen" -C ws2 import "$SEN_ROOT/content/plans/ke-hoach-tinh-2026-2027.txt" -q 2>/dev/null && "$SEN_BIN/sen" -C ws2 build --date 2026-10-01 -q
rm -rf ws/out/.sen-build ws2/out/.sen-build
is "the same bytes as from the build folder" "" "$(diff -r ws/out ws2/out)"
[ -s "$W/p/share/man/vi/man1/sen.1" ] && ok "a man page" || not_ok "a man page"
[ -s "$W/p/share/bash-completion/completions/sen" ] && ok "a bash completion" || not_ok "a bash completion"
mv p q; exits "a moved prefix still works" 0 "$W/q/bin/sen" -C ws check --date 2026-10-01
printf x >>"$W/q/lib/sen/plugins/text/main.lua"
has "a plugin whose bytes changed is refused" "text" "$("$W/q/bin/sen" plugin list 2>&1 | grep -v nạp)"
finish
