-- want: 0
assert(tonumber("0x" .. ("f"):rep(1000000)) == -1)
assert(tonumber(("9"):rep(190)) > 1e100 and tonumber(("9"):rep(1000000)) == 1 / 0)
assert(tonumber("1e999999999999999999999") == 1 / 0 and tonumber("1e-999999999999999999999") == 0)
assert(tonumber(("z"):rep(1000000), 36) and not pcall(tonumber, "1", 37) and not pcall(tonumber, 1, 10))
assert(tonumber("nan") == nil and tonumber("inf") == nil and tonumber("0x") == nil and tonumber("1_0") == nil and tonumber("1\0") == nil)
assert(tonumber((" "):rep(1000000) .. "1" .. (" "):rep(1000000)) == 1)
assert(not pcall(function() return ("x"):rep(100) + 1 end) and "10" + 1 == 11 and not pcall(function() return "0x" + 1 end))
