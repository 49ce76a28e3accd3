-- want: 3
return ("x")[setmetatable({}, {})] .. 1
