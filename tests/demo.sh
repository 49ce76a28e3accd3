#!/usr/bin/env bash
# demo.sh - the main job on a plan that ships with Sen, in a workspace of its own; says in Vietnamese what was made and where.
set -eu
root=$PWD
sen=$SEN_BIN/sen
demo=${SEN_DEMO:-$SEN_BIN/demo}
rm -rf "$demo"
run() { printf '\n$ sen %s\n' "$*"; "$sen" "$@"; }
say() { printf '\n== %s\n' "$*"; }

say "Tạo không gian làm việc cho hai phường và hai xã"
run tao "$demo" --don-vi "Phường An Thịnh" --don-vi "Phường Bình Hòa" --don-vi "Xã Tân Lộc" --don-vi "Xã Vĩnh Phú" --year 2026
cd "$demo"

say "Nhập kế hoạch của tỉnh"
run nhap "$root/content/plans/ke-hoach-tinh-2026-2027.txt" --ngay 2026-10-01

say "Lớp riêng của xã Tân Lộc: một tệp Lua, không phải biên dịch lại"
cat >>units/xa-tan-loc/scripts/ward.lua <<'LUA'
sua.nhiem_vu "action-month" { chu_tri = "culture-social", ly_do = "Phân công tại cuộc họp giao ban" }
them.viec "action-month/toa-dam" { "Tọa đàm với nam công nhân", han = "20/11" }
LUA
cat units/xa-tan-loc/scripts/ward.lua
run vi-sao task:action-month.lead --cho xa-tan-loc --ngay 2026-10-01

say "Xuất tất cả tài liệu của bốn đơn vị"
run xuat --cho all --du-thao --ngay 2026-10-01

say "Đã có gì"
for u in out/*/; do printf '%s: %s tệp\n' "$u" "$(ls "$u" | wc -l)"; done
ls out/xa-tan-loc | sed 's/^/  out\/xa-tan-loc\//'

say "Việc sắp đến hạn của xã Tân Lộc"
run hom-nay --cho xa-tan-loc --ngay 2026-11-10 | head -20
printf '\nMọi thứ nằm trong %s; mở %s/out/xa-tan-loc/index.html bằng trình duyệt.\n' "$demo" "$demo"
