-- want: 0
for _, name in ipairs { "load", "loadstring", "loadfile", "dofile", "require", "package", "module", "debug", "io", "os", "coroutine", "collectgarbage",
                        "rawset", "getfenv", "setfenv", "newproxy", "warn", "unpack", "_G", "ffi", "jit", "bit32", "arg0", "SEN", "__sen" } do
  assert(not pcall(function() return _ENV[name].x end), name)
  assert(rawget(_ENV, name) == nil, name)
end
for _, name in ipairs { "dump", "pack", "unpack", "packsize" } do assert(not pcall(function() return string[name] end), name) end
assert(not pcall(function() return math.randomseed end) and not pcall(function() return table.new end))
