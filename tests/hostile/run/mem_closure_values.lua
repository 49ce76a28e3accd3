-- want: 3 5
local t = {}
for i = 1, 9000 do t[i] = function() end end
for k = 1, 100 do task("t" .. k) { "T", with = t } end
