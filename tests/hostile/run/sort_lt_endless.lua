-- want: 5
local m = { __lt = function() while true do end end }
table.sort { setmetatable({}, m), setmetatable({}, m) }
