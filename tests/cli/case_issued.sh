# case_issued.sh - sen issued: the number comes back, stands in headers and later texts, the files stay as they were issued.
. "$SEN_ROOT/tests/lib.sh"
sen init ws --unit "Tỉnh Đồng Tháp" --unit "Phường An Hòa" --unit "Xã Tân Quy" >/dev/null
for u in phuong-an-hoa xa-tan-quy; do sed -i 's|^  place|  parent = "tinh-dong-thap", place|' ws/units/$u/unit.lua; done
o=ws/out/phuong-an-hoa
mkdir -p ws/units/phuong-an-hoa/content ws/units/phuong-an-hoa/scripts
cat >ws/units/phuong-an-hoa/content/ghi-nho.md <<'P'
---
title: Ghi nhớ
---
{% for m in materials %}
{% if m.number %}
Căn cứ {{ m.title }} số {{ m.number }} ngày {{ m.issued_on | date("d/m/y") }};
{% end %}
{% end %}

Hết.
P
echo 'material "ghi-nho" { "Ghi nhớ", template = "ghi-nho.md", channels = { "md" } }' >ws/units/phuong-an-hoa/scripts/ward.lua
sen -C ws build --for phuong-an-hoa --date 2026-02-01 >/dev/null 2>&1
lacks "before it there is no number" "Căn cứ" "$(cat $o/ghi-nho.md)"
head -c 3000 /dev/urandom >ky.pdf

exits "no number" 2 sen -C ws issued ward-plan --for phuong-an-hoa --date 2026-02-12
exits "no day" 2 sen -C ws issued ward-plan --for phuong-an-hoa --number 15/KH-UBND
for n in 15 KH-UBND/15 5/KH-UBND 15/kh-ubnd 15/KH 15/KH- "15 KH-UBND" 015/KH-UBND 15/KH_UBND 15/2026; do
    exits "not a number and symbol: $n" 3 sen -C ws issued ward-plan --number "$n" --date 2026-02-12 --for phuong-an-hoa
    has "SEN8070 for $n" SEN8070 "$err"
done
exits "a day that is still to come" 3 sen -C ws issued ward-plan --number 15/KH-UBND --on 2026-02-13 --date 2026-02-12 --for phuong-an-hoa
has "it says which" SEN8072 "$err"
exits "an unknown material" 3 sen -C ws issued ke-hoch --number 15/KH-UBND --date 2026-02-12 --for phuong-an-hoa
is "nothing was written" "" "$(sen -C ws show materials --json --for phuong-an-hoa | grep -o '"number": "[^"]*"')"

exits "the number is taken back, in Vietnamese" 0 sen -C ws ban-hanh ke-hoach --so 15/KH-UBND --ngay 12/02/2026 --tep ky.pdf --cho phuong-an-hoa
has "it says so" "ban hành số 15/KH-UBND" "$out"
json=$(sen -C ws show materials ward-plan --json --for phuong-an-hoa)
has "show materials has the number" '"number": "15/KH-UBND"' "$json"
has "and the day" '"issued_on": "2026-02-12"' "$json"
has "others have none" '"issued_on": null' "$(sen -C ws show materials leaflet --json --for phuong-an-hoa)"
has "the header block has the number" "Số: 15/KH-UBND" "$(cat $o/ward-plan.md)"
has "and the day" "ngày 12 tháng 02 năm 2026" "$(cat $o/ward-plan.md)"
if [ -f $o/ward-plan.docx ]; then
    text=$(unzip -p $o/ward-plan.docx word/document.xml | sed 's/<w:noBreakHyphen[^>]*>/-/g;s/<[^>]*>//g')
    has "the Word file too" "Số: 15/" "$text"
    has "its day too" "ngày 12 tháng 02 năm 2026" "$text"
fi
sen -C ws build --for phuong-an-hoa --date 2026-02-20 >/dev/null 2>&1
has "later legal bases have it" "Căn cứ Kế hoạch năm số 15/KH-UBND ngày 12/02/2026;" "$(cat $o/ghi-nho.md)"
has "the report names the plan" "số 15/KH-UBND ngày 12/02/2026" "$(cat $o/activity-report.md)"
is "signed copy and its hash are kept" "ky.pdf $(sha256sum <ky.pdf | cut -c1-64)" \
    "$(python3 -c "import sqlite3;print(*sqlite3.connect('ws/sen.db').execute('SELECT file, sha256 FROM v_issued').fetchone())")"

# frozen
sum=$(cat $o/ward-plan.* | sha256sum)
sen -C ws edit task:work-programme.title "Xây dựng kế hoạch năm" --why "Theo góp ý" --for phuong-an-hoa >/dev/null
out=$(sen -C ws build --for phuong-an-hoa --date 2026-03-01 2>&1); is "a build goes on" 0 $?
is "the issued files stay byte for byte" "$sum" "$(cat $o/ward-plan.* | sha256sum)"
has "and it says so" SEN8074 "$out"
has "with the way out" "--ban-hanh-lai" "$out"
has "other files are made" "Xây dựng kế hoạch năm" "$(cat $o/activity-report.md)"
exits "check finds nothing" 0 sen -C ws check --for phuong-an-hoa
echo >>$o/ward-plan.md
exits "a changed file is found" 1 sen -C ws check --for phuong-an-hoa
has "named" "out/phuong-an-hoa/ward-plan.md" "$out"
has "SEN8075" SEN8075 "$out"
exits "and found again" 1 sen -C ws check --for phuong-an-hoa
sen -C ws build --for phuong-an-hoa >/dev/null 2>&1
exits "a build does not paint it over" 1 sen -C ws check --for phuong-an-hoa

# numbers
exits "the same number for another text" 3 sen -C ws issued activity-report --number 15/KH-UBND --date 2026-05-01 --for phuong-an-hoa
has "SEN8071" SEN8071 "$err"
exits "the same material again" 3 sen -C ws issued ward-plan --number 21/KH-UBND --date 2026-03-20 --for phuong-an-hoa
has "SEN8073" SEN8073 "$err"
exits "unless it is issued again" 0 sen -C ws issued ward-plan --number 21/KH-UBND --date 2026-03-20 --reissue --for phuong-an-hoa
has "the newest counts" '"number": "21/KH-UBND"' "$(sen -C ws show materials ward-plan --json --for phuong-an-hoa)"
has "its files are new" "Xây dựng kế hoạch năm" "$(cat $o/ward-plan.md)"
exits "and right" 0 sen -C ws check --for phuong-an-hoa
exits "undo" 0 sen -C ws undo
has "the first number is back" '"number": "15/KH-UBND"' "$(sen -C ws show materials ward-plan --json --for phuong-an-hoa)"
exits "build --reissue makes the files anew" 0 sen -C ws build ward-plan --reissue --for phuong-an-hoa
exits "another unit has its own register" 0 sen -C ws issued ward-plan --number 15/KH-UBND --date 2026-02-15 --for xa-tan-quy
sen -C ws build activity-report --format md --for tinh-dong-thap >/dev/null 2>&1
has "the unit above counts the plans below it" "Đã có 2 đơn vị cấp dưới ban hành kế hoạch" "$(cat ws/out/tinh-dong-thap/activity-report.md)"
exits "doctor agrees" 0 sen -C ws doctor
finish
