-- want: 3
setmetatable(string, { __index = function() return print end })
