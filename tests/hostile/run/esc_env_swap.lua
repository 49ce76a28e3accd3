-- want: 0 3
local print = print
local _ENV = setmetatable({}, { __index = function(_, k) return k end })
print(os, io, debug)
