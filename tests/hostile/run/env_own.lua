-- want: 0
local print, pcall, tostring = print, pcall, tostring
local rep = string.rep
do
  local _ENV = { x = 1 }
  y = x + 1
  print(y, rep("z", 2), ("q"):upper(), tostring(_ENV))
end
local function run(_ENV) return a, b end
assert(run { a = 1 } == 1)
local ok = pcall(function() local _ENV = nil return z end)
assert(not ok)
do
  local _ENV <const> = setmetatable({}, { __index = function(_, k) return k end, __newindex = function() end })
  assert = pcall
end
