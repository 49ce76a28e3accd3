-- want: 0 3 5
local s = ("x"):rep(8 * 1024 * 1024 - 100)
for _ = 1, 1e6 do s = s:upper():lower():reverse() end
