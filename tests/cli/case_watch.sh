#!/usr/bin/env bash
# case_watch.sh - build --watch and sen watch: a broken save leaves all that was built, is said once, and the mended one builds
# only what depends on it. Nothing here depends on how long a round takes, only on that it ends.
. "$SEN_ROOT/tests/lib.sh"
sen init ws --unit "Xã Tân Quy" --unit "Phường An Hòa" --year 2026 >/dev/null
pid=
trap '[ -n "$pid" ] && kill $pid 2>/dev/null; rm -rf "$W"' EXIT
X=ws/units/xa-tan-quy P=ws/units/phuong-an-hoa
mkdir -p $X/content
watch() { : >log; "$SEN_BIN/sen" -C ws --date 2026-03-01 "$@" >log 2>&1 & pid=$!; }
end() { kill $pid; wait $pid; is "$1" 0 $?; pid=; }
count() { grep -a -c -- "$1" log; }
# waits until the log has the text so many times
said() { [ "$(count "$1")" -ge "$2" ]; }
until_said() { until_true said "$2" "$3" && ok "$1" || not_ok "$1" "waited for: $2" "$(tail -20 log)"; }
files() { (cd ws/out && find . -type f ! -path './.sen-build/*' ! -name loi.txt -print0 | sort -z | xargs -0 sha256sum); }
stamps() { (cd ws/out && find "$1" -type f -printf '%p %T@ %i\n' | sort); }

watch build --watch --for all
until_said "the first round builds all" "2 đơn vị làm lại" 1
files >good; stamps phuong-an-hoa >other
echo 'sua.nhiem_vu "action-month" { chu_tri = ' >>$X/scripts/ward.lua
until_said "a broken save is said" "scripts/ward.lua:4: error" 1
files >now; cmp -s good now && ok "everything that was built is still there" || not_ok "everything that was built is still there" "$(diff good now | head -5)"
echo '-- ghi chú' >>$P/scripts/ward.lua
until_said "another save: the error is still there" "Vẫn còn 2 lỗi" 1
is "… but it is said once" 1 "$(count 'scripts/ward.lua:4: error')"
files >now; cmp -s good now && ok "the other unit is as it was" || not_ok "the other unit is as it was" "$(diff good now | head -5)"
sed -i '$d' $X/scripts/ward.lua
echo 'sua.nhiem_vu "action-month" { chu_tri = "women", ly_do = "Phân công" }' >>$X/scripts/ward.lua
until_said "a mended save is built" "Đã hết các lỗi" 1
until_said "… and only what depends on it" "1 đơn vị làm lại, 1 đơn vị không đổi" 1
stamps phuong-an-hoa | cmp -s - other && ok "no file of the other unit was touched" || not_ok "no file of the other unit was touched" "$(stamps phuong-an-hoa | diff - other | head -4)"
has "the change is in" "Hội Liên hiệp Phụ nữ" "$(cat ws/out/xa-tan-quy/tasks-table.csv)"
# a broken template fails its own material; a broken sen.lua fails no file
files >good
printf '{%% for t in tasks %%}\nkhông đóng\n' >$X/content/leaflet.md
until_said "a broken template is said" "content/leaflet.md:" 1
files >now; is "what it made before stays" "$(grep leaflet good)" "$(grep leaflet now)"
rm $X/content/leaflet.md
until_said "… mended" "Đã hết các lỗi" 2
files >good
cp ws/sen.lua sen.lua; echo 'workspace {' >>ws/sen.lua
until_said "a broken sen.lua is said" "sen.lua:6: error" 1
files >now; cmp -s good now && ok "everything stays" || not_ok "everything stays" "$(diff good now | head -5)"
cp sen.lua ws/sen.lua
until_said "… mended" "Đã hết các lỗi" 3
end "it ends when it is asked to"

# sen watch: the same, and what falls into inbox/
watch watch
cp "$SEN_ROOT/content/plans/ke-hoach-tinh-2026-2027.txt" ws/inbox/
until_true [ -e ws/inbox/da-nhap/ke-hoach-tinh-2026-2027.txt ]
[ -e ws/inbox/da-nhap/ke-hoach-tinh-2026-2027.txt ] && ok "… and moved" || not_ok "… and moved" "$(cat log)"
until_said "… and built" "2 đơn vị làm lại" 1
files >good
echo 'lỗi lỗi' >>$P/scripts/ward.lua
until_said "a broken save is said" "scripts/ward.lua:5:1: error" 1
files >now; cmp -s good now && ok "everything stays" || not_ok "everything stays" "$(diff good now | head -5)"
until_true [ -e ws/out/loi.txt ]
has "who edits in a shared folder finds the error in out/" "scripts/ward.lua:5:1" "$(cat ws/out/loi.txt)"
sed -i '$d' $P/scripts/ward.lua
until_said "… mended" "Đã hết các lỗi" 1
[ -e ws/out/loi.txt ] && not_ok "… and it goes" || ok "… and it goes"
end "it ends when it is asked to"
finish
