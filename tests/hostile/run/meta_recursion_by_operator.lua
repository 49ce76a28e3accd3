-- want: 0 3 5
for _, k in ipairs { "__add", "__unm", "__len", "__eq", "__lt", "__index", "__newindex", "__call" } do
  local m = {}
  local a, b = setmetatable({}, m), setmetatable({}, m)
  m[k] = ({ __add = function(x, y) return x + y end, __unm = function(x) return -x end, __len = function(x) return #x end,
            __eq = function(x, y) return x == y and not rawequal(x, y) end, __lt = function(x, y) return x < y end,
            __index = function(x, key) return x[key .. ""] end, __newindex = function(x, key, v) x[key] = v end,
            __call = function(x) return (x()) end })[k]
  pcall(function() return a + b, -a, #a, a == b, a < b, a.x, a() end)
  pcall(function() return -a end) pcall(function() return #a end) pcall(function() return a == b end)
  pcall(function() return a < b end) pcall(function() return a.x end) pcall(function() a.x = 1 end) pcall(function() return a() end)
end
