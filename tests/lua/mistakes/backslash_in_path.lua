-- want: 3:3018 | says: \
nhiem_vu "hop" { "Họp giao ban",
  ghi_chu = "C:\Users\Mai\hop.docx", chu_tri = "standing" }
