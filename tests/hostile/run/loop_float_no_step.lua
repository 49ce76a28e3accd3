-- want: 5
for i = 1e16, 2e16, 0.5 do assert(i) end
