-- want: 3
pcall(string.format, "%99.99f", 1e308)
pcall(string.format, "%99.99s", ("x"):rep(99))
pcall(string.format, "%c%c%c", 0, 256, -1)
pcall(string.format, "%099999d", 1)
pcall(string.format, "%" .. ("0"):rep(500) .. "d", 1)
pcall(string.format, "%.99q", "x")
pcall(string.format, "%5.3a", 1)
return string.format("%n", 1)
