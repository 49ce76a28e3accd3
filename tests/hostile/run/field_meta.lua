-- want: 0 3
-- fields that a metatable pretends to have
local n = 0
local function ask() n = n + 1 return "standing" end
task "x" (setmetatable({ "Tên" }, { __index = ask, __pairs = ask, __len = ask, __call = ask, __newindex = ask }))
task "y" { "Tên", with = setmetatable({ "women" }, { __index = ask, __len = ask, __pairs = ask, __tostring = ask }) }
assert(n == 0, n)
