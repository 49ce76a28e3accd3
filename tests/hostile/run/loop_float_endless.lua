-- want: 5
local n = 0
for i = 0.0, math.huge do n = n + i end
