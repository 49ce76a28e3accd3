-- .luacheckrc - làm ra từ bảng từ của Sen, không sửa tay.
std = "lua54"
max_line_length = false -- luacheck đếm byte, chữ có dấu dài hai, ba byte
unused_args = false
read_globals = {
  "workspace", "noi_lam_viec",
  "unit", "don_vi",
  "body", "co_quan",
  "task", "nhiem_vu",
  "item", "viec",
  "checklist", "danh_muc",
  "indicator", "chi_tieu",
  "material", "tai_lieu",
  "schedule", "lich",
  "event", "su_kien",
  "member", "thanh_vien",
  "legal", "van_ban",
  "narrative", "nhan_xet",
  "rule", "quy_tac",
  "lock", "khoa",
  "layout", "the_thuc",
  "edit", "sua",
  "add", "them",
  "remove", "bo",
  "waive", "ngoai_le",
  "find", "tim_muc", "sen", "plan", "tasks", "indicators", "today", "year",
}
not_globals = { "io", "os", "debug", "package", "require", "load", "loadfile", "dofile", "coroutine",
  "collectgarbage", "rawset", "_G" }
