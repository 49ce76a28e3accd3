-- want: 3 5
local m = {}
m.__pairs = function(t) return pairs(setmetatable({}, m)) end
for k in pairs(setmetatable({}, m)) do end
