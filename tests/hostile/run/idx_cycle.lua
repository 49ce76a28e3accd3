-- want: 3
local m = {}
local a, b = setmetatable({}, m), {}
m.__index = b
a = setmetatable(a, { __index = a })
b = setmetatable(b, { __index = a })
for _ = 1, 1000 do pcall(function() return a.x end) pcall(function() a.y = 1 end) end
return b.x
