-- 02-legal.lua - văn bản có số, ngày, nơi ban hành đã biết. Điều chưa chắc ghi verified = "unverified" và nói rõ ở note.

legal "nq-28-2021" { "Chiến lược quốc gia về bình đẳng giới giai đoạn 2021 - 2030", kind = "Nghị quyết", number = "28/NQ-CP",
  date = "03/3/2021", issuer = "Chính phủ" }

legal "qd-1790-2021" { "Chương trình truyền thông về bình đẳng giới đến năm 2030", kind = "Quyết định", number = "1790/QĐ-TTg",
  date = "23/10/2021", issuer = "Thủ tướng Chính phủ" }

legal "qd-2282-2020" { "Chương trình tăng cường sự tham gia bình đẳng của phụ nữ trong các vị trí lãnh đạo và quản lý",
  kind = "Quyết định",
  number = "2282/QĐ-TTg", date = "31/12/2020", issuer = "Thủ tướng Chính phủ" }

legal "qd-2232-2020" { "Chương trình phòng ngừa và ứng phó với bạo lực trên cơ sở giới giai đoạn 2021 - 2025",
  kind = "Quyết định",
  number = "2232/QĐ-TTg", date = "28/12/2020", issuer = "Thủ tướng Chính phủ", valid_to = "31/12/2025",
  note = "Chương trình đã hết giai đoạn; văn bản của giai đoạn sau chưa rõ, hỏi cơ quan cấp trên." }

legal "qd-45-2022" { "Chương trình phòng, chống bạo lực gia đình trong tình hình mới đến năm 2025", kind = "Quyết định",
  number = "45/QĐ-TTg", date = "13/01/2022", issuer = "Thủ tướng Chính phủ", valid_to = "31/12/2025",
  note = "Chương trình đã hết giai đoạn; văn bản của giai đoạn sau chưa rõ, hỏi cơ quan cấp trên." }

legal "qd-363-2016" { "Tháng hành động quốc gia về phòng, chống bạo lực gia đình", kind = "Quyết định", number = "363/QĐ-TTg",
  date = "08/3/2016", issuer = "Thủ tướng Chính phủ" }

legal "luat-13-2022" { "Luật Phòng, chống bạo lực gia đình", kind = "Luật", number = "13/2022/QH15", issuer = "Quốc hội",
  valid_from = "01/7/2023" }

legal "nd-76-2023" { "Quy định chi tiết một số điều của Luật Phòng, chống bạo lực gia đình", kind = "Nghị định",
  number = "76/2023/NĐ-CP",
  date = "01/11/2023", issuer = "Chính phủ", valid_from = "25/12/2023" }

legal "luat-91-2025" { "Luật Bảo vệ dữ liệu cá nhân", kind = "Luật", number = "91/2025/QH15", date = "26/6/2025",
  issuer = "Quốc hội",
  valid_from = "01/01/2026" }

legal "nd-13-2023" { "Bảo vệ dữ liệu cá nhân", kind = "Nghị định", number = "13/2023/NĐ-CP", issuer = "Chính phủ",
  replaced_by = "nd-356-2025", valid_to = "31/12/2025" }

legal "nd-356-2025" { "Quy định chi tiết Luật Bảo vệ dữ liệu cá nhân", kind = "Nghị định", number = "356/2025/NĐ-CP",
  date = "31/12/2025", issuer = "Chính phủ", valid_from = "01/01/2026" }

legal "nd-49-2024" { "Hoạt động thông tin cơ sở", kind = "Nghị định", number = "49/2024/NĐ-CP", issuer = "Chính phủ",
  valid_from = "01/7/2024", note = "Thay Quyết định số 52/2016/QĐ-TTg." }

legal "qd-52-2016" { "Quy chế hoạt động thông tin cơ sở", kind = "Quyết định", number = "52/2016/QĐ-TTg",
  issuer = "Thủ tướng Chính phủ",
  replaced_by = "nd-49-2024", valid_to = "30/6/2024" }

legal "nd-30-2020" { "Công tác văn thư", kind = "Nghị định", number = "30/2020/NĐ-CP", date = "05/3/2020", issuer = "Chính phủ",
  note = "Thể thức văn bản hành chính ở Phụ lục I, II, III." }

legal "tt-10-2025-bnv" { "Chức năng, nhiệm vụ về nội vụ của cơ quan chuyên môn cấp tỉnh, cấp cơ sở", kind = "Thông tư",
  number = "10/2025/TT-BNV", issuer = "Bộ Nội vụ", valid_from = "01/7/2025",
  note = "Công tác bình đẳng giới do phòng phụ trách văn hóa, xã hội tham mưu. Mới thấy ở một nguồn." }

legal "nd-370-2025" { "Tổ chức cơ quan chuyên môn ở cấp cơ sở", kind = "Nghị định", number = "370/2025/NĐ-CP",
  issuer = "Chính phủ",
  note = "Tỉnh được quy định số lượng và tên phòng, vì vậy tên phòng khác nhau giữa các tỉnh. Mới thấy ở một nguồn." }

legal "tt-191-2009" { "Quản lý và sử dụng kinh phí hoạt động bình đẳng giới và vì sự tiến bộ của phụ nữ", kind = "Thông tư",
  number = "191/2009/TT-BTC", date = "01/10/2009", issuer = "Bộ Tài chính", verified = "unverified",
  note = "Chưa rõ còn hiệu lực hay đã được thay: hỏi cơ quan tài chính." }

legal "tt-10-2019-bkhdt" { "Bộ chỉ tiêu thống kê phát triển giới của quốc gia", kind = "Thông tư", number = "10/2019/TT-BKHĐT",
  date = "30/7/2019", issuer = "Bộ Kế hoạch và Đầu tư", verified = "unverified", note = "Chưa rõ đã có văn bản thay hay chưa." }

legal "tt-07-2017-bvhttdl" { "Thu thập, báo cáo thông tin về gia đình và phòng, chống bạo lực gia đình", kind = "Thông tư",
  number = "07/2017/TT-BVHTTDL", date = "29/12/2017", issuer = "Bộ Văn hóa, Thể thao và Du lịch", valid_from = "01/3/2018",
  verified = "unverified", note = "Ban hành trước Luật năm 2022; chưa rõ văn bản thay." }

legal "cv-2792-2021" { "Hướng dẫn thu thập số liệu báo cáo kết quả thực hiện Chiến lược", kind = "Công văn",
  number = "2792/LĐTBXH-BĐG",
  date = "20/8/2021", issuer = "Bộ Lao động - Thương binh và Xã hội" }

legal "cv-8935-2025" { "Hướng dẫn Tháng hành động vì bình đẳng giới năm 2025", kind = "Công văn", number = "8935/BNV-CTTN&BĐG",
  date = "03/10/2025", issuer = "Bộ Nội vụ" }
