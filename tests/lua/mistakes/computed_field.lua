-- want: 3:3117
sua.nhiem_vu "thang-hanh-dong" {
  ngay_han = "20/11",
  ly_do = "Đổi hạn",
}
