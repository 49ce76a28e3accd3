# case_row_due.sh - a last day in an annex row is a ward's own only when the row names the wards.
. "$SEN_ROOT/tests/lib.sh"
cat >plan.txt <<'P'
ỦY BAN NHÂN DÂN TỈNH

Số: 21/KH-UBND

Long Xuyên, ngày 05 tháng 01 năm 2026

KẾ HOẠCH
Công tác bình đẳng giới năm 2026

I. NHIỆM VỤ

1. Giao việc cho các cơ quan theo phụ lục.

PHỤ LỤC
PHÂN CÔNG NHIỆM VỤ

TT | Nội dung công việc | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian hoàn thành
1 | Rà soát văn bản của tỉnh | Sở Tư pháp | Sở Lao động – Thương binh và Xã hội | Trước ngày 31/8
2 | Tự kiểm tra tại cơ sở | UBND các xã, phường | Sở Nội vụ | Trước ngày 30/9
3 | Tổng hợp số liệu chung | Sở Nội vụ | Các sở, ngành; UBND các xã, phường | Trước ngày 31/10
P
sen init ws --unit "Xã Tân Quy" --year 2026 >/dev/null
sen -C ws import plan.txt >/dev/null 2>&1
for k in 1 2 3; do printf 'task "t%d" { "Nhiệm vụ %d", clause = "PL.%d", lead = "standing", item "a" { "Việc" } }\n' $k $k $k; done >ws/units/xa-tan-quy/scripts/ward.lua
due() { sen -C ws show tasks $1 --json | python3 -c 'import json,sys; t=json.load(sys.stdin)["items"][0]; print(t["due"], t["clauses"])'; }
is "a row for two departments" "None ['PL.1']" "$(due t1)"
is "a row for the wards" "2026-09-29 ['PL.2']" "$(due t2)"
is "a row in which the wards take part" "2026-10-30 ['PL.3']" "$(due t3)"
finish
