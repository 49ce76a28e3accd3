-- want: 3:3105 | says: số lần
nhiem_vu "hop" { "Họp giao ban", chu_tri = "standing",
  viec "a" { "Việc", so_lan = 1.5 } }
