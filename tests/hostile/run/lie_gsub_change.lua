-- want: 0
local s = ("ab"):rep(1000)
local n = 0
local r = s:gsub("a", function(c) n = n + 1; return ("z"):rep(n % 7) end)
assert(n == 1000 and r:find("zb", 1, true))
