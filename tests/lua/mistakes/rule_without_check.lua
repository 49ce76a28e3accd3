-- want: 2:3118 | says: kiểm tra
quy_tac "ngan" { "Tên nhiệm vụ phải ngắn" }
