-- want: 3:3007
nhiem_vu "hop" { "Họp giao ban",
  khi = function(u) return u.kind == "xa",
}
