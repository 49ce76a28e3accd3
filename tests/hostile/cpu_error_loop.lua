-- want: 5
local function f() error("x") end
while true do pcall(f) end
