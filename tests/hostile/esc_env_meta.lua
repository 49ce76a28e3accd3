-- want: 3
local mt = getmetatable(_ENV)
mt.__index = nil
