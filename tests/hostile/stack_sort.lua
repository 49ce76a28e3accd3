-- want: 3 5
local function f() table.sort({ 3, 2, 1 }, f) return true end
f()
