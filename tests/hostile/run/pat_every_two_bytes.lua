-- want: 0 3 5
-- all patterns of two and three marks against a text that has them all
local marks = { "a", "%", "[", "]", "^", "$", "(", ")", ".", "*", "+", "-", "?", "b", "f", "1", "\0", "\255" }
local s = table.concat(marks) .. "aabb11[a]"
for _, x in ipairs(marks) do for _, y in ipairs(marks) do for _, z in ipairs(marks) do
  local p = x .. y .. z
  pcall(string.find, s, p)
  pcall(string.gsub, s, p, "%1")
end end end
