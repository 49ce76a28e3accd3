-- want: 2:3002 3:3007
local a = { 1 2 }
local function f()
