-- want: 3:3040
nhiem_vu "hop" { "Họp giao ban", chu_tri = "standing",
  khi = function(u) local x; return x.y end }
