-- want: 0
assert(rawget(_ENV, "coroutine") == nil and not pcall(function() return coroutine.wrap end))
for _, v in ipairs { "x", print, task, find "x", 1.5 } do assert(type(v) ~= "thread") end
assert(not pcall(function() local c <close> = 1 end))
local ok = pcall(function() local c <close> = setmetatable({}, { __close = print }) end)
assert(not ok)
do local c <close> = nil end
do local c <close> = false end
for _, v in ipairs { 1, 2 } do assert(v) end
local function iter() return nil end
for x in iter, nil, nil, nil do assert(x) end
assert(not pcall(function() for x in iter, nil, nil, {} do assert(x) end end))
