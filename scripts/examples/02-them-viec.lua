-- 02-them-viec.lua - thêm một việc vào danh mục của nhiệm vụ đã có.
-- Mã của việc là "mã nhiệm vụ/mã việc"; mã việc mới do mình đặt, viết thường không dấu.

them.viec "thang-hanh-dong/toa-dam" {
  "Tọa đàm với nam công nhân về chia sẻ việc nhà",     -- chữ đầu tiên luôn là tên
  giao_cho = "cong-doan",
  han = "20/11",                                       -- hoặc "15 ngày trước khi bắt đầu", "thứ Hai hằng tuần"
  dat_sau = "launch",                                  -- đứng sau việc phát động
  minh_chung = { "ảnh", "số người dự, tách nam/nữ" },
}
