-- want: 0
for _, r in ipairs { { 1 }, { {} }, { "x", "y" }, { print, 1, 2 } } do
  local t = setmetatable({}, { __pairs = function() return table.unpack(r) end })
  pcall(function() for k in pairs(t) do if k == nil then error "x" end end end)
end
local t = setmetatable({}, { __pairs = function() error("p") end })
assert(not pcall(pairs, t))
assert(not pcall(pairs, setmetatable({}, { __pairs = 1 })))
