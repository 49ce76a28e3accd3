-- want: 0 3
local t = setmetatable({}, { __index = function(_, k) return k:rep(3) end })
assert(("abc"):gsub("%w", t) == "aaabbbccc")
