-- ward.lua - mỗi loại văn bản một tài liệu, để kiểm thử bản Word; chép vào lớp của đơn vị.
material "vb-cong-van" { "Công văn mẫu", template = "vb-cong-van.md", channels = { "docx" } }
material "vb-thong-bao" { "Thông báo mẫu", template = "vb-thong-bao.md", channels = { "docx" } }
material "vb-to-trinh" { "Tờ trình mẫu", template = "vb-to-trinh.md", channels = { "docx" } }
material "vb-quyet-dinh" { "Quyết định mẫu", template = "vb-quyet-dinh.md", channels = { "docx" } }
material "vb-giay-moi" { "Giấy mời mẫu", template = "vb-giay-moi.md", channels = { "docx" } }
material "vb-bien-ban" { "Biên bản mẫu", template = "vb-bien-ban.md", channels = { "docx" } }
material "vb-ke-hoach" { "Kế hoạch của Ban", template = "vb-ke-hoach.md", channels = { "docx" } }
material "vb-bao-cao" { "Báo cáo mẫu", template = "vb-bao-cao.md", channels = { "docx" } }
