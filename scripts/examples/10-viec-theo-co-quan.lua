-- 10-viec-theo-co-quan.lua - mỗi cơ quan đang giữ bao nhiêu việc, đã xong bao nhiêu. Chạy: sen chay 10-viec-theo-co-quan.lua

local tong, xong, thu_tu = {}, {}, {}
for _, t in ipairs(tasks) do
  for _, i in ipairs(t.items) do
    local ten = i.who_name or "chưa giao"                  -- who là mã, who_name là tên
    if not tong[ten] then
      tong[ten], xong[ten] = 0, 0
      thu_tu[#thu_tu + 1] = ten
    end
    tong[ten] = tong[ten] + 1
    if i.done then xong[ten] = xong[ten] + 1 end
  end
end
for _, ten in ipairs(thu_tu) do print(ten, xong[ten] .. "/" .. tong[ten]) end
