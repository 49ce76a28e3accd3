-- want: 0 3 5
local function f(e) return xpcall(f, f, e) end
return xpcall(f, f, 1)
