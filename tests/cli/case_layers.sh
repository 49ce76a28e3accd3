#!/usr/bin/env bash
# case_layers.sh - any number of layers; a province's layer as one signed file; locks, waivers, conflicts; why, step by step.
. "$SEN_ROOT/tests/lib.sh"
export XDG_CONFIG_HOME=$W/config
tty() { local answer=$1; shift
    printf '%s\n' "$answer" | script -qec "$(printf '%q ' "$SEN_BIN/sen" "$@")" /dev/null | tr -d '\r'; return "${PIPESTATUS[1]}"; }
q() { sqlite3 -readonly ws/sen.db "$@"; }
lead() { sen -C ws show tasks action-month --json 2>/dev/null | python3 -c 'import json,sys; print(json.load(sys.stdin)["items"][0]["lead"])'; }
hash16() { sha256sum <"$1" | cut -c1-16; }

# --- keys ---
exits "a key is made" 0 sen key new "Tỉnh Đồng Tháp"
is "its secret half is for this account alone" 600 "$(stat -c %a "$XDG_CONFIG_HOME/sen/keys/tinh-dong-thap.key")"
is "the folder too" 700 "$(stat -c %a "$XDG_CONFIG_HOME/sen/keys")"
exits "not twice" 3 sen key new "Tỉnh Đồng Tháp"
exits "show prints the public half" 0 sen key show tinh-dong-thap
printf '%s\n' "$out" >dt.khoa
lacks "and not the secret one" "$(sed -n 's/^secret //p' "$XDG_CONFIG_HOME/sen/keys/tinh-dong-thap.key")" "$out"
pub=$(sed -n 's/^public //p' dt.khoa)
is "64 digits" 64 ${#pub}
exits "as JSON" 0 sen key show tinh-dong-thap --json
has "key" "\"key\": \"$pub\"" "$out"
exits "no such key" 3 sen key show la
chmod 644 "$XDG_CONFIG_HOME/sen/keys/tinh-dong-thap.key"
exits "a key others can read is refused" 3 sen key show tinh-dong-thap
has "with the remedy" "chmod 600" "$err"
chmod 600 "$XDG_CONFIG_HOME/sen/keys/tinh-dong-thap.key"

# --- bundle ---
mkdir -p tinh/scripts/examples tinh/content/thu
printf '2026.1\n' >tinh/phien-ban.txt
cat >tinh/scripts/01.lua <<'L'
sua.nhiem_vu "action-month" { chu_tri = "police", ly_do = "Tỉnh phân công" }
khoa "task:action-month.han" { "Hạn của tỉnh", huong = "som_hon", can_cu = "Kế hoạch số 17/KH-UBND, mục IV.7" }
khoa "task:action-month.phoi_hop" { huong = "them_vao", can_cu = "Quy chế phối hợp số 5" }
khoa "task:action-month.ghi_chu" { can_cu = "Công văn 9" }
khoa "item:action-month/radio.so_lan" { huong = "cao_hon", can_cu = "Công văn 10" }
L
printf 'error(1)' >tinh/scripts/examples/x.lua
printf '# Thư\n\nNội dung của tỉnh.\n' >tinh/content/thu/thu-tinh.md
exits "a layer without a version" 3 bash -c 'mkdir -p k/scripts; echo > k/scripts/a.lua; "$0" bundle --layer k' "$SEN_BIN/sen"
has "asks for it" "phien-ban.txt" "$err"
exits "a folder without anything" 3 bash -c 'mkdir -p r; echo 1 > r/version.txt; "$0" bundle --layer r' "$SEN_BIN/sen"
exits "no folder" 3 sen bundle --layer khong-co
exits "bundle needs its folder" 2 sen bundle
exits "signed" 0 sen bundle --layer tinh --key tinh-dong-thap --name dong-thap --out a.senlayer
exits "again" 0 sen bundle --layer tinh --key tinh-dong-thap --name dong-thap --out b.senlayer
cmp -s a.senlayer b.senlayer && ok "the same layer gives the same bytes" || not_ok "the same layer gives the same bytes"
exits "without a key" 0 sen bundle --layer tinh --name dong-thap --out un.senlayer
exits "with a key nobody has" 3 sen bundle --layer tinh --key la --out c.senlayer
lacks "examples stay at home" "examples" "$(strings a.senlayer)"

# --- taking it in ---
sen init ws --unit "Phường An Hòa" --year 2026 >/dev/null
before=$(sha256sum <ws/sen.db)
exits "an unknown key: no" 3 sen -C ws import a.senlayer
has "the key is shown whole" "$pub" "$err"
has "with the command to type" "sen khoa-ky tin $pub" "$err"
is "nothing changed" "$before" "$(sha256sum <ws/sen.db)"
[ ! -e ws/layers ] && ok "no folder" || not_ok "no folder"
out=$(tty k -C ws import a.senlayer); is "at a terminal a no is a no" 3 $?
has "it was shown what it holds" "content/thu/thu-tinh.md" "$out"
exits "trust" 0 sen -C ws key trust dt.khoa --name "Sở Nội vụ"
exits "now it comes in" 0 sen -C ws import a.senlayer
has "who signed is said" "Sở Nội vụ" "$out"
is "its files" "layers/dong-thap/content/thu/thu-tinh.md layers/dong-thap/scripts/01.lua" "$(cd ws && find layers -type f | sort | xargs)"
is "sen.lua grew by one statement" 'sua.noi_lam_viec "workspace" { lop = them { "layers/dong-thap" }, ly_do = "Nhận lớp dong-thap, phiên bản 2026.1" }' "$(tail -1 ws/sen.lua)"
is "it works" police "$(lead)"
is "the view says who signed" "dong-thap|2026.1|$pub" "$(q "SELECT name, version, signed_by FROM v_layers WHERE name <> 'sen'")"
exits "again: nothing new" 0 sen -C ws import b.senlayer
has "said" "không có gì mới" "$out"
exits "show layers, low to high" 0 sen -C ws show layers
is "base, province, workspace, unit" "base dong-thap workspace unit" "$(printf '%s\n' "$out" | cut -f1 | xargs)"

# --- why ---
exits "why" 0 sen -C ws why task:action-month.lead
has "the base's step with file and line" "sen:scripts/41-campaigns.lua:" "$out"
has "the province's, with the value before and the reason" "(trước đó «standing»)" "$out"
has "file and line" "layers/dong-thap/scripts/01.lua:1, lý do: Tỉnh phân công" "$out"
exits "as JSON" 0 sen -C ws why task:action-month.lead --json
is "every step with old, new, file, line, reason" "['base', 'dong-thap'] police layers/dong-thap/scripts/01.lua 1 Tỉnh phân công" "$(printf '%s' "$out" |
    python3 -c 'import json,sys; s=json.load(sys.stdin)["steps"]; x=s[-1]; print([y["layer"] for y in s], x["after"], x["file"], x["line"], x["why"])')"
sen -C ws build --date 2026-06-01 -q >/dev/null 2>&1
sed -n 's/.*data-origin="\([a-z]*:[^"]*\)".*/\1/p' ws/out/phuong-an-hoa/*.html | sort -u | head -40 >origins
[ "$(wc -l <origins)" -gt 5 ] && ok "blocks of the documents carry where they came from" || not_ok "blocks of the documents carry where they came from"
bad_origin=0
while IFS= read -r o; do sen -C ws why "$o" >/dev/null 2>&1 || { bad_origin=1; echo "# $o"; }; done <origins
is "each can be pasted into sen why" 0 $bad_origin
# the same of the other outputs: the part of a Word file that names its blocks, and JSON
sen -C ws build checklist indicator-report --format json,docx --date 2026-06-01 --for phuong-an-hoa -q >/dev/null 2>&1
cat >origins.py <<'P'
import json, re, sys, zipfile
if sys.argv[1].endswith(".docx"):
    found = re.findall(r' origin="([^"]*)"', zipfile.ZipFile(sys.argv[1]).read("customXml/item1.xml").decode())
else:
    found = []
    def walk(x):
        if isinstance(x, dict):
            found.extend([x["origin"]] if isinstance(x.get("origin"), str) else [])
            for v in x.values(): walk(v)
        elif isinstance(x, list):
            for v in x: walk(v)
    walk(json.load(open(sys.argv[1])))
kinds = {}
for o in dict.fromkeys(found): kinds.setdefault(o.split(":")[0], []).append(o)
for k in sorted(kinds): print(*kinds[k][:3], sep="\n")
P
for x in checklist.json checklist.docx indicator-report.docx; do
    python3 origins.py ws/out/phuong-an-hoa/$x >origins; bad_origin=0
    [ -s origins ] || bad_origin=1
    while IFS= read -r o; do sen -C ws why "$o" --for phuong-an-hoa >/dev/null 2>&1 || { bad_origin=1; echo "# $o"; }; done <origins
    is "the blocks of $x too ($(cut -d: -f1 origins | sort -u | xargs))" 0 $bad_origin
done

# --- locks ---
try() { # name, want exit, statement: appended to the ward's script, checked, taken out again
    cp ws/units/phuong-an-hoa/scripts/ward.lua ward.keep
    printf '%s\n' "$3" >>ws/units/phuong-an-hoa/scripts/ward.lua
    out=$(sen -C ws check --date "${date:-2026-06-01}" 2>&1 | grep -a -A1 'units/phuong-an-hoa/scripts')
    local line; line=$(wc -l <ws/units/phuong-an-hoa/scripts/ward.lua)
    case $2 in
    0) if [ -z "$(printf '%s' "$out" | grep -a error)" ]; then ok "$1"; else not_ok "$1" "$out"; fi ;;
    *) case $out in *"ward.lua:$line: error[$2]"*) ok "$1" ;; *) not_ok "$1" "want $2 at line $line" "$out" ;; esac ;;
    esac
    cp ward.keep ws/units/phuong-an-hoa/scripts/ward.lua
}
try "an earlier date is allowed" 0 'sua.nhiem_vu "action-month" { han = "10/12", ly_do = "x" }'
try "a later one is not" SEN3125 'sua.nhiem_vu "action-month" { han = "20/12", ly_do = "x" }'
has "the legal basis is quoted" "Kế hoạch số 17/KH-UBND, mục IV.7" "$out"
try "one more partner is allowed" 0 'sua.nhiem_vu "action-month" { phoi_hop = them { "health" }, ly_do = "x" }'
try "one less is not" SEN3125 'sua.nhiem_vu "action-month" { phoi_hop = bo { "women" }, ly_do = "x" }'
has "basis" "Quy chế phối hợp số 5" "$out"
try "a fixed field stays" SEN3125 'sua.nhiem_vu "action-month" { ghi_chu = "khác", ly_do = "x" }'
try "more times are allowed" 0 'sua.viec "action-month/radio" { so_lan = 6, ly_do = "x" }'
try "fewer are not" SEN3125 'sua.viec "action-month/radio" { so_lan = 2, ly_do = "x" }'
try "what is locked is not removed" SEN3132 'bo.viec "action-month/radio" { ly_do = "x" }'
try "nor with the task it belongs to" SEN3132 'bo.nhiem_vu "action-month" { ly_do = "x" }'
try "nor hidden" SEN3140 'sua.nhiem_vu "action-month" { chi_cho = { loai = "xa" }, ly_do = "x" }'
try "nor is the lock itself taken away" SEN3132 'bo.khoa "task:action-month.due" { ly_do = "x" }'
try "or turned round" SEN3140 'sua.khoa "task:action-month.due" { huong = "muon_hon", ly_do = "x" }'
try "a second lock on the same field is none" SEN3136 'khoa "task:action-month.han" { huong = "muon_hon", can_cu = "tự đặt" }'
try "a lock on nothing" SEN3131 'khoa "task:khong-co.han" { can_cu = "x" }'
# --- waivers ---
try "a waiver with reason, approver and end" 0 'ngoai_le.nhiem_vu "action-month" { han = "20/12", ly_do = "Bão số 9", nguoi_duyet = "Chủ tịch UBND tỉnh", het_hieu_luc = "31/12/2026" }'
try "without an approver" SEN3127 'ngoai_le.nhiem_vu "action-month" { han = "20/12", ly_do = "Bão", het_hieu_luc = "31/12/2026" }'
try "without an end" SEN3127 'ngoai_le.nhiem_vu "action-month" { han = "20/12", ly_do = "Bão", nguoi_duyet = "CT" }'
try "without a reason" SEN3119 'ngoai_le.nhiem_vu "action-month" { han = "20/12", nguoi_duyet = "CT", het_hieu_luc = "31/12/2026" }'
try "of what is not locked" SEN3126 'ngoai_le.nhiem_vu "action-month" { chu_tri = "women", ly_do = "x", nguoi_duyet = "CT", het_hieu_luc = "31/12/2026" }'
date=2026-12-31 try "on its last day it still holds" 0 'ngoai_le.nhiem_vu "action-month" { han = "20/12", ly_do = "Bão", nguoi_duyet = "CT", het_hieu_luc = "31/12/2026" }'
date=2027-01-01 try "the day after it is red" SEN3128 'ngoai_le.nhiem_vu "action-month" { han = "20/12", ly_do = "Bão", nguoi_duyet = "CT", het_hieu_luc = "31/12/2026" }'
# --- errors at their line ---
try "an override of nothing" SEN3120 'sua.nhiem_vu "action-month" { chu_tri = "police", ly_do = "x" }'
try "an unknown id" SEN3101 'sua.nhiem_vu "action-mont" { chu_tri = "women", ly_do = "x" }'
has "with the nearest" "action-month" "$out"
try "an unknown field" SEN3115 'sua.nhiem_vu "action-month" { chu_trii = "women", ly_do = "x" }'
try "a wrong type" SEN3105 'sua.viec "action-month/radio" { so_lan = "nhiều", ly_do = "x" }'
try "without a reason" SEN3119 'sua.nhiem_vu "action-month" { chu_tri = "women" }'
cp ws/units/phuong-an-hoa/scripts/ward.lua ward.keep
echo 'sua.nhiem_vu "action-month" { chu_tri = "women", ly_do = "một" }' >ws/units/phuong-an-hoa/scripts/a.lua
try "two of one layer on one field" SEN3121 'sua.nhiem_vu "action-month" { chu_tri = "media", ly_do = "hai" }'
has "the other one is named" "scripts/a.lua:1" "$out"
exits "conflicts between layers are listed" 1 bash -c '"$0" -C ws check --conflicts | grep SEN3133; exit 1' "$SEN_BIN/sen"
has "province over base" "lớp dong-thap thay giá trị của lớp base" "$out"
has "and unit over province" "lớp unit thay giá trị của lớp dong-thap" "$out"
rm ws/units/phuong-an-hoa/scripts/a.lua

# --- a newer version ---
sen -C ws edit task:action-month.lead women --why "Phường phân công" >/dev/null
printf '2026.2\n' >tinh/phien-ban.txt
sed -i 's/"police"/"labour"/' tinh/scripts/01.lua
rm -r tinh/content
exits "bundled" 0 sen bundle --layer tinh --key tinh-dong-thap --name dong-thap --out a2.senlayer
exits "the newer one replaces it" 0 sen -C ws import a2.senlayer
has "as an upgrade" "từ phiên bản 2026.1 lên 2026.2" "$out"
[ ! -e ws/layers/dong-thap/content ] && ok "what it no longer holds is gone" || not_ok "what it no longer holds is gone"
is "the ward's own still stands" women "$(lead)"
has "and the conflict waits" "task:action-month.lead" "$(sen -C ws review)"
is "sen.lua names the layer once" 1 "$(grep -c layers/dong-thap ws/sen.lua)"
exits "an older version is refused" 3 sen -C ws import a.senlayer
has "with the versions" "2026.1" "$err"
echo '-- khác' >>tinh/scripts/01.lua
sen bundle --layer tinh --key tinh-dong-thap --name dong-thap --out a2b.senlayer >/dev/null
exits "the same version with other bytes is refused" 3 sen -C ws import a2b.senlayer
exits "undo brings the old version back" 0 sen -C ws undo
[ -f ws/layers/dong-thap/content/thu/thu-tinh.md ] && ok "with its files" || not_ok "with its files"
is "version" 2026.1 "$(q "SELECT version FROM v_layers WHERE name = 'dong-thap'")"
sen -C ws undo >/dev/null
is "police again" police "$(lead)"

# --- the bytes that run are the bytes that were signed ---
cp ws/layers/dong-thap/scripts/01.lua keep.lua
echo '-- thêm' >>ws/layers/dong-thap/scripts/01.lua
is "a changed file does not run" standing "$(lead)"
exits "check says so" 1 sen -C ws check
has "at the file" "layers/dong-thap/scripts/01.lua: error[SEN8216]" "$out"
exits "the same file again brings it back" 0 sen -C ws import a.senlayer
is "it runs" police "$(lead)"
echo 'sua.nhiem_vu "action-month" { ghi_chu = "lén", ly_do = "x" }' >ws/layers/dong-thap/scripts/99.lua
exits "a file nobody signed" 1 sen -C ws check
has "does not run either" "layers/dong-thap/scripts/99.lua: error[SEN8216]" "$out"
sed -i 's|layers/dong-thap|./layers//dong-thap/|' ws/sen.lua
exits "nor under another spelling of its path" 1 sen -C ws check
has "refused" "99.lua: error[SEN8216]" "$out"
sed -i 's|./layers//dong-thap/|layers/dong-thap|' ws/sen.lua
rm ws/layers/dong-thap/scripts/99.lua
echo 'x' >>ws/layers/dong-thap/content/thu/thu-tinh.md
exits "a changed template is refused too" 1 sen -C ws check
has "at the file" "thu-tinh.md: error[SEN8216]" "$out"
sen -C ws import a.senlayer >/dev/null

# --- keys come and go ---
exits "forget the key" 0 sen -C ws key forget "so noi vu"
is "the layer does not run" standing "$(lead)"
exits "check says why" 1 sen -C ws check
has "the key" "SEN8217" "$out"
exits "undo" 0 sen -C ws undo
is "it runs again" police "$(lead)"
sen key new khac >/dev/null
sed -i 's/2026.2/2026.3/' tinh/phien-ban.txt
sen bundle --layer tinh --key khac --name dong-thap --out la.senlayer >/dev/null
sen key show khac >khac.khoa
sen -C ws key trust khac.khoa >/dev/null
exits "another trusted key does not take over a layer" 3 sen -C ws import la.senlayer
has "it is said" "SEN8213" "$err"
sen bundle --layer tinh --name dong-thap --out la2.senlayer >/dev/null
exits "nor does no signature at all" 3 sen -C ws import la2.senlayer --hash "$(hash16 la2.senlayer)"
exits "a key that is no key" 3 sen -C ws key trust 1234
exits "list" 0 sen -C ws key show --json
has "trusted ones" '"Sở Nội vụ"' "$out"

# --- not signed ---
printf '1\n' >tinh/phien-ban.txt
sen bundle --layer tinh --name la-lam --out un.senlayer >/dev/null
exits "not signed and nobody there: no" 3 sen -C ws import un.senlayer
has "read it first" "sen tin-cay xem un.senlayer" "$err"
out=$(tty c -C ws import un.senlayer); is "at a terminal, after every line was shown" 0 $?
has "every line" '    1  sua.nhiem_vu "action-month"' "$out"
exits "the trust list has it" 0 sen -C ws trust list
has "as not signed" "không ký" "$out"
sen -C ws undo >/dev/null
exits "by its hash" 0 sen -C ws import un.senlayer --hash "$(hash16 un.senlayer)"
sen -C ws undo >/dev/null
out=$(tty k -C ws import un.senlayer)
exits "denied stays denied" 3 sen -C ws import un.senlayer
has "said" "SEN8210" "$err"

# --- any number ---
list=''
for i in $(seq -w 1 60); do
    mkdir -p "ws/lop/l$i/scripts"
    echo "sua.viec \"action-month/radio\" { so_lan = $((10 + 10#$i)), ly_do = \"lớp $i\" }" >"ws/lop/l$i/scripts/a.lua"
    list="$list\"lop/l$i\", "
done
sed -i "s|  year = 2026,|  year = 2026, layers = { $list },|" ws/sen.lua
exits "sixty layers" 0 sen -C ws why item:action-month/radio.times
has "the last one wins" "radio.times (số lần) = «70»" "$out"
is "every step is shown" 61 "$(printf '%s\n' "$out" | grep -c ' lý do: lớp \|sen:scripts')"
exits "the doctor is content" 0 sen -C ws doctor
finish
