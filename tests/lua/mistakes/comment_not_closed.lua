-- want: 2:3067 | says: --[[
--[[ ghi chú của năm trước
nhiem_vu "hop" { "Họp giao ban", chu_tri = "standing" }
