-- want: 3
for i = 1, 20000 do task("t" .. i) { "T", khong_co = 1 } end
