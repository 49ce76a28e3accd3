-- want: 3:3004 | says: [[
sua.nhiem_vu "thang-hanh-dong" {
  ghi_chu = [[ Ghi chú dài
  ly_do = "x" }
