-- want: 3:3040
local ds
for _, v in ipairs(ds) do print(v) end
