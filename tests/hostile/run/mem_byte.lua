-- want: 3 5
local s = ("x"):rep(900000)
local t = {}
for i = 1, 100 do t[i] = { s:byte(1, -1) } end
