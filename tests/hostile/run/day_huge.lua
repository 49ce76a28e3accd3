-- want: 0 3
local d = sen.today()
for _, n in ipairs { 1, 1e6, 1e15, -1e15, math.maxinteger, math.mininteger, 0 / 0, 1 / 0, "x", {}, d } do
  pcall(function() return d + n end) pcall(function() return n + d end) pcall(function() return d - n end) pcall(function() return d < n end)
  pcall(function() return d == n end) pcall(function() return d .. n end) pcall(function() return d[n] end) pcall(function() d[n] = 1 end)
  pcall(function() return tostring(d + n) end) pcall(function() return (d + n).lunar, (d + n).said, (d + n).working end)
end
assert(not pcall(function() return d.khong end) and not pcall(function() return d() end) and not pcall(function() return #d end))
