-- want: 3
local t = {}
local u = t
for i = 1, 100000 do u[1] = {}; u = u[1] end
return t
