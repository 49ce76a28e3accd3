-- want: 3
setmetatable({}, { __mode = "v" })
