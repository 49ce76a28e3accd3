-- sen.lua: không gian làm việc. Sửa tệp này bằng Notepad; xem từng từ bằng lệnh: sen giup workspace
workspace {
  name = "ws",
  year = 2026,
}
