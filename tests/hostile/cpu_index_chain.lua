-- want: 3 5
local t = {}
for _ = 1, 5000 do t = setmetatable({}, { __index = t }) end
while true do local _ = t.x end
