-- want: 3 5
local mt = {}
local t = {}
mt.__call = t
setmetatable(t, { __call = t })
t()
