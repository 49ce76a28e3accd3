-- 97-terms.lua - nhắc cách dùng chữ: từ nên thay, vì sao. Chỉ là lời nhắc, không chặn việc gì; đơn vị thêm từ ở lớp của mình.

-- Từ của Luật Phòng, chống bạo lực gia đình năm 2022. Văn bản đã ban hành và khẩu hiệu chính thức vẫn còn dùng từ cũ.
sen.lint.term { "nạn nhân", instead = "người bị bạo lực gia đình",
  why = "Luật năm 2022 gọi là người bị bạo lực gia đình", except = { "nạn nhân mua bán người", "nạn nhân của mua bán người", "nạn nhân chiến tranh" } }
sen.lint.term { "thủ phạm bạo lực gia đình", instead = "người có hành vi bạo lực gia đình", why = "Luật năm 2022 gọi như vậy" }
sen.lint.term { "nhà tạm lánh", instead = "nơi tạm lánh", why = "Luật năm 2022 gọi là nơi tạm lánh" }

-- Chữ mang định kiến giới. Danh sách do biên tập viên lập ra, chưa đối chiếu với một văn bản nào.
sen.lint.term { "phái yếu", instead = "phụ nữ", why = "Gọi như vậy là coi phụ nữ yếu kém", verified = "unverified" }
sen.lint.term { "phái đẹp", instead = "phụ nữ", why = "Gọi như vậy là chỉ nhìn vào vẻ ngoài", verified = "unverified" }
sen.lint.term { "chân yếu tay mềm", why = "Câu này cho rằng phụ nữ kém sức", verified = "unverified" }
sen.lint.term { term = { "đảm việc nhà", "đảm đang việc nhà" }, why = "Lời khen này đặt cả hai gánh nặng lên phụ nữ; vẫn dùng được khi là tên phong trào", verified = "unverified" }
sen.lint.term { term = { "kẻ vũ phu", "hung thủ vũ phu" }, instead = "người có hành vi bạo lực gia đình", why = "Không dùng lời buộc tội trong bài viết", verified = "unverified" }
sen.lint.term { term = { "vì con mà chịu đựng", "chịu đựng vì con" }, why = "Câu này khuyên người bị bạo lực im lặng", verified = "unverified" }
sen.lint.term { term = { "bình hoa di động", "nữ hoàng dao kéo", "trà xanh", "tiểu tam", "máy bay bà già" }, why = "Lời gán ghép hạ thấp phụ nữ", verified = "unverified", except = { "uống trà xanh", "lá trà xanh" } }
