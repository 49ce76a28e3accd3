-- 08-quy-tac-rieng.lua - một điều mình muốn máy nhắc mỗi khi chạy sen soat.

quy_tac "co-minh-chung" { "Nhiệm vụ nào cũng ghi minh chứng cần lưu",
  muc_do = "nhac",                                     -- loi, canh_bao hoặc nhac
  goi_y = "Thêm minh_chung = { … } bằng một câu sua.nhiem_vu.",
  kiem_tra = function(m)
    for _, t in ipairs(m.tasks) do
      if not t.evidence then m.report(t, "Nhiệm vụ chưa ghi minh chứng.") end
    end
  end,
}
