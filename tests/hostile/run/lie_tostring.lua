-- want: 3
print(setmetatable({}, { __tostring = function() return 7 end }))
