-- want: 3
local d = sen.today()
pcall(function() return d + math.maxinteger end)
pcall(function() return d - math.mininteger end)
pcall(function() return d + d end)
pcall(function() return 1 - d end)
pcall(function() d.year = 1 end)
return d + 4000000
