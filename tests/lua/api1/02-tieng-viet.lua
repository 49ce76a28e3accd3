-- 02-tieng-viet.lua - the same constructors in the Vietnamese names, with Vietnamese words for values.
--$ xem nhiem-vu noi-chuyen --json
--$ xem danh-muc noi-chuyen --json
--$ xem chi-tieu so-nhom --json
--$ xem tai-lieu to-gap --json
--$ soat
co_quan "cong-doan" { "Công đoàn", vai_tro = "Công đoàn cơ sở", cach_goi = { "CĐ xã" }, thay_cho = { "Công đoàn cũ" } }
van_ban "nq-28" { "Chiến lược quốc gia", loai = "Nghị quyết", so_hieu = "28/NQ-CP", ngay = "03/3/2021", noi_ban_hanh = "Chính phủ" }
nhiem_vu "noi-chuyen" { "Nói chuyện chuyên đề", nhom = "Truyền thông", chu_tri = "cong-doan", phoi_hop = { "doan-thanh-nien", "phu-nu" },
  thoi_gian = "tháng 6", han = "30/6", dinh_ky = "quy", minh_chung = { "ảnh" }, ghi_chu = "Hai buổi", kinh_phi = 5000000,
  viec "hoi-truong" { "Mượn hội trường", giao_cho = "cong-doan", han = "10 ngày trước khi bắt đầu", khong_bat_buoc = true },
  viec "noi" { "Nói chuyện", giao_cho = "phu-nu", so_lan = 2, can_xong = { "hoi-truong" }, kenh = "truc_tiep", chi_tieu = "tiep-can", dat_sau = "hoi-truong" },
}
danh_muc "hop" { "Chuẩn bị họp", nhiem_vu = { "noi-chuyen" }, viec "nuoc" { "Nước uống", giao_cho = "doan-thanh-nien" } }
chi_tieu "so-nhom" { "Số nhóm", loai = "cuoi_ky", don_vi_tinh = "nhóm", huong = "khong_qua", can_dat = { "don_vi: 8 năm 2026", "quoc_gia: 5" },
  tach_theo = { "gioi_tinh" }, nguong = 5, tu_so = "nhóm hoạt động", mau_so = "tổng số", dinh_ky = "nam_mot_lan", doi_chieu = "chua_doi_chieu" }
tai_lieu "to-gap" { "Tờ gấp", mau = "leaflet.md", doi_tuong = { "nam_gioi" }, kenh = { "loa", "zalo" }, hieu_luc = "15/11 - 15/12", phe_duyet = "du_thao" }
lich "phat" { "Phát tờ gấp", tai_lieu = { "to-gap" }, kenh = "loa", dinh_ky = "tuan", thoi_gian = "15/11 - 15/12", gio = { "17:00" } }
su_kien "phat-dong" { "Phát động", nhiem_vu = "thang", ngay = "15/11", gio = "07:30", dia_diem = "Nhà văn hóa", chu_tri = "phu-nu" }
thanh_vien "truong-ban" { "Nguyễn Văn An", chuc_vu = "Phó Chủ tịch", vai_tro = "Trưởng ban", gioi_tinh = "nam" }
nhan_xet "kho-khan" { "Khó khăn", phan = "II", noi_dung = "Cán bộ còn kiêm nhiệm.", ky = "2026" }
khoa "chi_tieu:so-nhom.can_dat" { "Mức của tỉnh", huong = "cao_hon", can_cu = "Kế hoạch số 17" }
quy_tac "on" { "Không báo gì", kiem_tra = function(m) return nil end, muc_do = "nhac" }
