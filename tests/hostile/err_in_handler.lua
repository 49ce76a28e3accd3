-- want: 0
local ok, msg = xpcall(error, function() error("again") end, "x")
assert(not ok)
