-- want: 5
xpcall(error, function() while true do end end, "x")
