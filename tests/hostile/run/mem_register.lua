-- want: 3
for i = 1, 300 do sen.output { id = "o" .. i, suffix = "o" .. i, render = function() end } end
