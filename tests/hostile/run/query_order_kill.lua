-- want: 0 3 5
print(pcall(function() return tasks:order(function(x) while true do end end):count() end))
