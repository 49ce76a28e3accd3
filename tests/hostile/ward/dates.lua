for i = 1, 300 do task("t" .. i) { "T", period = "31/02 - 99/99", due = ("15 ngày trước khi bắt đầu "):rep(50), item "a" { "A", due = "T-999999999", every = "week", times = 2147483647 } } end
