-- want: 0 3
local function f(...) return select("#", ...) end
local t = {}
for i = 1, 9999 do t[i] = i end
return f(table.unpack(t)) + f(table.unpack(t)) * 2
