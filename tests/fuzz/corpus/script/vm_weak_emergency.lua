-- want: 3
local t = setmetatable({}, setmetatable({}, { __mode = "v" }))
for i = 1, 1e7 do t[i] = {} end
