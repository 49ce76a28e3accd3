# case_clumsy.sh - what an officer types in a hurry: accents and decomposed letters in options, new ids as plain words, half arguments.
. "$SEN_ROOT/tests/lib.sh"
plan=$SEN_ROOT/content/plans/ke-hoach-tinh-2026-2027.txt
sen init ws --unit "Phường Một" --year 2026 -q && sen -C ws import "$plan" -q 2>/dev/null
S="-C ws --date 2026-10-01"
nfd() { python3 -c 'import sys,unicodedata;sys.stdout.write(unicodedata.normalize("NFD",sys.argv[1]))' "$1"; }
plain=$(sen -C ws hom-nay --ngay 2026-03-01)
is "an option with its accents" "$plain" "$(sen -C ws hom-nay --ngày 2026-03-01)"
is "decomposed, with = and a capital" "$plain" "$(sen -C ws hom-nay "$(nfd --Ngày)=2026-03-01")"
exits "an option that is none" 2 sen -C ws hom-nay --ngàyy 2026-03-01; has "the nearest is named" "--ngay" "$err"
exits "a reason, in its own spelling" 0 sen $S sửa task:action-month.lead women --lý-do "Phân công lại"
exits "a task by its name" 0 sen $S them "task:Tập huấn cán bộ" "Tập huấn cán bộ"; has "becomes an id" 'them.nhiem_vu "tap-huan-can-bo"' "$out"
exits "an item under it, the same way" 0 sen $S them "Tập huấn cán bộ/Mời giảng viên" "Mời giảng viên"; has "too" '"tap-huan-can-bo/moi-giang-vien"' "$out"
exits "an id that is none" 3 sen $S them "task:!!!" "Việc"; has "is named as typed" "!!!" "$err"
exits "no path becomes an id" 3 sen $S them "task:../x" "Việc"
exits "a field without its value" 2 sen $S them tap-huan-can-bo/b "Việc" due; has "shows how" "[TRƯỜNG=GIÁ_TRỊ…]" "$err"
exits "no output named" 2 sen $S build --dang ,
exits "units as JSON" 0 sen $S unit list --json; is "as show gives them" "$(sen $S show units --json)" "$out"
exits "a part of an indicator that has none" 3 sen $S ghi events-held nam=1 --ky 2026; has "says how it is written" "chỉ ghi một số" "$err"
exits "free parts, given as one number" 0 sen $S ghi news-items 4 --ky 2026; has "says how they are written" "sen ghi news-items TÊN=…" "$err"
# what a ward set wrongly is shown where the ward set it, not where the material was declared
W1=ws/units/phuong-mot/scripts/ward.lua
cp $W1 keep.lua; printf '\nsua.tai_lieu "leaflet" { kenh = { "khong-co" }, ly_do = "x" }\nsua.tai_lieu "qa" { mau = "khong-co.md", ly_do = "x" }\n' >>$W1
n=$(grep -c '' $W1)
exits "an output and a template that are not there" 1 sen $S check
has "the channel's line" "ward.lua:$((n - 1)): error[SEN6029]" "$out"; has "the template's line" "ward.lua:$n: error[SEN4160]" "$out"
mv keep.lua $W1
# every command a message or its example tells to type is there, with its options
said=$(python3 - "$SEN_ROOT/core/base/messages.def" <<'P'
import re, sys
print(*sorted(set(re.findall(r'(?<![\w./:-])sen ([a-z][a-z-]+)', open(sys.argv[1], encoding="utf-8").read()))))
P
)
none=""; for w in $said; do sen help "$w" >/dev/null 2>&1 || none="$none $w"; done
is "messages name only commands that are there" "" "$none"
# what could not be written is named with the folder it stands in
sen $S build leaflet --draft -q 2>/dev/null; rm ws/out/phuong-mot/leaflet.html; mkdir -p ws/out/phuong-mot/leaflet.html/x
exits "a folder in the place of a file" 4 sen $S build leaflet --draft; has "its whole name" "out/phuong-mot/leaflet.html" "$err"
rm -r ws/out/phuong-mot/leaflet.html
# a database changed by hand does not write to the terminal
python3 - ws/sen.db <<'P'
import sqlite3, sys
d = sqlite3.connect(sys.argv[1])
d.execute("update version set subject=?", ("x\x1b[31m\u202e",))
d.commit()
P
exits "a foreign text is shown" 0 sen $S show plan; has "escaped" 'x\u{1B}[31m\u{202E}' "$out"; lacks "not as it is" $'\x1b' "$out"
finish
