-- want: 3
local function grow(n) if n > 0 then return grow(n - 1) end return error("x") end
local t = setmetatable({}, { __concat = function() grow(150000) end })
pcall(function() return "a" .. "b" .. t .. "c" end)
