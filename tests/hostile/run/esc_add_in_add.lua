-- want: 3
local f = add { "x" }
for i = 1, 100 do f = add { f } end
sua.nhiem_vu "t" { phoi_hop = f, ly_do = "x" }
