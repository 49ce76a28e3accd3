-- want: 0
-- every metamethod there is, each of them recursive
local m = {}
local function again(a, b) return setmetatable({}, m), a, b end
for _, k in ipairs { "__add", "__sub", "__mul", "__div", "__mod", "__pow", "__unm", "__idiv", "__band", "__bor", "__bxor", "__shl", "__shr",
                     "__bnot", "__len", "__eq", "__lt", "__le", "__call", "__index" } do m[k] = again end
local a, b = setmetatable({}, m), setmetatable({}, m)
for _ = 1, 1000 do
  local c = ((a + b) * -a / ~b % #a ^ b // a & b | a ~ b << a >> b)
  assert(a < b and a <= b and a == b and c.x and c(a))
end
assert(not pcall(function() return a .. b end))
