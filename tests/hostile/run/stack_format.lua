-- want: 3 5
local m = {}
m.__tostring = function(t) return string.format("%s", t) end
print(setmetatable({}, m))
