-- want: 3 5
for i = 1, 1e6 do task("t" .. i) { "T", when = function() return i end } end
