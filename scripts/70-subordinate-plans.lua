-- 70-subordinate-plans.lua - theo dõi kế hoạch của khu dân cư, cơ quan, trường học cùng thực hiện (H17).

task "subordinate-plans" { "Theo dõi kế hoạch của các cơ quan, đoàn thể, trường học và khu dân cư",
  also     = "ke-hoach-cap-duoi",
  group    = "Kế hoạch",
  clause   = { find "Căn cứ chức năng, nhiệm vụ", find "căn cứ chức năng nhiệm vụ", find "theo chức năng, nhiệm vụ",
               find "kế hoạch của cơ quan, đơn vị mình" },
  lead     = "standing", with = { "office", "front", "school", "hamlet" },
  period   = "01/02 - 30/4",
  due      = "30/4",
  indicators = { "partners-with-plan" },
  evidence = { "bảng theo dõi", "kế hoạch đã nhận" },

  item "send"   { "Gửi kế hoạch của {{ unit.kind }} kèm phần việc riêng của từng nơi",
    who = "office", due = "20/3", evidence = { "sổ gửi văn bản" } },
  item "remind" { "Nhắc nơi chưa gửi kế hoạch: lần một bằng tin nhắn, lần hai bằng công văn",
    who = "office", times = 2, every = "month", due = "15/4", needs = "send", evidence = { "công văn nhắc" } },
  item "table"  { "Lập bảng: nơi nào đã có kế hoạch, số và ngày; nơi nào chưa, vì sao",
    who = "standing", due = "30/4", needs = "remind", evidence = { "bảng theo dõi" } },
}
