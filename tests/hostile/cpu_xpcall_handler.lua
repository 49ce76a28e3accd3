-- want: 5
xpcall(function() while true do end end, function() while true do end end)
while true do end
