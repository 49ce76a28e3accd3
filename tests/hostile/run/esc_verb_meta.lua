-- want: 3
setmetatable(edit, { __call = function() end })
