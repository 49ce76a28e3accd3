-- want: 0
-- widths, flags and letters that C would obey
for _, f in ipairs { "%100d", "%.100f", "%*d", "%n", "%ls", "%hhd", "%lld", "%p", "%a", "%A", "%m", "%", "%-", "%.", "%1$s", "%'d", "%I64d",
                     "%-----------5d", "%00000000000000000000000000000000000005d", "%.999999999999s", "%99999999999d", "%\0", "%5" } do
  local ok = pcall(string.format, f, 1, 2, 3)
  assert(not ok, f)
end
assert(string.format("%s", setmetatable({}, { __tostring = function() return ("x"):rep(50) end })) == ("x"):rep(50))
assert(not pcall(string.format, "%s", setmetatable({}, { __tostring = function() return 1 end })))
assert(not pcall(string.format, ("%s"):rep(300), table.unpack({}, 1, 299)))
