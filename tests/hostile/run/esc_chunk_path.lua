-- want: 0
local ok, e = pcall(error, "x", 1)
local _, f = pcall(function() local x = nil; return x.y end)
assert(not tostring(f):find("^/") and not tostring(e):find("/home"))
