-- want: 5
local a, b = ("a"):rep(8000000) .. "x", ("a"):rep(8000000) .. "y"
local n = 0
while true do if a < b then n = n + 1 end end
