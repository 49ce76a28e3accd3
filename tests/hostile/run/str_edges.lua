-- want: 0
local min, max = math.mininteger, math.maxinteger
local s = "xâu"
assert(s:sub(min, max) == s and s:sub(max, min) == "" and s:byte(max) == nil and s:byte(min) == nil and select("#", s:byte(min, max)) == #s)
assert(not pcall(string.byte, ("x"):rep(2000000), 1, -1) and not pcall(string.char, 256) and not pcall(string.char, -1))
for _, n in ipairs { min, max, 0, -1, #s, #s + 1, #s + 2 } do
  pcall(string.find, s, "", n) pcall(string.find, s, "x", n, true) pcall(string.match, s, "()", n) pcall(string.gmatch, s, "()", n)
  pcall(string.gsub, s, "", "y", n)
end
assert(("x"):rep(min) == "" and not pcall(string.rep, "x", max) and not pcall(string.rep, "x", 2^62 // 1 | 0, ("y"):rep(100)))
assert(not pcall(string.rep, "", max, "y") and ("").rep("", max) == "" and not pcall(string.rep, "x", 1.5))
assert(#("x"):reverse():upper():lower() == 1 and ("\0\0"):len() == 2)
assert(select("#", select(-1, 1, 2, 3)) == 1 and not pcall(select, min) and not pcall(select, 0) and select("#", select(max)) == 0)
