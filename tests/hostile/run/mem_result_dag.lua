-- want: 3
local t = { "x" }
for i = 1, 31 do t = { t, t } end
return t
