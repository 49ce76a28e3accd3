-- facebook: bài đăng Facebook; giữ nguyên các thẻ #…, thẻ khai báo thêm trong mẫu thì đặt ở cuối bài.
sen.output {
  id = "facebook", title = "Bài đăng Facebook", suffix = "facebook.txt", version = "1.0", license = "MIT",
  render = function(doc, o)
    local text = doc.prose
    local tags = {}
    for tag in (o.hashtags or ""):gmatch("[^%s,]+") do
      if tag:sub(1, 1) ~= "#" then tag = "#" .. tag end
      if not text:find(tag, 1, true) then tags[#tags + 1] = tag end
    end
    if #tags > 0 then text = text .. "\n" .. table.concat(tags, " ") .. "\n" end
    return text
  end,
}
