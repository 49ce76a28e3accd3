-- zalo: bài đăng Zalo; bài dài được chia thành nhiều phần, mỗi phần cả dòng số thứ tự không quá giới hạn.
local DEFAULT <const> = 2000   -- số ký tự của một bài đăng

sen.output {
  id = "zalo", title = "Bài đăng Zalo", suffix = "zalo.txt", version = "1.0", license = "MIT",
  render = function(doc, o)
    local limit = tonumber(o.limit or DEFAULT)
    if not limit or limit < 40 then
      error("limit phải là một số từ 40 trở lên, không phải «" .. o.limit .. "»", 0)
    end
    local text, parts, over = sen.text.split(doc.prose, limit // 1)
    if over > 0 then
      local why = "%d phần dài hơn %d ký tự vì một liên kết, con số hoặc tên riêng quá dài"
      return { text, warning = why:format(over, limit // 1) }
    end
    if parts > 3 then
      return { text, note = "bài được chia thành " .. parts .. " phần; nên rút gọn để người đọc không bỏ dở" }
    end
    return text
  end,
}
