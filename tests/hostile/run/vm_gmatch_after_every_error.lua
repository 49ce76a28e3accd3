-- want: 0 3 5
-- the iterator of stock Lua is not safe after "pattern too complex": ours is asked again a thousand times
for _, p in ipairs { ("a?"):rep(80) .. ("a"):rep(80), ("(.-)"):rep(31) .. "%31b", "((((a*)*)*)*)b", "%b()" .. ("."):rep(200), "[%", "(a", "%f[%" } do
  local ok, it = pcall(string.gmatch, ("a"):rep(3000), p)
  if ok then for _ = 1, 50 do pcall(it) end end
end
