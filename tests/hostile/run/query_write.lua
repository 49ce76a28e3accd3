-- want: 3
tasks.where = function() end
