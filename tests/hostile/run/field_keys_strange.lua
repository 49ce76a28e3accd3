-- want: 3
local t = { "Tên" }
t[1.5] = 1 t[true] = 2 t[{}] = 3 t[print] = 4 t[("k"):rep(100000)] = 5 t["a\0b"] = 6 t["\27[2J"] = 7 t[-1] = 8 t[2^53] = 9 t["\u{202E}"] = 10
task "la" (t)
