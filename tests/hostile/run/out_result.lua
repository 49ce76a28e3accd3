-- want: 5
local t = {}
for i = 1, 9000 do t[i] = ("x"):rep(900) end
return t
