-- want: 0 3 5
local it = ("a"):rep(100000):gmatch(("a?"):rep(80) .. ("(a)"):rep(30) .. "b")
for _ = 1, 100 do pcall(it) end
local it2 = ("x"):rep(250000):gmatch(("(.-)"):rep(32) .. "%32")
for _ = 1, 100 do pcall(it2) end
