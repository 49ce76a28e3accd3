-- want: 3:3044
local n = "12"
if n > 10 then print(n) end
