-- 08-only.lua - what holds for some units only: only and when, in both spellings; the unit is a xã.
--$ show tasks --json
--$ show tasks --json --for phuong-an-hoa
--$ check
task "commune" { "Chỉ xã", only = { kind = "xa" } }
nhiem_vu "phuong" { "Chỉ phường", chi_cho = { loai = "phuong" } }
task "one" { "Một đơn vị", only = { unit = "xa-tan-quy" } }
task "fn" { "Bằng hàm", when = function(u) return u.kind == "xa" and u.name == "Xã Tân Quy" end }
nhiem_vu "ham" { "Bằng hàm", khi = function(u) return u.id ~= "xa-tan-quy" end }
edit.item "month/plan" { note = "đã sửa", why = "sửa một việc" }
