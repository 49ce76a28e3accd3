-- want: 3:3040
quy_tac "ngan" { "Tên nhiệm vụ phải ngắn",
  kiem_tra = function(m) local x; return x.y end }
