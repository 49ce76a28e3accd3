-- want: 0
-- one iterator called from within itself, with other arguments, after its end
local it = ("a b c"):gmatch("%w")
assert(it("other", 5) == "a")
local r = ("xyz"):gsub(".", function() return it() end)
assert(r == "bcz" and it() == nil and it() == nil and it({}, {}) == nil)
