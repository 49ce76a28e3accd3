rule "r" { "R", check = function(m) for i = 1, 1e9 do m.report("lỗi " .. i, ("đ"):rep(1000)) end end }
