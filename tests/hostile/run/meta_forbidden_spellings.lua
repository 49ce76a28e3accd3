-- want: 0
-- by rawset, later, by inheritance, by a text that is made
for _, k in ipairs { "__gc", "__close", "__mode", "__concat", "__unknown", "__" } do
  assert(not pcall(setmetatable, {}, { [k] = "k" }) and not pcall(setmetatable, {}, { [k] = print }), k)
end
local late = {}
local t = setmetatable({}, late)
late.__concat = function() return "late" end
late.__mode = "k"
assert(not pcall(function() return t .. "x" end))
local by = setmetatable({}, { __index = { __concat = function() return "by" end } })
assert(not pcall(function() return setmetatable({}, by) .. "x" end))
assert(getmetatable(t) == late and not pcall(setmetatable, "", {}) and not pcall(setmetatable, 1, {}))
assert(setmetatable({}, nil) and not pcall(setmetatable, {}) and not pcall(setmetatable, {}, 1))
local p = setmetatable({}, { __metatable = "locked" })
assert(getmetatable(p) == "locked" and not pcall(setmetatable, p, {}))
local q = setmetatable({}, { __metatable = false })
assert(getmetatable(q) == false and not pcall(setmetatable, q, nil))
