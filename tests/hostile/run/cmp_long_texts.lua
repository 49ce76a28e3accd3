-- want: 0 3 5
local a = ("a"):rep(8 * 1024 * 1024 - 100)
local b = a:sub(1, -2) .. "b"
local n = 0
for _ = 1, 100000 do if a < b then n = n + 1 end end
