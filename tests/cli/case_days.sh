#!/usr/bin/env bash
# case_days.sh - days: rules echoed with their weekday in scripts and help, days off declared in layers, lunar days.
. "$SEN_ROOT/tests/lib.sh"
sen init ws --unit "Xã Tân Quy" --unit "Phường An Hòa" --year 2026 >/dev/null
sed -i 's/^  year = 2026,/&\n  default = "xa-tan-quy",/' ws/sen.lua
T='task "t-days" { "Thử ngày", due = "30/9", period = "14/9 - 30/9", item "a" { "Một", due = "3 ngày làm việc trước khi kết thúc" }, item "b" { "Hai", due = "E-8w" }, item "c" { "Ba", due = "ngày làm việc cuối tháng 9" } }'
for u in xa-tan-quy phuong-an-hoa; do echo "$T" >ws/units/$u/scripts/ward.lua; done
dues() { sen -C ws --date 2026-01-05 show checklists t-days --for $1 --json 2>/dev/null | python3 -c 'import json,sys; print(" ".join(i["due"] for i in json.load(sys.stdin)["items"][0]["items"]))'; }
is "by the built-in calendar" "2026-09-25 2026-09-18 2026-09-30" "$(dues xa-tan-quy)"
echo 'holiday "storm" { "Nghỉ tránh bão", on = { "28/9 - 29/9", "22/9" }, instead = { "26/9" } }' >>ws/units/xa-tan-quy/scripts/ward.lua
is "a ward's own days off and days worked instead" "2026-09-24 2026-09-16 2026-09-30" "$(dues xa-tan-quy)"
is "… are its own" "2026-09-25 2026-09-18 2026-09-30" "$(dues phuong-an-hoa)"
mkdir -p ws/scripts
echo 'ngay_nghi "hop-tinh" { "Nghỉ theo tỉnh", ngay = { "30/9" }, chi_cho = { loai = "phuong" } }' >ws/scripts/days.lua
is "a lower layer's, for some units only" "2026-09-25 2026-09-18 2026-09-29" "$(dues phuong-an-hoa)"
is "… not for the others" "2026-09-24 2026-09-16 2026-09-30" "$(dues xa-tan-quy)"
echo 'holiday "bad" { "Sai", on = { "40/9" } }' >>ws/scripts/days.lua
has "a day that is none is named at its line" "scripts/days.lua:2" "$(sen -C ws check 2>&1 | grep -a SEN39)"
sed -i 2d ws/scripts/days.lua
run() { printf '%s\n' "$1" >q.lua; sen -C ws --date 2026-01-05 run q.lua 2>&1; }
is "a script reads them" "true	Nghỉ tránh bão	true	18" "$(run 'local d = sen.date("28/9") print(not d.working, d.holiday, sen.date("26/9").working, sen.workdays("01/9", "30/9"))')"
is "sen.due echoes" "30/09/2026	thứ Tư, 30/9/2026	1" "$(run 'local d, s, all = sen.due("ngày làm việc cuối quý III") print(d, s, #all)')"
is "sen.due of a task" "30/08/2026" "$(run 'print((sen.due("T-15", tasks["t-days"])))')"
is "sen.due with its own period" "31/10/2026" "$(run 'print((sen.han("15 ngày trước khi bắt đầu", { tu = "15/11", den = "15/12" })))')"
is "several days" "4	thứ Hai, 05/01/2026" "$(run 'local _, _, all = sen.due("thứ Hai hằng tuần", { from = "01/1", to = "31/1" }) print(#all, all[1].said)')"
is "sen.period" "15/11/2026	15/12/2026" "$(run 'print(sen.period("15/11 - 15/12"))')"
is "lunar days" "28/01/2026	22/02/2026	10/12/2025" "$(run 'print((sen.due("ngày 10 tháng Chạp")), (sen.due("mùng 6 Tết")), sen.date("28/01").lunar)')"
has "a wrong rule is explained" "Không hiểu hạn" "$(run 'sen.due("hôm nào đó")')"
has "help works a rule out" "thứ Tư, 31/12" "$(sen --year 2025 help "ngày làm việc cuối quý IV" 2>&1)"
has "… lunar" "thứ Tư, 28/01/2026" "$(sen --year 2026 help "ngày 10 tháng Chạp" 2>&1)"
has "… that needs a period" "thời gian" "$(sen help T-15 2>&1)"
has "show tasks says the weekday" "30/09/2026 (thứ Tư)" "$(sen -C ws --date 2026-01-05 show tasks t-days 2>/dev/null)"
# by sort of unit and alone, the same
sen -C ws --date 2026-01-05 build --for all >/dev/null 2>&1; cp -r ws/out a
rm -rf ws/out; sen -C ws --date 2026-01-05 build --for phuong-an-hoa >/dev/null 2>&1
exits "a unit built with others and alone is the same" 0 diff -r a/phuong-an-hoa ws/out/phuong-an-hoa
finish
