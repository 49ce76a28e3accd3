-- want: 3
return string.dump(function() end)
