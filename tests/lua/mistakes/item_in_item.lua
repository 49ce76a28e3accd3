-- want: 3:3053
nhiem_vu "hop" { "Họp giao ban", chu_tri = "standing",
  viec "a" { "Việc A", viec "b" { "Việc B" } } }
