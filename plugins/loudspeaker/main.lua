-- loudspeaker: bản tin cho phát thanh viên; mọi chữ đều viết ra như sẽ đọc, không còn số, ngày hay chữ viết tắt.
-- Phần `::: head` (người duyệt, ngày phát) và `::: sign` nằm trên tờ tin nhưng không đọc, nên không tính thời lượng.

-- "1 phút 30 giây", "2 phút", "90 giây" -> số giây; nil khi không phải độ dài
local function duration(text)
  local minutes, seconds = text:match("(%d+)%s*phút"), text:match("(%d+)%s*giây")
  if not minutes and not seconds then return nil end
  return tonumber(minutes or 0) * 60 + tonumber(seconds or 0)
end

-- Khung phát tính bằng giây: slot của tài liệu (số trần là giây), nếu không có thì khung của đơn vị (số trần là phút).
local function slot_of(o)
  if o.slot then
    local own = duration(o.slot) or tonumber(o.slot)
    if not own then error("slot phải là số giây, ví dụ «90» hoặc «1 phút 30 giây», không phải «" .. o.slot .. "»", 0) end
    return own // 1
  end
  local unit = o["slots.loudspeaker"] or o["slots.loa"]
  if not unit then return nil end
  local minutes = tonumber((unit:gsub(",", ".")))
  return duration(unit) or (minutes and minutes * 60 // 1)
end

local function join(...)
  local parts = {}
  for _, part in ipairs { ... } do
    if part ~= "" then parts[#parts + 1] = part end
  end
  return table.concat(parts, "\n")
end

sen.output {
  id = "loudspeaker", title = "Bản tin loa truyền thanh", suffix = "loudspeaker.txt", version = "1.0", license = "MIT",
  render = function(doc, o)
    local rate = tonumber(o.rate or 180)
    if not rate or rate < 60 or rate > 400 then error("rate là số âm tiết đọc trong một phút, từ 60 đến 400", 0) end
    rate = rate // 1
    local spoken = sen.vi.speak(doc.speech)
    local need, slot = sen.vi.seconds(spoken, rate), slot_of(o)
    local notes = {}
    if slot and need > slot then
      notes[#notes + 1] = ("bản tin đọc khoảng %d giây, khung phát %d giây: cần bớt khoảng %d giây, chừng %d âm tiết")
        :format(need, slot, need - slot, (need - slot) * rate // 60)
    end
    local unknown = sen.vi.unknown(spoken):gsub("\n+$", ""):gsub("\n", ", ")
    if unknown ~= "" then notes[#notes + 1] = "chưa biết cách đọc: " .. unknown end
    return { join(doc.head, spoken, doc.sign), note = notes }
  end,
}
