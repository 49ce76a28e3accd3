# case_roundtrip.sh - a Word file of Sen is edited and comes back: each kind of edit is proposed exactly, accepted ones stand in the
# next document, rejected ones change no byte.
. "$SEN_ROOT/tests/lib.sh"
word=$SEN_ROOT/tests/official/word.py
texts() { python3 "$SEN_ROOT/tests/official/texts.py" "$1"; }
sen init ws --unit "Phường An Hòa" >/dev/null
u=phuong-an-hoa; o=ws/out/$u/ward-plan.docx
mkdir -p ws/units/$u/content
# a short document with everything in it: own words, holes, lists, a static table, loops over tasks and items, who signs
cat >ws/units/$u/content/kh.md <<'P'
---
title: Kế hoạch
official: KH
viec: Lễ phát động
---
::: head

# KẾ HOẠCH

**Công tác bình đẳng giới năm {{ year }} của {{ unit.kind }}**

:::

Ủy ban nhân dân {{ unit.name }} ban hành kế hoạch với các nội dung sau; mở đầu bằng {{ vars.viec }} tại hội trường.

## I. YÊU CẦU

- Bám sát tình hình của từng khu dân cư.
- Số liệu tách theo nam, nữ và ghi rõ nguồn.
- Vận động nam giới, trẻ em trai cùng tham gia.

Kinh phí lấy trong **dự toán năm** của {{ unit.kind }}; các nơi tự lo phần còn thiếu.

| Nơi | Việc chính |
| --- | --- |
| Trường học | Dạy kỹ năng |
| Trạm Y tế | Tư vấn |

## II. NHIỆM VỤ

{% for t in tasks %}
{% if t.id == "action-month" or t.id == "june-month" %}
**{{ t.title }}**

- Chủ trì: {{ t.lead | default("…") }}.

| Việc | Giao cho | Hạn |
| --- | --- | --- |
{% for i in t.items %}
| {{ i.title }} | {{ i.who | default("…") }} | {{ i.due_on | default("theo tiến độ") }} |
{% end %}

{% end %}
{% end %}

## III. THỰC HIỆN

Có vướng mắc thì báo về cơ quan thường trực.

::: recipients

***Nơi nhận:***

- Các khu dân cư;
- Lưu: VT.

:::

{% include "phrases/signature.md" %}
P
cat >ws/units/$u/scripts/ward.lua <<'P'
material "kh" { "Kế hoạch thử", template = "kh.md", channels = { "docx" } }
P
o=ws/out/$u/kh.docx
build() { sen -C ws build kh --format docx --date 2026-02-01 >/dev/null 2>&1; }
build
[ -f $o ] || { ok "skipped: no Word output here"; [ "${CI:-}" = true ] && not_ok "no Word output and CI=true"; finish; }
cp -r ws fresh
props() { python3 -c '
import json, sys
for p in json.load(sys.stdin)["items"]: print(p["kind"], p["address"].replace("units/phuong-an-hoa/content/", ""), p["field"] or "-", sep="|")' ; }
# edit NAME STEP… : a fresh workspace, the file edited and imported
edit() { name=$1; shift; rm -rf ws; cp -r fresh ws; python3 "$word" $o e.docx "$@" && sen -C ws import e.docx >said.txt 2>&1; is "$name: import" 0 $?; got=$(sen -C ws review --json | props); }
# accepted: everything is taken; the next document reads as the edited one, and nothing is left to propose
accepted() {
    sen -C ws review all accept >acc.txt 2>&1 || not_ok "$name: accept" "$(cat acc.txt)"
    build; is "$name: the next document reads as the edited one" "$(texts e.docx)" "$(texts $o)"
    has "$name: nothing is left" " 0 chỗ sửa chờ quyết" "$(sen -C ws import --dry-run e.docx 2>&1)"
}

edit "nothing changed"
has "it says so" "Không có gì khác" "$(cat said.txt)"
is "no proposal" "" "$got"
edit "1 own words" 'change("từng khu dân cư", "mỗi khu dân cư")'
is "1 one proposal for the template" "word-text|kh.md|18" "$got"
accepted
has "1 the line of the template" "- Bám sát tình hình của mỗi khu dân cư." "$(cat ws/units/$u/content/kh.md)"
edit "2 words around a hole" 'change("tại hội trường", "tại nhà văn hóa")' 'change("dự toán năm của phường; các nơi", "dự toán năm của phường; mọi nơi")'
is "2 two proposals" $'word-text|kh.md|14\nword-text|kh.md|22' "$got"
accepted
has "2 the hole and the bold stay" '**dự toán năm** của {{ unit.kind }}; mọi nơi' "$(cat ws/units/$u/content/kh.md)"
edit "3 a title" 'change("Lễ phát động", "x", 9) if 0 else change("Tháng hành động vì bình đẳng giới", "Tháng cao điểm vì bình đẳng giới")'
is "3 a field of the task" "word-field|task:action-month|title" "$got"
accepted
has "3 one statement with its reason" 'ly_do = "Sửa trong Word (e.docx)"' "$(cat ws/units/$u/scripts/ward.lua)"
first=$(sen -C fresh show checklists --json | python3 -c '
import json,sys
for c in json.load(sys.stdin)["items"]:
    if c["task"] == "action-month" and c["items"]: print(c["items"][0]["text"], c["items"][1]["text"], c["items"][2]["text"], sep="\n"); break')
one=$(sed -n 1p <<<"$first"); two=$(sed -n 2p <<<"$first"); three=$(sed -n 3p <<<"$first")
edit "4 cells: text, body, day" "cell('''$one''', 2, 'Công an phường')" "cell('''$one''', 3, '25/10/2026')" "cell('''$one''', 1, 'Ban hành kế hoạch riêng')"
is "4 three fields of the item" $'word-field|item:action-month/plan|title\nword-field|item:action-month/plan|who\nword-field|item:action-month/plan|due' "$got"
accepted
has "4 the body by its id" 'giao_cho = "police"' "$(cat ws/units/$u/scripts/ward.lua)"
edit "5 a cell that is no body" "cell('''$one''', 2, 'Ông Ba hàng xóm')"
is "5 cannot be made here" "word-fixed|item:action-month/plan|who" "$got"
exits "5 accepting it is refused" 3 sen -C ws review 1 accept
has "5 with where to do it" "sen sua item:action-month/plan.who" "$err"
edit "6 the unit's name" 'change("PHƯỜNG AN HÒA", "PHƯỜNG AN HÒA MỚI")' 'change("nhân dân Phường An Hòa ban hành", "nhân dân Phường Mới ban hành")'
is "6 both cannot be made here" "2" "$(grep -c word-fixed <<<"$got")"
has "6 it says where" "units/phuong-an-hoa/unit.lua" "$(sen -C ws review all)"
edit "7 paragraphs added" 'added("Kinh phí lấy trong", "Mỗi quý họp một lần.")' 'added("Mỗi quý họp một lần.", "1. Họp * tại {{ trụ sở }}.")' 'added("Số liệu tách theo", "Có người phụ trách.")'
is "7 three" $'word-added|kh.md|19\nword-added|kh.md|22\nword-added|kh.md|22' "$got"
accepted
edit "8 one at a time" 'added("Kinh phí lấy trong", "Mỗi quý họp một lần.")' 'deleted("Số liệu tách theo")'
sen -C ws review 2 accept >/dev/null; sen -C ws review 1 reject >/dev/null; build
lacks "8 the rejected one is not there" "Mỗi quý" "$(texts $o)"; lacks "8 the deleted one is gone" "Số liệu tách" "$(texts $o)"
edit "9 deleted" 'deleted("Số liệu tách theo")' 'deleted("Kinh phí lấy trong")'
is "9 two" $'word-deleted|kh.md|19\nword-deleted|kh.md|22' "$(sort <<<"$got")"
accepted
edit "10 moved" 'moved("Bám sát tình hình", "Vận động nam giới")'
is "10 one" "word-moved|kh.md|18" "$got"
accepted
edit "11 rows of items" "row_added('''$one''', 'Mời nam công nhân', 'Công an phường', '05/11/2026')" "row_deleted('''$two''')"
is "11 an item added, one removed" "word-added word-deleted|item:action-month/${two:+x}" "$(cut -d'|' -f1 <<<"$got" | tr '\n' ' ' | sed 's/ $//')|item:action-month/x"
accepted
has "11 as statements" 'them.viec "action-month/moi-nam-cong-nhan"' "$(cat ws/units/$u/scripts/ward.lua)"
has "11 removed with its reason" 'bo.viec "action-month/' "$(cat ws/units/$u/scripts/ward.lua)"
edit "12 rows of a table" 'row_added("Trường học", "Chợ", "Phát tờ rơi")' 'cell("Trạm Y tế", 2, "Tư vấn tại nhà")'
accepted
edit "13 in a loop, for one alone" 'change("Chủ trì: ", "Đầu mối: ", 1)' 'added("Đầu mối: ", "Có mời báo chí.")'
accepted
has "13 by a condition" '{% if t.path ==' "$(cat ws/units/$u/content/kh.md)"
edit "14 tracked changes" 'tracked("ghi rõ nguồn", "ghi nguồn")' 'tracked_deleted("Vận động nam giới")'
is "14 as if accepted" $'word-text|kh.md|19\nword-deleted|kh.md|20' "$got"
has "14 who did it" "Văn thư" "$(sen -C ws review 1)"
accepted
edit "15 a comment" 'comment("Kinh phí lấy trong", "Ghi rõ số tiền")'
is "15 to be read" "word-note|kh.md|22" "$got"
has "15 by whom" "Lãnh đạo" "$(sen -C ws review 1)"
exits "15 read" 0 sen -C ws review 1 accept
edit "16 recipients and closing" 'change("Các khu dân cư;", "Các khu dân cư, trường học;")' 'added("Các khu dân cư, trường học;", "Đài truyền thanh;")'
accepted
edit "17 the head of the template" 'change("Lễ phát động", "Lễ ra quân")'
is "17 a variable" "word-vars|kh.md|viec" "$got"
accepted
edit "18 saved again as Word does" 'change("từng khu dân cư", "mỗi khu dân cư")' 'deleted("Số liệu tách theo")' "cell('''$one''', 1, 'Ban hành kế hoạch riêng')" 'resaved()'
is "18 nothing more" $'word-deleted|kh.md|19\nword-field|item:action-month/plan|title\nword-text|kh.md|18' "$(sort <<<"$got")"
accepted
edit "19 without its bookmarks" 'change("từng khu dân cư", "mỗi khu dân cư")' 'added("Kinh phí lấy trong", "Mỗi quý họp một lần.")' "cell('''$one''', 2, 'Công an phường')" 'no_bookmarks()'
is "19 found by likeness" $'word-added|kh.md|22\nword-field|item:action-month/plan|who\nword-text|kh.md|18' "$(sort <<<"$got")"
accepted

# three ways: the unit changed the same since
edit "20 nothing yet"
python3 "$word" $o e.docx 'change("từng khu dân cư", "mỗi khu dân cư")' 'change("Tư vấn", "Tư vấn tại nhà")'
sed -i 's/từng khu dân cư/tất cả khu dân cư/; s/| Trạm Y tế | Tư vấn |/| Trạm Y tế xã | Tư vấn |/' ws/units/$u/content/kh.md
sen -C ws import e.docx >/dev/null 2>&1
json=$(sen -C ws review --json)
has "20 base" '"base": "Bám sát tình hình của từng khu dân cư."' "$json"
has "20 theirs" '"theirs": "Bám sát tình hình của mỗi khu dân cư."' "$json"
has "20 mine" '"mine": "Bám sát tình hình của tất cả khu dân cư."' "$json"
has "20 called a conflict" "đơn vị cũng đã đổi chỗ này" "$json"
sen -C ws review all accept >/dev/null 2>&1; build
has "20 theirs was taken" "tình hình của mỗi khu dân cư" "$(texts $o)"
has "20 what only the unit changed stays" "| Trạm Y tế xã | Tư vấn tại nhà |" "$(cat ws/units/$u/content/kh.md)"

# rejected, undone
edit "21 several" 'change("từng khu dân cư", "mỗi khu dân cư")' 'deleted("Số liệu tách theo")' "row_deleted('''$two''')"
before=$(sha256sum <$o; find ws/units -type f | sort | xargs cat | sha256sum)
sen -C ws import e.docx >/dev/null 2>&1
is "21 imported twice, asked once" 3 "$(sen -C ws review --json | props | wc -l)"
sen -C ws review all reject >/dev/null; build
is "21 rejected: not a byte changes" "$before" "$(sha256sum <$o; find ws/units -type f | sort | xargs cat | sha256sum)"
is "21 nothing waits" "" "$(sen -C ws review --json | props)"
edit "22 undo" 'change("từng khu dân cư", "mỗi khu dân cư")' "cell('''$one''', 1, 'Ban hành kế hoạch riêng')"
sen -C ws review all accept >/dev/null; exits "22 undo" 0 sen -C ws undo; build
is "22 as before" "$before" "$(sha256sum <$o; find ws/units -type f | sort | xargs cat | sha256sum)"
exits "22 doctor" 0 sen -C ws doctor

# into the inbox of those who watch: a change to decide on, not a plan
sen -C ws review all reject >/dev/null
python3 "$word" $o ws/inbox/sua.docx 'change("từng khu dân cư", "mọi khu dân cư")'
"$SEN_BIN/sen" -C ws watch >log 2>&1 & pid=$!
until_true [ -e ws/inbox/da-nhap/sua.docx ]
kill $pid; wait $pid
[ -e ws/inbox/da-nhap/sua.docx ] && ok "23 taken out of the inbox" || not_ok "23 taken out of the inbox" "$(cat log)"
is "23 what was changed waits" 1 "$(sen -C ws review --json | props | wc -l)"
is "23 no plan was made of it" 0 "$(sen -C ws show plan --json 2>/dev/null | grep -c 'mọi khu dân cư')"

# elsewhere it is a plan like any other
sen init khac --unit "Xã Tân Quy" >/dev/null
exits "23 another workspace reads it as a plan" 0 sen -C khac import e.docx
has "23 as a plan" "Đã nhập" "$out"
finish
