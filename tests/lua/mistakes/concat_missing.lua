-- want: 3:3043
local t = {}
local s = "Hạn: " .. t.han
