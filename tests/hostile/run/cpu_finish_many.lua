-- want: 0 3 5
for i = 1, 25000 do task("t" .. i) { "Việc", lead = "khong-co-" .. i, with = { "a" .. i, "b" .. i } } end
