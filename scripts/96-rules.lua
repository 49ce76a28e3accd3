-- 96-rules.lua - những điều sen soat nhìn giúp. Thêm quy tắc riêng của đơn vị theo cùng cách viết.

rule "task-has-lead" { "Nhiệm vụ nào cũng có cơ quan chủ trì", severity = "warning",
  hint = "Thêm chu_tri = … bằng một dòng sua.nhiem_vu.", hint_en = "Add lead = … by a line of edit.task.",
  check = function(m)
    for _, t in ipairs(m.tasks) do
      if not t.lead then m.report(t, { "Nhiệm vụ chưa có cơ quan chủ trì.", en = "The task has no leading body." }) end
    end
  end,
  bad = { 'nhiem_vu "thu" { "Thử", thoi_gian = "01/3 - 31/3" }' },
  good = { 'nhiem_vu "thu" { "Thử", chu_tri = "standing", thoi_gian = "01/3 - 31/3" }' } }

rule "item-has-owner" { "Việc nào cũng có người nhận và có hạn", severity = "warning",
  hint = "Thêm giao_cho = … và han = … bằng một dòng sua.viec.", hint_en = "Add who = … and due = … by a line of edit.item.",
  check = function(m)
    for _, t in ipairs(m.tasks) do
      for _, i in ipairs(t.items) do
        if not i.who then m.report(i, { "Việc chưa giao cho ai.", en = "The item is nobody's." }) end
        if not i.due then m.report(i, { "Việc chưa có hạn.", en = "The item has no deadline." }) end
      end
    end
  end,
  bad = { 'nhiem_vu "thu" { "Thử", chu_tri = "women", viec "a" { "Chưa giao cho ai", han = "05/3" } }',
          'nhiem_vu "thu" { "Thử", chu_tri = "women", viec "a" { "Chưa có hạn", giao_cho = "women" } }' },
  good = { 'nhiem_vu "thu" { "Thử", chu_tri = "women", viec "a" { "Đủ cả", giao_cho = "women", han = "05/3" } }' } }
