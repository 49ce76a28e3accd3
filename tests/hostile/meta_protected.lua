-- want: 3
local t = setmetatable({}, { __metatable = "locked" })
setmetatable(t, {})
