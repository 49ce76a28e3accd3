-- want: 3:3002
nhiem_vu "hop" { "Họp giao ban",
  phoi_hop = { "women" "police" },
}
