-- want: 0 3 5
local s = ("x"):rep(8000000)
local n = 0
for i = 1, 1e9 do n = n + #(s:upper()) + #(s:lower()) end
