-- want: 0 3 5
-- much garbage over much that lives: the collector works all the time
local live = {}
for i = 1, 300000 do live[i] = { i, tostring(i) } end
for i = 1, 1e9 do live[i % 300000 + 1] = { i, tostring(i), {} } end
