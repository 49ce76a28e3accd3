-- want: 0 3 5
local t = {}
for _ = 1, 100000 do t = setmetatable({}, { __index = t, __newindex = t }) end
pcall(function() return t.x end)
pcall(function() t.x = 1 end)
