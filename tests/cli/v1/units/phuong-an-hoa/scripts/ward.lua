-- ward.lua: lớp riêng của đơn vị. Mỗi câu sửa một điều so với bản chung; các lệnh sen sua / them / bo ghi thêm vào cuối tệp.
-- Ví dụ (bỏ hai dấu gạch đầu dòng để dùng):
-- them.viec "thang-hanh-dong/toa-dam" { "Tọa đàm với nam công nhân", han = "20/11" }
-- trước: sua.nhiem_vu "action-month" { chu_tri = "women", ly_do = "Phân công" }
sua.nhiem_vu "action-month" { chu_tri = "police", ly_do = "Đổi phân công" }
