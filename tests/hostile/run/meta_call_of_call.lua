-- want: 0 3
local t = setmetatable({}, { __call = function(self, ...) return self, ... end })
for _ = 1, 100 do t(t(t(t))) end
local ok = pcall(setmetatable, {}, { __call = t })
assert(not ok)
