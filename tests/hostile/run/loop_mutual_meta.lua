-- want: 5
-- no loop in sight: __index calls __index of another
local a, b
a = setmetatable({}, { __index = function(_, k) return pcall(function() return b[k] end) and b[k] end })
b = setmetatable({}, { __index = function(_, k) return pcall(function() return a[k] end) and a[k] end })
while true do pcall(function() return a.x end) end
