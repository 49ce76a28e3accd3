#!/usr/bin/env bash
# case_trust.sh - files that came from elsewhere: shown before they run, bound to their bytes, asked again when one changes, held to
# the permissions they ask for; without a terminal the answer is no; "deny" stays; the ward's own files are never asked about.
. "$SEN_ROOT/tests/lib.sh"
export XDG_CONFIG_HOME=$W/config
tty() { # answer, command...: the command at a terminal where a person types the answer
    local answer=$1; shift
    printf '%s\n' "$answer" | script -qec "$(printf '%q ' "$SEN_BIN/sen" "$@")" /dev/null | tr -d '\r'
    return "${PIPESTATUS[1]}"
}
hash16() { sha256sum <"$1" | cut -c1-16; }
sen init ws --unit "Phường An Hòa" --year 2026 >/dev/null
cat >tu-tinh.lua <<'L'
-- quyền: sửa nhiệm vụ; thêm việc
sua.nhiem_vu "action-month" { chu_tri = "police", ly_do = "Tỉnh phân công" }
L
at=ws/units/phuong-an-hoa/scripts/tu-tinh.lua
lead() { sen -C ws show tasks action-month --json 2>/dev/null | python3 -c 'import json,sys; print(json.load(sys.stdin)["items"][0]["lead"])'; }
is "before" standing "$(lead)"

# nobody at a terminal
exits "without a terminal the answer is no" 3 sen -C ws import tu-tinh.lua
has "it says how to go on" "sen tin-cay xem tu-tinh.lua" "$err"
has "and what to type" "--ma $(hash16 tu-tinh.lua)" "$err"
[ ! -e $at ] && ok "nothing was taken in" || not_ok "nothing was taken in"
exits "reading it needs no workspace" 0 sen trust show tu-tinh.lua
has "every line is shown with its number" '    2  sua.nhiem_vu "action-month"' "$out"
has "and what it asks for" "sửa nhiệm vụ; thêm việc" "$out"
has "and its hash" "$(sha256sum <tu-tinh.lua | cut -c1-64)" "$out"
exits "the hash of something else is no consent" 3 sen -C ws import tu-tinh.lua --hash 00112233445566778899
exits "a few digits are no consent" 3 sen -C ws import tu-tinh.lua --hash "$(hash16 tu-tinh.lua | cut -c1-8)"
is "still" standing "$(lead)"

# a person at a terminal
out=$(tty k -C ws import tu-tinh.lua); rc=$?
is "a no is a refusal" 3 $rc
has "the text was shown first" 'sua.nhiem_vu "action-month"' "$out"
has "the question was asked" "Cho phép tệp này chạy" "$out"
out=$(tty c -C ws import tu-tinh.lua); rc=$?
is "deny stays: the same bytes are not asked about again" 3 $rc
lacks "no question" "Cho phép tệp này chạy" "$out"
exits "the denial can be taken back" 0 sen -C ws undo
out=$(tty c -C ws import tu-tinh.lua); rc=$?
is "a yes takes it in" 0 $rc
is "and it runs" police "$(lead)"
is "the bytes in place are the bytes that were read" "$(sha256sum <tu-tinh.lua)" "$(sha256sum <$at)"
exits "the list names it" 0 sen -C ws trust list --json
has "as allowed" '"state": "allow"' "$out"
has "with what it asks for" "sửa nhiệm vụ; thêm việc" "$out"
is "the view has it" "units/phuong-an-hoa/scripts/tu-tinh.lua|1" "$(sqlite3 -readonly ws/sen.db "SELECT path, allow FROM v_trust WHERE allow = 1")"

# one byte changes
echo '-- x' >>$at
exits "a changed byte asks again" 1 sen -C ws check
has "the file is named" "tu-tinh.lua: error[SEN8214]" "$out"
is "it does not run" standing "$(lead)"
exits "show says so" 0 sen -C ws trust show $at
has "not decided" "Hiện nay: chưa quyết" "$out"
exits "a build is made without it and says so" 1 sen -C ws build --date 2026-06-01 -q
exits "allowing without a terminal" 3 sen -C ws trust allow $at
exits "allowing by the hash that was shown" 0 sen -C ws trust allow $at --hash "$(hash16 $at)"
is "it runs again" police "$(lead)"
exits "deny" 0 sen -C ws trust deny $at
is "it does not run" standing "$(lead)"
exits "check says why" 1 sen -C ws check
has "denied" "error[SEN8215]" "$out"
exits "taken back" 0 sen -C ws undo
is "it runs again" police "$(lead)"

# the ward's own addition keeps it allowed
cp ws/units/phuong-an-hoa/scripts/ward.lua own.lua
exits "own files are not asked about" 0 sen -C ws edit task:action-month.note "Ghi chú" --why "thử"
exits "an own file is no file from elsewhere" 3 sen -C ws trust allow ws/units/phuong-an-hoa/scripts/ward.lua --hash 0011223344556677
sed 's/police/women/' tu-tinh.lua >ward.lua
exits "the ward's own work is not written over" 3 sen -C ws import ward.lua --hash "$(hash16 ward.lua)"
has "it says so" "SEN8228" "$err"
sen -C ws undo >/dev/null
rm $at
exits "a ward.lua without statements gives way" 0 sen -C ws import ward.lua --hash "$(hash16 ward.lua)"
is "it runs" women "$(lead)"
exits "sen add writes into it" 0 sen -C ws add item:action-month/hop "Họp tổ" han=20/11
is "it still runs" women "$(lead)"
exits "check has nothing against it" 0 bash -c '"$0" -C ws check | grep SEN82 && exit 1; exit 0' "$SEN_BIN/sen"
exits "undo" 0 sen -C ws undo
is "and still" women "$(lead)"
exits "undo the import" 0 sen -C ws undo
is "the old ward.lua is back" "$(cat own.lua)" "$(cat ws/units/phuong-an-hoa/scripts/ward.lua)"

# permissions
cat >nhieu.lua <<'L'
-- permissions: edit task; read values
sua.nhiem_vu "action-month" { chu_tri = "women", ly_do = "được phép" }
bo.viec "action-month/radio" { ly_do = "không xin" }
sen.output { id = "lau", title = "Lậu", suffix = "lau", write = function(doc) return "x" end }
L
exits "taken in" 0 sen -C ws import nhieu.lua --hash "$(hash16 nhieu.lua)"
exits "check finds what it did not ask for" 1 sen -C ws check
has "the removal" "nhieu.lua:3: error[SEN8231]" "$out"
has "and the output" "nhieu.lua:4" "$out"
sen -C ws undo >/dev/null
head -3 nhieu.lua >it.lua
exits "taken in without the output" 0 sen -C ws import it.lua --hash "$(hash16 it.lua)"
is "what it asked for is done" women "$(lead)"
has "what it did not ask for is not" action-month/radio "$(sen -C ws show checklists --json)"
sen -C ws undo >/dev/null
printf -- '-- quyen: bay nhiem_vu\nsua.nhiem_vu "action-month" { chu_tri = "women", ly_do = "x" }\n' >la.lua
sen -C ws import la.lua --hash "$(hash16 la.lua)" >/dev/null
exits "a permission nobody understands" 1 sen -C ws check
has "is named at its line" "la.lua:1: error[SEN8232]" "$out"
is "and gives nothing" standing "$(lead)"
sen -C ws undo >/dev/null

# what is shown cannot deceive
printf -- '-- x \xe2\x80\xae dao \x1b[2J \xe2\x80\x8b an\n' >bay.lua
exits "hidden characters are shown as such" 0 sen trust show bay.lua
has "direction" '\u{202E}' "$out"
has "escape" '\u{1B}' "$out"
printf 'a\0b' >nul.lua
exits "a script with NUL is refused" 3 sen -C ws import nul.lua --hash "$(hash16 nul.lua)"
cp tu-tinh.lua "Tu Tinh.lua"
exits "a name that is no id is refused" 3 sen -C ws import "Tu Tinh.lua" --hash "$(hash16 tu-tinh.lua)"
exits "dry run shows and writes nothing" 0 sen -C ws import tu-tinh.lua --dry-run
[ ! -e $at ] && ok "nothing written" || not_ok "nothing written"

# dropped into inbox/ without a person
sed "s/police/women/" tu-tinh.lua >ws/inbox/tu-tinh.lua
exits "watch refuses it with the reason" 3 sen -C ws watch --once
[ -f ws/inbox/khong-nhap-duoc/tu-tinh.lua ] && ok "it lies aside" || not_ok "it lies aside" "$(find ws/inbox)"
# run FILE asks nothing: it can only compute
printf 'return 1 + 1\n' >tinh.lua
exits "run asks nothing" 0 sen -C ws run tinh.lua
exits "the database is sound" 0 sen -C ws doctor
finish
