# case_word_tables.sh - whole tables, rows and footnotes of a Word file of Sen, moved, added, deleted: proposed, or said to stay as they were.
. "$SEN_ROOT/tests/lib.sh"
word=$SEN_ROOT/tests/official/word.py
texts() { python3 "$SEN_ROOT/tests/official/texts.py" "$1"; }
sen init ws --unit "Phường An Hòa" >/dev/null
u=phuong-an-hoa; o=ws/out/$u/kh.docx
mkdir -p ws/units/$u/content
cat >ws/units/$u/content/kh.md <<'P'
---
title: Kế hoạch
official: KH
---
::: head

# KẾ HOẠCH

:::

Mở đầu của kế hoạch.

Số liệu tách theo nam, nữ.[^a] Người thật, việc thật.[^b]

[^a]: Theo Luật Thống kê.

[^b]: Theo hướng dẫn của thành phố.

| Nơi | Việc chính |
| --- | --- |
| Trường học | Dạy kỹ năng |
| Trạm Y tế | Tư vấn |
| Công an | Bảo vệ |

Kinh phí lấy trong dự toán.

| Mục | Tiền |
| --- | --- |
| In ấn | 5 triệu |

{% for t in tasks %}
{% if t.id == "action-month" %}
| Việc | Hạn |
| --- | --- |
{% for i in t.items %}
| {{ i.title }} | {{ i.due_on | default("…") }} |
{% end %}
{% end %}
{% end %}

Đoạn cuối.
P
echo 'material "kh" { "Kế hoạch thử", template = "kh.md", channels = { "docx" } }' >>ws/units/$u/scripts/ward.lua
build() { sen -C ws build kh --format docx --date 2026-02-01 >/dev/null 2>&1; }
build
[ -f $o ] || { ok "skipped: no Word output here"; [ "${CI:-}" = true ] && not_ok "no Word output and CI=true"; finish; }
cp -r ws fresh
props() { python3 -c '
import json, sys
for p in json.load(sys.stdin)["items"]: print(p["kind"], p["address"].replace("units/phuong-an-hoa/content/", ""), p["field"] or "-", sep="|")' ; }
edit() { name=$1; shift; rm -rf ws; cp -r fresh ws; python3 "$word" $o e.docx "$@" && sen -C ws import e.docx >said.txt 2>&1; is "$name: import" 0 $?; got=$(sen -C ws review --json | props); }
accepted() {
    sen -C ws review all accept >acc.txt 2>&1 || not_ok "$name: accept" "$(cat acc.txt)"
    build; is "$name: the next document reads as the edited one" "$(texts e.docx)" "$(texts $o)"
    has "$name: nothing is left" " 0 chỗ sửa chờ quyết, 0 chỗ" "$(sen -C ws import --dry-run e.docx 2>&1)"
}
edit "nothing"; is "nothing: footnotes are no change" "" "$got"
edit "only bold" 'look("Kinh phí lấy", "dự toán", "<w:b/>")'
is "only bold: no proposal" "" "$got"; has "only bold: it is said" "không nhận lại" "$(cat said.txt)"
edit "table moved" 'table_moved("In ấn", "Mở đầu của")'
is "table moved: one proposal" "word-moved|kh.md|27" "$got"
accepted
edit "table deleted" 'table_deleted("In ấn")'
is "table deleted: one proposal" "word-deleted|kh.md|27" "$got"
accepted
edit "table added" 'table_added("Kinh phí lấy", "In ấn", ["Ngày", "Giờ"], ["1/3", "8 giờ"], ["2/3", "9 * giờ"])'
is "table added: one proposal" "word-added|kh.md|25" "$got"
accepted
edit "row moved" 'row_moved("Trường học", "Công an")'
is "row moved: that row alone" "word-moved|kh.md|21" "$got"
accepted
edit "rows deleted and added" 'row_deleted("Trạm Y tế")' 'row_added("Công an", "Chợ", "Tờ rơi")'
accepted
first=$(sen -C fresh show checklists --json | python3 -c '
import json,sys
for c in json.load(sys.stdin)["items"]:
    if c["task"] == "action-month" and c["items"]: print(c["items"][0]["text"], c["items"][3]["text"], sep="\n"); break')
edit "an item moved" "row_moved('''$(sed -n 1p <<<"$first")''', '''$(sed -n 2p <<<"$first")''')"
is "an item moved: that item alone" "word-moved|item:action-month/plan|after" "$got"
accepted
edit "a table of items moved" "table_moved('''$(sed -n 1p <<<"$first")''', 'Mở đầu của')"
is "a table of items moved: it cannot be made here" "word-fixed" "${got%%|*}"
has "a table of items moved: what to do" "chuyển các dòng {% for %}" "$(sen -C ws review 1)"
edit "footnote changed" 'note_changed("Luật Thống kê", "Luật Thống kê năm 2015")'
is "footnote changed: its line" "word-text|kh.md|15" "$got"
accepted
edit "footnote added" 'note_added("Mở đầu của", "Số 12 năm 2025")'
is "footnote added: said, and nothing else" "word-fixed|material:kh|-" "$got"
has "footnote added: its text" "Số 12 năm 2025" "$(cat said.txt)"; has "footnote added: how" "[^tên]" "$(sen -C ws review 1)"
edit "footnote deleted" 'note_deleted("Số liệu tách")'
has "footnote deleted: said" "word-fixed|kh.md|" "$got"; has "footnote deleted: which" "Luật Thống kê" "$(cat said.txt)"
lacks "footnote deleted: the texts stay" "word-text" "$got"
finish
