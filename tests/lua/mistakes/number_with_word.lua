-- want: 3:3019
nhiem_vu "hop" { "Họp giao ban", chu_tri = "standing",
  viec "a" { "Việc", so_lan = 4lan } }
