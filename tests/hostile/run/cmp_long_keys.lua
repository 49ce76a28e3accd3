-- want: 0 3 5
-- long texts as keys: hashed when first used
local t = {}
local s = ("x"):rep(1024 * 1024)
for i = 1, 100000 do t[s .. i] = true if i % 3 == 0 then t = {} end end
