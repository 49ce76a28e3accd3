-- want: 0 3 5
-- a result that is the next format
local f = "%s%s"
for _ = 1, 60 do f = string.format(f, f, f) end
