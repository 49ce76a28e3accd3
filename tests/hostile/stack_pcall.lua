-- want: 0 3 5
local function f() return pcall(f) end
return f()
