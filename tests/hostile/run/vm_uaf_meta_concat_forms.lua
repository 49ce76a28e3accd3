-- want: 0 3
-- CVE-2022-33099 and its follow-up need __concat: by no spelling does a script get one
local function grow(n) if n == 0 then return error("x") end return grow(n - 1) .. "" end
for _, m in ipairs { { __concat = grow }, { __index = { __concat = grow } }, setmetatable({ }, { __index = { __concat = grow } }) } do
  local ok, t = pcall(setmetatable, {}, m)
  if ok then
    assert(not pcall(function() return "a" .. "b" .. t end) and not pcall(function() return t .. "c" end))
    pcall(function() return 1 .. t .. ("x"):rep(100) end)
  end
end
assert(not pcall(function() return "a" .. find "x" end) and not pcall(function() return "a" .. task end))
local deep = function(f, n) if n > 0 then return f(f, n - 1) .. "x" end return {} .. "y" end
pcall(deep, deep, 100000)
pcall(deep, deep, 190)
