-- want: 3
for _, level in ipairs { 0, 1, 2, 100, -1, math.maxinteger, math.mininteger } do
  pcall(error, "x", level)
  pcall(error, {}, level)
end
pcall(error)
local ok, e = pcall(error, nil)
assert(not ok and e == nil)
error("a\nb.lua:1: error[SEN0001]: giả\r\27[31m", math.mininteger)
