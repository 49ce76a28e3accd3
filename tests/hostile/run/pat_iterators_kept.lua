-- want: 0 3 5
local kept = {}
local s = ("x "):rep(100000)
for i = 1, 100000 do kept[i] = s:gmatch("%w+") kept[i]() end
for i = 1, #kept do kept[i]() end
