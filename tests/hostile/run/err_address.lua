-- want: 0
-- no message shows where something lies in memory
local t, f = {}, function() end
local tries = { function() return t < t end, function() return t .. f end, function() return t + f end, function() return #f end,
  function() return f.x end, function() t[nil] = 1 end, function() return ("x"):rep(t) end, function() for _ = 1, t do f() end end,
  function() error(tostring(t) .. tostring(f) .. tostring(print)) end, function() return string.format("%d", t) end,
  function() return ipairs() end, function() return select(t) end, function() return t() end, function() return -f end }
for i, g in ipairs(tries) do
  local ok, e = pcall(g)
  assert(not ok and not tostring(e):find("0x%x%x%x") and not tostring(e):find("builtin"), i .. tostring(e))
end
assert(tostring(t) == "table" and tostring(f) == "function" and string.format("%s", t) == "table")
