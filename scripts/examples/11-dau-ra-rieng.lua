-- 11-dau-ra-rieng.lua - một dạng xuất mới: tin nhắn điện thoại (SMS). Có dấu thì mỗi tin tối đa 70 ký tự, từ tin ghép là 67.
-- Chép vào scripts/ của đơn vị, rồi thêm "sms" vào kenh của tài liệu muốn gửi.

local function cat_tin(chu, rong)
  local cac_tin, dong = {}, ""
  for tu in chu:gmatch("%S+") do
    local thu = dong == "" and tu or dong .. " " .. tu
    if utf8.len(thu) <= rong then
      dong = thu
    else
      cac_tin[#cac_tin + 1], dong = dong, tu
    end
  end
  cac_tin[#cac_tin + 1] = dong
  return cac_tin
end

sen.output { id = "sms", title = "Tin nhắn SMS", suffix = "sms.txt",
  render = function(doc)
    local cac_tin = cat_tin(doc.plain, 67)
    return { table.concat(cac_tin, "\n") .. "\n", note = "Số tin nhắn: " .. #cac_tin }
  end,
}
