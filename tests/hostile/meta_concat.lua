-- want: 3
setmetatable({}, { __concat = function(a) return a end })
