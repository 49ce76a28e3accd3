# case_word_ticks.sh - boxes ticked in a Word file of Sen: each is a proposal to record the item as done, and ends where `sen tick` does.
. "$SEN_ROOT/tests/lib.sh"
word=$SEN_ROOT/tests/official/word.py
texts() { python3 "$SEN_ROOT/tests/official/texts.py" "$1"; }
sen init ws --unit "Phường An Hòa" >/dev/null
u=phuong-an-hoa; o=ws/out/$u/checklist.docx
build() { sen -C ws build checklist --format docx --date 2026-02-01 >/dev/null 2>&1; }
build
[ -f $o ] || { ok "skipped: no Word output here"; [ "${CI:-}" = true ] && not_ok "no Word output and CI=true"; finish; }
cp -r ws fresh
props() { sen -C ws review --json | python3 -c '
import json, sys
for p in json.load(sys.stdin)["items"]: print(p["kind"], p["address"].replace("units/phuong-an-hoa/content/", ""), p["field"] or "-", sep="|")'; }
edit() { name=$1; shift; rm -rf ws; cp -r fresh ws; python3 "$word" $o e.docx "$@" && sen -C ws import e.docx >said.txt 2>&1; is "$name: import" 0 $?; got=$(props); }
ticks() { sqlite3 ws/sen.db "SELECT item, done_on, times FROM v_ticks" 2>/dev/null || python3 -c '
import sqlite3
for r in sqlite3.connect("ws/sen.db").execute("SELECT item, done_on, times FROM v_ticks"): print(*r, sep="|")'; }
item=work-programme/read; line="Đọc kế hoạch cấp trên"

edit "clicked" "box('$line', 1)"
is "one proposal for the item" "word-tick|item:$item|done" "$got"
has "it reads as ticked" "☑ $line" "$(sen -C ws review 1)"
exits "accepted" 0 sen -C ws review all accept --date 2026-02-05
has "said as sen tick says it" "Đã ghi xong $item" "$out"
is "the row that sen tick writes" "$item|2026-02-05|1" "$(ticks)"
build
has "the next document says so" "☑ $line, ghi ra việc của phường, hạn phải nộp và chỗ cần hỏi lại (Phòng Văn hóa - Xã hội), xong ngày 05/02/2026" "$(texts $o)"
has "nothing is left" " 0 chỗ sửa chờ quyết" "$(sen -C ws import --dry-run e.docx 2>&1)"
rm -rf done; cp -r ws done
python3 "$word" $o e.docx "box('$line', 0)"; sen -C ws import e.docx >/dev/null 2>&1
is "unticked: one proposal" "word-tick|item:$item|done" "$(props)"
exits "unticked: accepted" 0 sen -C ws review all accept
is "no row is left" "" "$(ticks)"
exits "undone" 0 sen -C ws undo
is "the row is back" "$item|2026-02-05|1" "$(ticks)"
exits "doctor" 0 sen -C ws doctor

edit "however it is done" "box('$line', 1, 'typed')" 'box("Điều chỉnh việc", 1, "state")' 'change("☐ Lấy ý kiến", "x Lấy ý kiến")' 'change("☐ Trình ký", "☒Trình ký")' 'change("☐ Đăng kế hoạch", "[x] Đăng kế hoạch")'
is "typed over, by the control's mark alone, x, another sign" "read adapt consult sign publish" "$(sed 's/.*programme.//; s/.done//' <<<"$got" | tr '\n' ' ' | sed 's/ $//')"
edit "without bookmarks" "box('$line', 1)" 'no_bookmarks()'
is "without bookmarks" "word-tick|item:$item|done" "$got"
edit "with its day" "change('☐ $line', '☑ $line')" "change('hạn 31/01/2026', 'xong ngày 12/1/2026')"
is "with its day: no change of the due day" "word-tick|item:$item|done" "$got"
sen -C ws review 1 accept >/dev/null; is "the day that was typed" "$item|2026-01-12|1" "$(ticks)"
edit "a day for the decision" "box('$line', 1)"
exits "an impossible day is refused" 2 sen -C ws review 1 accept --on 2026-13-40
sen -C ws review 1 accept --on 2026-01-20 >/dev/null; is "the day of --on" "$item|2026-01-20|1" "$(ticks)"
edit "ticked and reworded" "box('$line', 1)" "change('$line', 'Đọc kĩ kế hoạch cấp trên')"
is "two proposals" $'word-tick|item:'$item$'|done\nword-field|item:'$item'|title' "$got"
lacks "no conflict where there is none" "đơn vị cũng đã đổi" "$(sen -C ws review all)"
exits "both taken" 0 sen -C ws review all accept --date 2026-02-05
is "ticked" "$item|2026-02-05|1" "$(ticks)"; has "reworded" "Đọc kĩ kế hoạch" "$(cat ws/units/$u/scripts/ward.lua)"
edit "only reworded" "change('$line', 'Đọc kĩ kế hoạch cấp trên')"
is "only reworded: the box is no change" "word-field|item:$item|title" "$got"
edit "ticked here meanwhile" "box('$line', 1)"
sen -C ws tick $item --on 2026-02-02 >/dev/null; sen -C ws review 1 accept >/dev/null
is "it is not done twice" "$item|2026-02-02|1" "$(ticks)"
edit "rejected" "box('$line', 1)"
sen -C ws review all reject >/dev/null; is "rejected: no row" "" "$(ticks)"
edit "a new line, ticked" "added_box('$line', 'Họp với trưởng khu dân cư', 1)"
exits "a new item" 0 sen -C ws review 1 accept --date 2026-02-05
is "added and done" "work-programme/hop-voi-truong-khu-dan-cu|2026-02-05|1" "$(ticks)"
has "asked once" " 0 chỗ sửa chờ quyết" "$(build; sen -C ws import --dry-run e.docx 2>&1)"
edit "the box is taken out" "change('☐ $line', '$line')"
is "cannot be made here" "word-fixed|checklist.md|18" "$got"
has "it says what to do" "đổi ☐ thành ☑" "$(sen -C ws review 1)"

# boxes of a template's own
mkdir -p fresh/units/$u/content
cat >fresh/units/$u/content/kh.md <<'P'
# Chuẩn bị

- [ ] Mượn hội trường
- [x] In giấy mời

{% for t in tasks %}
{% if t.id == "action-month" %}
☐ {{ t.title }}
{% end %}
{% end %}
P
echo 'material "kh" { "Chuẩn bị", template = "kh.md", channels = { "docx" } }' >>fresh/units/$u/scripts/ward.lua
sen -C fresh build kh --format docx >/dev/null 2>&1; o=ws/out/$u/kh.docx
edit "own boxes" 'box("Mượn hội trường", 1)' 'box("In giấy mời", 0)' 'change("Mượn hội trường", "Mượn nhà văn hóa")' 'change("☐ Tháng", "☑ Tháng")'
is "own boxes: marks of the list, and one that belongs to no item" $'word-fixed|kh.md|6\nword-text|kh.md|3\nword-tick|kh.md|3\nword-tick|kh.md|4' "$(sort <<<"$got")"
exits "own boxes: taken" 0 sen -C ws review all accept
is "the list of the template" $'- [x] Mượn nhà văn hóa\n- [ ] In giấy mời' "$(sed -n 3,4p ws/units/$u/content/kh.md)"
finish
