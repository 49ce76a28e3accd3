-- want: 0
for _, name in ipairs { "io", "os", "debug", "package", "require", "load", "loadstring", "loadfile", "dofile", "coroutine",
                        "collectgarbage", "rawset", "_G", "setfenv", "getfenv", "module", "warn", "newproxy" } do
  local ok = pcall(function() local env = _ENV return env[name].x end)
  assert(not ok, name)
end
