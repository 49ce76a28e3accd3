-- want: 5
local t = {}
for i = 1, 300000 do t[i * 7919 % 1000003] = true end
while true do for _ in pairs(t) do end end
