-- want: 3
local n = 0
for _, s in ipairs { "0x", "1e", "0x1p999999", "nan", "inf", (" "):rep(1e5) .. "1", ("9"):rep(1e6), "0x" .. ("f"):rep(1e6) } do n = n + (tonumber(s) or 0) end
return 1 // 0
