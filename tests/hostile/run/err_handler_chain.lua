-- want: 0 3 5
-- a handler that raises, whose handler raises …
local function level(n)
  if n == 0 then error("end") end
  local ok, e = xpcall(level, function(m) error(m .. n) end, n - 1)
  assert(not ok)
  error(e)
end
for n = 1, 150 do pcall(level, n) end
