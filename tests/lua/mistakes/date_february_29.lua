-- want: 3:3106 | says: 29/02/2026
nhiem_vu "hop" { "Họp giao ban", chu_tri = "standing",
  han = "29/02/2026" }
