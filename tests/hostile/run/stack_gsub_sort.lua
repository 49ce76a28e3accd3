-- want: 3 5
local function f(n) return (("x"):gsub(".", function() table.sort({ 2, 1 }, function() f(n + 1) return false end) end)) end
f(1)
