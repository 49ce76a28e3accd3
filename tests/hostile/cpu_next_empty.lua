-- want: 5
local t = {}
for i = 1, 200000 do t[i] = true end
for i = 1, 200000 do t[i] = nil end
while true do next(t) end
