-- want: 3
error(setmetatable({}, { __tostring = function() while true do end end, __name = "\27[2J" }))
