-- want: 3:3901
nhiem_vu "hop" { "Họp giao ban", chu_tri = "standing",
  han = "15 ngày trước khi" }
