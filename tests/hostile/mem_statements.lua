-- want: 3 5
for i = 1, 1e7 do task("t" .. i) { ("x"):rep(60000), note = ("y"):rep(60000) } end
