-- want: 3 5
local t = { "x","x","x","x","x","x","x","x","x","x","x","x","x","x","x","x","x","x","x","x", }
local s = {}
for i = 1, 1e7 do s[i] = function() return i end end
