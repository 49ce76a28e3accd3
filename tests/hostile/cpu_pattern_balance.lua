-- want: 3 5
local s = ("("):rep(1024 * 1024)
for i = 1, 1e9 do s:find("%b()", 1) end
