-- want: 0
for _, p in ipairs { "[", "[]", "[^]", "[^", "[a-", "[%", "[]%", "%", "(", ")", "())", "(()", "%f", "%f[", "%f[a", "%b", "%bx", "%1", "(%1)", "%9",
                     "()%1", "[a-%z]", "[%a-z]", "^^^", "$$$", "**", "a**", "-", "+", "?", "%z%g%l", "[\0-\255]", "\0", "[[:alpha:]]",
                     ("("):rep(40), ("()"):rep(40), (".-"):rep(120), ("[" .. ("a"):rep(250) .. "]") } do
  for _, s in ipairs { "", "x", "x\0y", ("a"):rep(200) .. "b", "[]()%", "\255\254" } do
    pcall(string.find, s, p) pcall(string.match, s, p) pcall(string.gsub, s, p, "%0%1") pcall(string.gsub, s, p, { x = 1 })
    pcall(function() for a, b in s:gmatch(p) do assert(a, b) end end)
  end
end
assert(not pcall(string.find, "x", ("x"):rep(300) .. "%a"))
