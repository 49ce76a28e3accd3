-- want: 5
for i, v in ipairs(setmetatable({}, { __index = function(_, i) return i end })) do end
