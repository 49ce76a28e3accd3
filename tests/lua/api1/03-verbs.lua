-- 03-verbs.lua - edit, add, remove on what a lower layer declared; both spellings; by id and by the other name.
--$ show tasks month --json
--$ show checklists month --json
--$ show materials --json
--$ show indicators reached --json
--$ why task:month.lead
--$ why item:month/radio
--$ check
edit.task "month" { lead = "women", why = "Phân công lại" }
sua.nhiem_vu "thang" { ghi_chu = "Làm cùng phụ nữ", ly_do = "Họp giao ban" }
add.item "month/talk" { "Tọa đàm", after = "plan", due = "20/11", who = "youth" }
them.viec "thang/to-roi" { "Phát tờ rơi", giao_cho = "phu-nu", dat_sau = "talk" }
sua.viec "thang/ke-hoach" { giao_cho = "phu-nu", ly_do = "Phân công lại" }
remove.item "month/radio" { why = "Đài đang sửa chữa" }
bo.tai_lieu "leaflet" { ly_do = "Hết tờ rơi" }
them.chi_tieu "moi" { "Chỉ tiêu mới", loai = "moi_nhat", don_vi_tinh = "%" }
sua.chi_tieu "tiep-can" { don_vi_tinh = "lượt người", ly_do = "Theo mẫu mới" }
