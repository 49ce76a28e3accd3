-- want: 3:3106 | says: 15/13
nhiem_vu "hop" { "Họp giao ban", chu_tri = "standing",
  han = "15/13" }
