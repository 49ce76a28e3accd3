-- want: 0 3 5
local s = ("a "):rep(400000)
for i = 1, 1e6 do s:gsub("%f[%w]%w+%f[%W]", "") end
