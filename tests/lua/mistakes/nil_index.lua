-- want: 3:3040
local t
local x = t.ten
