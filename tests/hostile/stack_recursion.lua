-- want: 3 5
local function f() return 1 + f() end
return f()
