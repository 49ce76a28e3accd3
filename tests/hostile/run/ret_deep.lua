-- want: 3 5
local t = {}
local top = t
for _ = 1, 1000000 do t[1] = {} t = t[1] end
return top
