-- want: 0 3 5
local function f() return xpcall(f, f) end
return xpcall(f, f)
