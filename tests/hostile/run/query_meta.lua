-- want: 3
local m = getmetatable(tasks)
assert(m == false or m == nil)
setmetatable(tasks, { __index = 1 })
