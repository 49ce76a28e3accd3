-- want: 3
local mt = getmetatable("")
mt.__index = function() return 1 end
