-- want: 3
setmetatable(sen, { __index = {} })
