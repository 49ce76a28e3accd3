-- want: 3
local co = coroutine.wrap(function() end)
coroutine.close(co)
