-- 95-locks.lua - những điều lớp trên chỉ được siết chặt, không được nới. Muốn khác phải có ngoai_le kèm lý do và người duyệt.

lock "task:reporting.due" { "Hạn gửi báo cáo năm", direction = "earlier",
  basis = "Kế hoạch của cấp trên: báo cáo trước ngày 05/12" }

lock "indicator:clqg-3-2a.target" { "Mức quốc gia về hỗ trợ người bị bạo lực", direction = "more",
  basis = "Nghị quyết số 28/NQ-CP ngày 03/3/2021 của Chính phủ" }

lock "indicator:clqg-6-1.target" { "Mức quốc gia về dân số được tiếp cận kiến thức", direction = "more",
  basis = "Nghị quyết số 28/NQ-CP ngày 03/3/2021 của Chính phủ" }
