-- want: 0 3 5
-- the stack at its end, an error there, and what runs right after
local function down(n) local ok, e = pcall(function() return down(n + 1) + 1 end) if not ok then error(e, 0) end end
for _ = 1, 5 do pcall(down, 0) end
local function wide(...) return wide(1, 2, 3, 4, 5, 6, 7, 8, 9, ...) end
for _ = 1, 3 do pcall(wide) end
assert(("x"):rep(3) == "xxx" and #table.pack(1, 2, 3) == 3)
