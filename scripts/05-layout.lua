-- 05-layout.lua - thể thức trình bày văn bản hành chính (Word, PDF): giá trị đang dùng và khoảng cho phép của Nghị định 30.
-- Đơn vị có quy định riêng thì sửa ở lớp của mình, ví dụ: sua.the_thuc "decree-30" { le_phai = 20, ly_do = "Quy chế văn thư" }
-- Lề, thụt dòng, bề rộng tính bằng mm; cỡ chữ và khoảng cách đoạn tính bằng pt.

layout "decree-30" { "Thể thức theo Nghị định 30/2020/NĐ-CP", source = "Nghị định 30/2020/NĐ-CP, Phụ lục I", verified = "unverified",

  -- trang giấy A4
  margin_top = 20, margin_bottom = 20, margin_left = 30, margin_right = 15,
  font = "Times New Roman", page_numbers = true, page_number_size = 13,

  -- đầu văn bản
  nation_size = 12, motto_size = 13, superior_size = 12, agency_size = 12, number_size = 13, place_size = 13,
  header_left = 65, rule_share = 0.4,

  -- tên loại, trích yếu, căn cứ
  type_size = 14, subject_size = 14, about_size = 12, basis_size = 14, basis_italic = true, basis_end = ".",

  -- nội dung
  body_size = 14, part_size = 14, heading_size = 14, table_size = 12, footnote_size = 10,
  indent = 12.7, space_between = 6, line_spacing = 1.1, end_mark = "./.",

  -- chữ ký, nơi nhận, phụ lục
  authority_size = 14, signer_size = 14, sign_space = 20, recipients_size = 12, recipient_size = 11,
  annex_size = 14, annex_title_size = 14,

  allowed = {
    margin_top = "20 - 25 (Phụ lục I, phần I, mục I.3)", margin_bottom = "20 - 25 (Phụ lục I, phần I, mục I.3)",
    margin_left = "30 - 35 (Phụ lục I, phần I, mục I.3)", margin_right = "15 - 20 (Phụ lục I, phần I, mục I.3)",
    page_number_size = "13 - 14 (Phụ lục I, phần I, mục I.7)",
    nation_size = "12 - 13 (Phụ lục I, phần I, mục II.1)", motto_size = "13 - 14 (Phụ lục I, phần I, mục II.1)",
    superior_size = "12 - 13 (Phụ lục I, phần I, mục II.2)", agency_size = "12 - 13 (Phụ lục I, phần I, mục II.2)",
    number_size = "13 - 13 (Phụ lục I, phần I, mục II.3)", place_size = "13 - 14 (Phụ lục I, phần I, mục II.4)",
    type_size = "13 - 14 (Phụ lục I, phần I, mục II.5)", subject_size = "13 - 14 (Phụ lục I, phần I, mục II.5)",
    about_size = "12 - 13 (Phụ lục I, phần I, mục II.5)", rule_share = "0,33 - 0,5 (Phụ lục I, phần I, mục II.2 và II.5)",
    basis_size = "13 - 14 (Phụ lục I, phần I, mục II.6)", body_size = "13 - 14 (Phụ lục I, phần I, mục II.6)",
    part_size = "13 - 14 (Phụ lục I, phần I, mục II.6)", heading_size = "13 - 14 (Phụ lục I, phần I, mục II.6)",
    indent = "10 - 12,7 (Phụ lục I, phần I, mục II.6)", space_between = "6 - 18 (Phụ lục I, phần I, mục II.6)",
    line_spacing = "1 - 1,5 (Phụ lục I, phần I, mục II.6)",
    authority_size = "13 - 14 (Phụ lục I, phần I, mục II.7)", signer_size = "13 - 14 (Phụ lục I, phần I, mục II.7)",
    recipients_size = "12 - 12 (Phụ lục I, phần I, mục II.9)", recipient_size = "11 - 11 (Phụ lục I, phần I, mục II.9)",
    annex_size = "14 - 14 (Phụ lục I, phần I, mục III.1)", annex_title_size = "13 - 14 (Phụ lục I, phần I, mục III.1)",
  },
}
