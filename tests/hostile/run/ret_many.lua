-- want: 0 3 5
local t = {}
for i = 1, 9900 do t[i] = ("x"):rep(1000) end
return table.unpack(t)
