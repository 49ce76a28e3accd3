-- 05-nhiem-vu-rieng.lua - nhiệm vụ chỉ đơn vị mình có, kèm danh mục việc. Các việc viết ngay bên trong.

nhiem_vu "cho-khong-quay-roi" { "Xây dựng chợ trung tâm không quấy rối",
  muc       = tim_muc "không gian công cộng an toàn",  -- cụm chữ trong kế hoạch; không thấy thì Sen nhắc, không báo lỗi
  chu_tri   = "phu-nu",
  phoi_hop  = { "cong-an", "doan-thanh-nien" },
  thoi_gian = "01/4 - 31/10",
  minh_chung = { "biên bản khảo sát", "bản cam kết", "ảnh" },

  viec "khao-sat" { "Hỏi chuyện tiểu thương, người đi chợ: chỗ nào tối, chỗ nào vắng", giao_cho = "phu-nu", han = "30/4" },
  viec "den"      { "Đề nghị lắp đèn ở lối đi phía sau", giao_cho = "tai-chinh", han = "30/6", can_xong = "khao-sat" },
  viec "cam-ket"  { "Ban quản lý và các hộ ký cam kết", giao_cho = "cong-an", han = "31/8", can_xong = "khao-sat" },
}
