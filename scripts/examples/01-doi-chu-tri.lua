-- 01-doi-chu-tri.lua - đổi cơ quan chủ trì của một nhiệm vụ. Chép câu dưới vào ward.lua của đơn vị rồi đổi một chữ.
-- Câu nào cũng cùng một kiểu: TỪ "mã" { … }. Sửa thì phải ghi ly_do, để năm sau còn biết vì sao.

sua.nhiem_vu "thang-hanh-dong" {
  chu_tri = "van-hoa-xa-hoi",                          -- đổi chữ này: mã của cơ quan, xem bằng lệnh sen xem co-quan
  phoi_hop = them { "nong-dan" },                      -- them { … } cộng vào danh sách cũ; không có them là thay cả danh sách
  ly_do = "Phân công tại cuộc họp giao ban đầu năm",
}
