-- want: 3 5
local m = {}
m.__index = function(t, k) return t[k .. "x"] end
return setmetatable({}, m).a
