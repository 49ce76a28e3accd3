-- want: 3:3141
nhiem_vu "hop" { "Họp giao ban", chu_tri = "standing",
  due = "20/11", han = "25/11" }
