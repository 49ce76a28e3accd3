-- want: 0
-- the widest texts that a number can become, ten thousand times
local n = 0
for _, x in ipairs { 1e308, -1e308, 5e-324, 1 / 0, -1 / 0, 0 / 0, 2^63, -2^63 } do
  for _, f in ipairs { "%99.99f", "%-99.99e", "%+#99.99g", "% 099.99F", "%.99G" } do
    for _ = 1, 200 do n = n + #string.format(f, x) end
  end
end
assert(n > 0)
