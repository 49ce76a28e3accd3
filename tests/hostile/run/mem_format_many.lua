-- want: 0 3 5
local s = ("x"):rep(99)
local f = ("%99s"):rep(9000)
local args = {}
for i = 1, 9000 do args[i] = s end
local t = {}
for i = 1, 1000 do t[i] = string.format(f, table.unpack(args)) .. i end
