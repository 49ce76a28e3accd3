-- want: 0
for _, r in ipairs { "%", "%x", "%2", "%%", "%0", "\0", 1, 1.5, {}, function() end, function() return false end, function() return 5 end } do
  pcall(string.gsub, "abc", "%w", r)
  pcall(string.gsub, "abc", "(%w)()", r)
end
for _, r in ipairs { function() return {} end, function() return true end, setmetatable({}, { __index = function() return {} end }) } do
  assert(not pcall(string.gsub, "abc", "%w", r))
end
assert(not pcall(string.gsub, "abc", "%w", nil) and not pcall(string.gsub, "abc", "%w", true))
local s, n = ("x"):gsub("", "-", math.maxinteger)
assert(s == "-x-" and n == 2 and ("x"):gsub("x", "y", math.mininteger) == "x")
