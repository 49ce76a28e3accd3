-- want: 0 3
for x in tasks:each() do for y in tasks:each() do break end end
local it = tasks:each()
for i = 1, 1000 do it() end
