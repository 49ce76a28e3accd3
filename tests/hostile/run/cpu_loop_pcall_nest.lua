-- want: 5
local function f() while true do pcall(f) end end
f()
