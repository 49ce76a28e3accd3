-- 09-viec-qua-han.lua - in các việc đã quá hạn mà chưa xong. Chạy: sen chay 09-viec-qua-han.lua --cho phuong-an-hoa
-- Chạy xong không có gì thay đổi: kịch bản chỉ đọc.

local qua_han = 0
for _, t in ipairs(tasks) do
  for _, i in ipairs(t.items) do
    if i.due_on and not i.done and i.due_on < today then
      print(i.due_on, i.title, i.who_name)                 -- who là mã, who_name là tên
      qua_han = qua_han + 1
    end
  end
end
print("Số việc quá hạn:", qua_han)
