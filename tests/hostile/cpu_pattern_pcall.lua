-- want: 5
for _ = 1, 1e9 do pcall(string.find, ("a"):rep(100000), ("a*"):rep(20) .. "b") end
