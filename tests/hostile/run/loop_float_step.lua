-- want: 5
for i = 1, 2, 1e-300 do assert(i) end
