-- want: 3
string.rep = function() end
