-- want: 3
-- the face of a library takes raw values, the library itself does not change
table.move({ function() return "mine" end }, 1, 1, 1, string)
assert(("x"):rep(2) == "xx" and string.rep("x", 2) == "xx")
table.insert(math, "x")
math.pi = 3
