-- want: 0 5
local t = {}
for i = 1, 200000 do t[("x"):rep(40) .. i .. ("y"):rep(40)] = i end
local n = 0
for _ in pairs(t) do n = n + 1 end
return n
