-- want: 3
local x <close> = {}
