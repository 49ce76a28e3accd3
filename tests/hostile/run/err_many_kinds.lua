-- want: 0
-- every kind of value as an error, through every catcher
local function each(v)
  local ok, e = pcall(error, v)
  assert(not ok and (rawequal(e, v) or type(v) == "string"))
  ok, e = xpcall(error, function(m) return m end, v, 0)
  assert(not ok and rawequal(e, v))
  pcall(string.gsub, "x", "x", function() error(v) end)
  pcall(table.sort, { 1, 2 }, function() error(v) end)
end
for _, v in ipairs { 1, "x", {}, print, true, 1.5, ("x"):rep(100000), setmetatable({}, { __metatable = 1 }) } do each(v) end
each(nil)
each(false)
assert(not pcall(assert, false, {}) and not pcall(assert, nil) and not pcall(assert))
