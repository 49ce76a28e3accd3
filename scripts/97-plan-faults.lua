-- 97-plan-faults.lua - những chỗ nên sửa trong văn bản kế hoạch đã nhập; sen nhap và sen soat kể ra với dòng của tệp.
-- Quy tắc ngắn: tim = { "sai → đúng" }. Quy tắc dài: ke_hoach = function(m) … m.report(đoạn, "câu báo", "cách sửa", "chữ trong đoạn") end.
-- Mẫu thử của từng quy tắc (mau_sai phải bị báo, mau_dung không được báo) chạy bằng: sen kiem-thu.

-- --- chữ viết ---

rule "plan-typo" { "Chữ gõ sai", severity = "note",
  find = { "lòng ghép → lồng ghép", "bình đẵng → bình đẳng", "bạo lục → bạo lực", "tuyên tuyền → tuyên truyền",
    "phối họp → phối hợp", "phụ nử → phụ nữ", "trẽ em → trẻ em", "nghành → ngành", "xã hôi → xã hội", "thực hiên → thực hiện",
    "triễn khai → triển khai", "chỉ đao → chỉ đạo", "xữ lý → xử lý", "bổ xung → bổ sung", "chia xẻ → chia sẻ",
    "sát nhập → sáp nhập", "hành đông → hành động", "giám xát → giám sát", "đề suất → đề xuất", "suất sắc → xuất sắc",
    "cũng cố → củng cố", "sữa đổi → sửa đổi", "hổ trợ → hỗ trợ", "đẫy mạnh → đẩy mạnh", "tổ chửc → tổ chức",
    "hoạt đông → hoạt động", "kế hoach → kế hoạch", "nhiêm vụ → nhiệm vụ", "qui định → quy định", "qui chế → quy chế",
    "qui trình → quy trình", "tham muu → tham mưu", "khen thuởng → khen thưởng", "nhũng → những", "cộng đông → cộng đồng",
    "phụ nữ trẻ em gái → phụ nữ, trẻ em gái", "chuẫn bị → chuẩn bị", "hổ trơ → hỗ trợ", "vãn bản → văn bản" },
  except = { "phiền nhũng", "nhũng nhiễu", "tham nhũng" },
  say = "«{found}» là chữ gõ sai",
  good = { "Lồng ghép giới vào kế hoạch của địa phương.", "Phòng, chống tham nhũng, tiêu cực." },
  bad = { "Lòng ghép giới vào kế hoạch.", "- Hổ trợ phụ nữ nghèo." } }

rule "plan-hang-nam" { "Viết «hằng năm», «hằng tháng»", severity = "note",
  find = { "hàng năm → hằng năm", "hàng tháng → hằng tháng", "hàng quý → hằng quý", "hàng tuần → hằng tuần",
    "hàng ngày → hằng ngày" },
  say = "«{found}»: văn bản nay viết «{instead}»",
  good = { "Báo cáo định kỳ hằng năm." }, bad = { "Báo cáo định kỳ hàng năm." } }

rule "plan-space-before" { "Thừa dấu cách trước dấu câu", severity = "note", where = "clauses",
  pattern = { "[^%s%.]+ %.%.%.", "[^%s]+ …", "[^%s]+ %./%.", "[^%s]+ [,;](%s)", "[^%s%d]+ [,;]$", "[^%s%.:;/]+ %.$",
    "[^%s%.:;,/]+ :%s" },
  say = "«{found}»: thừa dấu cách trước dấu câu", hint = "Viết dấu câu liền sau chữ.",
  good = { "Y tế, giáo dục... và các ngành.", "- Thành viên Ban;", "Nơi nhận:\n- Như trên;" },
  bad = { "- Các lĩnh vực y tế, giáo dục ... của xã.", "- Lập kế hoạch , dự toán của năm.", "- Báo cáo về Ban ./." } }

rule "plan-space-after" { "Thiếu dấu cách sau dấu câu", severity = "note",
  pattern = { "[^%s%p]+%.%.%.[^%s%p%d“”«»–…][^%s%p]*", "[^%s%p]+…[^%s%p%d“”«»–…][^%s%p]*", "[^%s%p]+[,;][^%s%p%d“”«»–…][^%s%p]*" },
  say = "«{found}»: thiếu dấu cách sau dấu câu", hint = "Thêm một dấu cách.",
  good = { "Các xã, phường... Quan tâm phụ nữ.", "Tăng 1,5 lần; đạt 60%." },
  bad = { "- Tại các xã, phường...Quan tâm đến phụ nữ.", "- Rà soát,bổ sung danh sách." } }

rule "plan-double-mark" { "Hai dấu câu liền nhau", severity = "note", where = "clauses",
  pattern = { "[^%s]+,%.%.%.", "[^%s]+,,[^%s]*", "[^%s]+;;", "[^%s]+;%.%f[%s%z]", "[^%s%.]+%.%.%f[^%.%w]", "[^%s]+,%.%f[%s%z]" },
  say = "«{found}»: hai dấu câu liền nhau", hint = "Giữ lại một dấu.",
  good = { "- Y tế, giáo dục...", "- Nội dung: a, b, c." },
  bad = { "- Tại trường học, cơ quan,... của xã.", "- Lập danh sách;;" } }

rule "plan-mark" { "Còn dấu của Markdown", severity = "note",
  plan = function(m)
    local first, n, headings = nil, 0, 0
    for _, t in ipairs(m.texts) do
      if t.kind == "mark" and t.text:find("^#+$") then headings = headings + 1 end
      if (t.kind == "mark" and (t.text:find("^%*%*+$") or t.text:find("^[`~#]+$"))) or t.text:find("%*%*[^%*]") then
        first, n = first or t, n + 1
      end
    end
    if first and n <= 12 and headings < 3 then         -- nhiều hơn: tệp cố ý viết bằng Markdown
      m.report(first, "Còn dấu «" .. (first.text:match("[%*_#`~]+") or "**") .. "» của Markdown trong văn bản (" .. n .. " chỗ)",
        "Bỏ dấu này, hoặc dùng chữ đậm của Word.")
    end
  end,
  good = { "- Nội dung thứ nhất của kế hoạch." }, bad = { "KẾ HOẠCH\n\nI. NỘI DUNG\n\n- **Nội dung** thứ nhất của kế hoạch." } }

-- --- ngày tháng (Nghị định 30/2020/NĐ-CP): thêm số 0 trước ngày dưới 10 và trước tháng 1, 2 ---

local function two(n) return string.format(n < 10 and "0%d" or "%d", n) end
local function official(d, mo) return two(d), mo < 3 and two(mo) or tostring(mo) end

rule "plan-date-zero" { "Ngày dưới 10 và tháng 1, 2 thêm số 0; các tháng khác thì không", severity = "note",
  hint = "Nghị định 30/2020/NĐ-CP, Phụ lục I: thêm số 0 trước ngày nhỏ hơn 10 và trước tháng 1, tháng 2.",
  plan = function(m)
    local function look(t, found, d, mo, form, ...)
      local day, month = tonumber(d), tonumber(mo)
      if day < 1 or day > 31 or month < 1 or month > 12 then return end
      local rd, rm = official(day, month)
      if d == rd and mo == rm then return end
      m.report(t, "Ngày «" .. found .. "» viết chưa đúng thể thức", "Viết: «" .. string.format(form, rd, rm, ...) ..
        "» (Nghị định 30/2020/NĐ-CP: thêm số 0 trước ngày nhỏ hơn 10 và trước tháng 1, tháng 2).", found)
    end
    for _, t in ipairs(m.texts) do
      local s = t.text
      for found, d, mo, y in s:gmatch("%f[%w/]((%d%d?)/(%d%d?)/(%d%d%d%d))%f[^%w/]") do look(t, found, d, mo, "%s/%s/" .. y) end
      for found, d, mo in s:gmatch("(ngày (%d%d?)/(%d%d?))%f[^%w/]") do look(t, found, d, mo, "ngày %s/%s") end
      for found, d, mo in s:gmatch("(ngày (%d%d?) tháng (%d%d?))%f[^%w/]") do look(t, found, d, mo, "ngày %s tháng %s") end
    end
    local number = m.plan.number
    if number and number:find("^[1-9]$") then
      m.report("Số văn bản «" .. number .. "» viết chưa đúng thể thức",
        "Viết: «0" .. number .. "» (Nghị định 30/2020/NĐ-CP: số nhỏ hơn 10 thêm số 0 phía trước).")
    end
  end,
  good = { "Quyết định ngày 03/9/2021 và ngày 15/02/2022; báo cáo trước ngày 05/12.", "Tỷ lệ 1/3 số xã; trong 24/7." },
  bad = { "Quyết định ngày 3/09/2021 của Ủy ban.", "- Báo cáo trước ngày 5/12 hằng năm.", "Hà Nội, ngày 5 tháng 7 năm 2023" } }

-- --- cách viết không thống nhất trong một văn bản ---

-- Đếm từng cách viết; báo những cách ít dùng hơn, mỗi cách một lần.
local function say_minor(m, forms, what, remedy)
  local best
  for _, f in ipairs(forms) do if not best or f.n > best.n then best = f end end
  for _, f in ipairs(forms) do
    if f ~= best then
      m.report(f.first, what .. " viết không thống nhất: «" .. f.shown .. "» (" .. f.n .. " chỗ), nơi khác «" .. best.shown ..
        "» (" .. best.n .. " chỗ)", remedy .. " «" .. best.shown .. "».", f.found)
    end
  end
end

local function count_form(forms, name, t, found, shown)
  for _, f in ipairs(forms) do
    if f.name == name then f.n = f.n + 1; return f end
  end
  forms[#forms + 1] = { name = name, n = 1, first = t, found = found, shown = shown or found }
end

rule "plan-span-style" { "Khoảng năm viết một kiểu trong cả văn bản", severity = "note",
  plan = function(m)
    local forms = {}
    for _, t in ipairs(m.texts) do
      for _, dash in ipairs { "%-", "–", "—" } do
        for found, sep in t.text:gmatch("%f[%w/](20%d%d(%s*" .. dash .. "%s*)20%d%d)%f[^%w/]") do count_form(forms, sep, t, found) end
      end
    end
    if #forms > 1 then say_minor(m, forms, "Khoảng năm", "Viết cùng một kiểu, như") end
  end,
  good = { "- Giai đoạn 2021 - 2025 và giai đoạn 2026 - 2030." },
  bad = { "- Giai đoạn 2021 - 2025.\n- Giai đoạn 2021-2030.\n- Giai đoạn 2026 - 2030.", "- Giai đoạn 2021 – 2025 và 2021 - 2030." } }

-- «A - B», «A-B», «A – B» giữa hai tiếng giống nhau
local function dash_pairs(s, visit)
  for _, dash in ipairs { "%-", "–", "—" } do
    for at, a, sep, b in s:gmatch("()([^%s%p]+)(%s*" .. dash .. "%s*)([^%s%p]+)") do
      visit(a, sep, b, (s:sub(1, at - 1):match("[^%s%p]+%s$") or "") .. a .. sep .. b)
    end
  end
end

rule "plan-dash-style" { "Dấu gạch nối trong một tên viết một kiểu", severity = "note",
  find = { "kinh tế-xã hội → kinh tế - xã hội", "chính trị-xã hội → chính trị - xã hội", "văn hóa-xã hội → văn hóa - xã hội",
    "lao động-thương binh → lao động - thương binh", "quốc phòng-an ninh → quốc phòng - an ninh",
    "kinh tế- xã hội → kinh tế - xã hội", "chính trị- xã hội → chính trị - xã hội", "văn hóa- xã hội → văn hóa - xã hội",
    "kinh tế -xã hội → kinh tế - xã hội", "chính trị -xã hội → chính trị - xã hội" },
  say = "«{found}»: dấu gạch nối giữa hai cụm từ có dấu cách hai bên",
  plan = function(m)
    local names, order = {}, {}
    for _, t in ipairs(m.texts) do
      dash_pairs(t.text, function(a, sep, b, shown)
        if a:find("%d") or (sep == "-" and sen.vi.upper(a) == a) then return end     -- 15-16, KH-UBND
        local key = sen.vi.lower(a) .. "|" .. sen.vi.lower(b)
        if not names[key] then names[key] = {}; order[#order + 1] = key end
        count_form(names[key], sep, t, a .. sep .. b, shown)
      end)
    end
    for _, key in ipairs(order) do
      if #names[key] > 1 then
        local joined = false
        for _, f in ipairs(names[key]) do joined = joined or f.name == "-" end
        if not joined or not key:find("xã$") then say_minor(m, names[key], "Dấu gạch trong một tên", "Viết cùng một kiểu, như") end
      end
    end
  end,
  good = { "- Phát triển kinh tế - xã hội của xã.", "- Phòng Văn hóa - Xã hội và Phòng Kinh tế." },
  bad = { "- Phát triển kinh tế-xã hội của xã.",
    "- Sở Lao động – Thương binh và Xã hội chủ trì.\n- Báo cáo Sở Lao động - Thương binh và Xã hội." } }

rule "plan-tone-style" { "Dấu thanh đặt một kiểu trong cả văn bản", severity = "note",
  plan = function(m)
    local old, new = "óa òa ỏa õa ọa óe òe ỏe õe ọe úy ùy ủy ũy ụy", "oá oà oả oã oạ oé oè oẻ oẽ oẹ uý uỳ uỷ uỹ uỵ"
    local style, count, words = {}, { old = 0, new = 0 }, {}
    for w in old:gmatch("%S+") do style[w] = "old" end
    for w in new:gmatch("%S+") do style[w] = "new" end
    for _, t in ipairs(m.texts) do
      for word in t.lower:gmatch("[%a\x80-\xFF]+") do
        local tail = #word >= 3 and (style[word:sub(-3)] and word:sub(-3) or style[word:sub(-4)] and word:sub(-4))
        if tail and not word:find("^qu") then
          local s = style[tail]
          count[s] = count[s] + 1
          if not words[word] then words[#words + 1] = { word = word, style = s, first = t, n = 0 }; words[word] = words[#words] end
          words[word].n = words[word].n + 1
        end
      end
    end
    if count.old == 0 or count.new == 0 then return end
    local minor = count.new <= count.old and "new" or "old"
    for _, w in ipairs(words) do
      if w.style == minor then
        local a, b = w.first.lower:find(w.word, 1, true)
        m.report(w.first, "Dấu thanh của «" .. w.word .. "» đặt khác với phần còn lại của văn bản (" .. count[minor] .. " chỗ trên " ..
          count.old + count.new .. ")", minor == "new" and "Đặt dấu như các chữ khác: hóa, thủy, ủy." or
          "Đặt dấu như các chữ khác: hoá, thuỷ, uỷ.", #w.first.lower == #w.first.text and w.first.text:sub(a, b) or nil)
      end
    end
  end,
  good = { "- Văn hóa của Ủy ban, quý I.", "- Văn hoá của Uỷ ban, quý I; hoàn thành." },
  bad = { "- Xây dựng gia đình văn hóa.\n- Chuẩn hoá số liệu.\n- Ủy ban nhân dân xã." } }

-- --- tên gọi ---

local heads = { ["ban"] = true, ["hội"] = true, ["phòng"] = true, ["sở"] = true, ["đoàn"] = true, ["liên"] = true, ["trung"] = true,
  ["trạm"] = true, ["công"] = true, ["văn"] = true, ["ủy"] = true, ["uỷ"] = true }
local second = { ["liên"] = "đoàn", ["trung"] = "tâm", ["công"] = "an", ["văn"] = "phòng", ["ủy"] = "ban", ["uỷ"] = "ban" }
local not_a_body = {}                     -- «ban hành», «hội nghị», «phòng ngừa» … không phải tên cơ quan
for w in ("hành nghị thảo thi hữu ngừa chống kết chức đầu bộ thể viên phí họp trợ nhập ngũ tránh bị cháy luật lệ máy đội"):gmatch("%S+") do
  not_a_body[w] = true
end
local ends_name = {}                      -- tên cơ quan dừng trước địa bàn và những tiếng này
for w in ("các thành tỉnh huyện xã phường thị quận cấp tp trong khi để tại năm theo có được là thực phối chủ tham tổ cùng"):gmatch("%S+") do
  ends_name[w] = true
end

-- Tên cơ quan bắt đầu ở từ thứ i: khóa không kể chữ hoa, «của», «và»; và cách viết.
local function body_at(words, i)
  local first = words[i].low
  if not heads[first] or (second[first] and (not words[i + 1] or words[i + 1].low ~= second[first])) then return end
  local key, shown, n = {}, {}, 0
  for k = i, #words do
    local w = words[k]
    if k > i and (ends_name[w.low] or (k == i + 1 and not_a_body[w.low])) then break end
    if w.low ~= "của" and w.low ~= "và" then key[#key + 1] = w.low; n = n + 1 end
    shown[#shown + 1] = w.text
    if n == 7 or w.stop then break end
  end
  if n < 5 then return end
  return table.concat(key, " "), table.concat(shown, " ")
end

local function words_of(t)
  local words, start = {}, true
  for raw in t.text:gmatch("%S+") do
    local text = sen.text.bare(raw)
    if text ~= "" then
      words[#words + 1] = { text = text, low = sen.vi.lower(text), start = start, stop = raw:sub(-#text) ~= text }
    end
    start = raw:find("[%.:;]$") ~= nil or text == ""
  end
  return words
end

rule "plan-body-names" { "Một cơ quan gọi bằng một tên", severity = "note",
  plan = function(m)
    local bodies, order = {}, {}
    for _, t in ipairs(m.texts) do
      if t.text:find("%s") and sen.vi.upper(t.text) ~= t.text then
        local words = words_of(t)
        for i = 1, #words do
          local key, shown = body_at(words, i)
          if key and sen.vi.upper(shown) ~= shown then
            local name = shown
            if words[i].start then name = sen.vi.sentence(shown) end
            if not bodies[key] then bodies[key] = {}; order[#order + 1] = key end
            count_form(bodies[key], name, t, shown)
          end
        end
      end
    end
    for _, key in ipairs(order) do
      if #bodies[key] > 1 then say_minor(m, bodies[key], "Tên một cơ quan", "Viết cùng một tên:") end
    end
  end,
  good = { "- Giao Ban Vì sự tiến bộ của phụ nữ xã.\n- Ban Vì sự tiến bộ của phụ nữ phường báo cáo.", "- Ban hành kế hoạch của năm nay." },
  bad = { "- Giao Ban Vì sự tiến bộ của phụ nữ xã.\n- Báo cáo Ban vì sự tiến bộ của phụ nữ xã.",
    "- Giao Ban Vì sự tiến bộ của phụ nữ xã.\n- Họp Ban Vì sự tiến bộ phụ nữ xã." } }

-- Tên cũ của một đợt cao điểm; from: năm bắt đầu dùng tên mới.
local campaigns = {
  { from = 2021, old = "phòng, chống bạo lực trên cơ sở giới", near = "tháng hành động",
    new = "Tháng hành động vì bình đẳng giới và phòng ngừa, ứng phó với bạo lực trên cơ sở giới" },
  { from = 2021, old = "phòng chống bạo lực trên cơ sở giới", near = "tháng hành động",
    new = "Tháng hành động vì bình đẳng giới và phòng ngừa, ứng phó với bạo lực trên cơ sở giới" },
}

rule "plan-campaign-name" { "Gọi đợt cao điểm bằng tên hiện nay", severity = "note",
  plan = function(m)
    local year = m.plan.plan_year or m.plan.year or 9999
    for _, t in ipairs(m.texts) do
      for _, c in ipairs(campaigns) do
        local a, b = t.lower:find(c.old, 1, true)
        local before = a and t.lower:sub(a > 160 and a - 160 or 1, a)
        if a and year >= c.from and before:find(c.near, 1, true) then
          m.report(t, "Tên cũ của Tháng hành động: «…" .. t.text:sub(a, b) .. "»", "Từ năm " .. c.from .. " gọi là: «" .. c.new .. "».",
            t.text:sub(a, b))
        end
      end
    end
  end,
  good = { "- Tháng hành động vì bình đẳng giới và phòng ngừa, ứng phó với bạo lực trên cơ sở giới.",
    "- Tháng hành động quốc gia phòng, chống bạo lực gia đình." },
  bad = { "- Tổ chức Tháng hành động vì bình đẳng giới và phòng, chống bạo lực trên cơ sở giới." } }

-- Giai đoạn của từng chương trình: những khoảng năm đúng.
local programmes = {
  { "chiến lược quốc gia về bình đẳng giới", "2011-2020", "2021-2030" },
  { "chương trình phòng ngừa, ứng phó với bạo lực trên cơ sở giới", "2016-2020", "2021-2025", "2026-2030" },
  { "chương trình mục tiêu quốc gia giảm nghèo bền vững", "2016-2020", "2021-2025" },
  { "chương trình mục tiêu quốc gia xây dựng nông thôn mới", "2010-2020", "2016-2020", "2021-2025" },
  { "chương trình phòng, chống bạo lực gia đình", "2016-2020", "2021-2025" },
  { "đề án thực hiện biện pháp phòng ngừa bạo lực trên cơ sở giới", "2016-2020" },
}

rule "plan-programme-span" { "Giai đoạn của chương trình ghi đúng", severity = "note",
  plan = function(m)
    for _, t in ipairs(m.texts) do
      for _, p in ipairs(programmes) do
        local at = 1
        while true do
          local a, b = t.lower:find(p[1], at, true)
          if not a then break end
          at = b + 1
          local before = t.lower:sub(a > 40 and a - 40 or 1, a - 1)          -- kế hoạch thực hiện một giai đoạn: không sai
          local from, to = t.lower:sub(b + 1, b + 60):match("^[^%d;%.%)]-giai đoạn (20%d%d)[^%d]-(20%d%d)")
          if from and not before:find("thực hiện%s*$") and not before:find("triển khai%s*$") then
            local right, known = false, {}
            for i = 2, #p do right = right or p[i] == from .. "-" .. to; known[#known + 1] = p[i] end
            if not right then
              local found = t.text:sub(b + 1, b + 60):match("20%d%d[^%d]-20%d%d")
              m.report(t, "Giai đoạn " .. from .. "-" .. to .. " không đúng với «" .. p[1]:gsub("^c", "C"):gsub("^đ", "Đ") .. "»",
                "Các giai đoạn của chương trình này: " .. table.concat(known, ", ") .. ". Đối chiếu lại.", found)
            end
          end
        end
      end
    end
  end,
  good = { "- Mục tiêu của Chiến lược quốc gia về bình đẳng giới giai đoạn 2021 - 2030.",
    "- Kế hoạch thực hiện Chiến lược quốc gia về bình đẳng giới giai đoạn 2021 - 2025 của tỉnh.",
    "- Chương trình phòng ngừa, ứng phó với bạo lực trên cơ sở giới giai đoạn 2021-2025." },
  bad = { "- Mục tiêu của Chiến lược quốc gia về bình đẳng giới giai đoạn 2021 - 2025." } }

-- Chữ viết tắt ai cũng hiểu, và số La Mã, không kể.
local known = {}
for w in ("UBND HĐND TW TƯ CP QH VN XHCN VT KT TM TL TUQ"):gmatch("%S+") do known[w] = true end

local function is_abbreviation(w)
  if #w < 2 or w:find("[%d%*_]") or w:find("^[IVXLC]+$") or known[w] then return false end
  return sen.vi.upper(w) == w and sen.vi.lower(w) ~= w and sen.text.length(w) >= 2 and sen.text.length(w) <= 9
end

rule "plan-abbreviations" { "Chữ viết tắt được giải thích khi dùng lần đầu", severity = "note",
  plan = function(m)
    local seen, list, first = {}, {}, nil
    for _, t in ipairs(m.texts) do
      for w in t.text:gmatch("%(([^%s%(%)]+)%)") do seen[w] = true end          -- «… (GBV)»
      for w in t.text:gmatch("tắt là[:%s“\"«]+([^%s%)”\"»,;%.]+)") do seen[w] = true end
      for w in t.text:gmatch("gọi là[:%s“\"«]+([^%s%)”\"»,;%.]+)") do seen[w] = true end
    end
    for _, t in ipairs(m.texts) do
      local s = t.text
      if s:find("[%l\x80-\xFF]") and sen.vi.upper(s) ~= s and t.kind ~= "header" and t.kind ~= "table_header" and not s:find("^[%-%s]*Lưu") then
        for raw in s:gmatch("%S+") do
          if raw:find("[A-Z\xC4\xC6]") and not raw:find("%d") and not raw:find("%u%-%u") and not raw:find("/%u%u") then
            for w in raw:gmatch("[%a&\x80-\xFF]+") do
              w = sen.text.bare(w)
              if not seen[w] and is_abbreviation(w) then
                seen[w] = true
                list[#list + 1] = w
                first = first or t
              end
            end
          end
        end
      end
    end
    if first then
      m.report(first, "Chữ viết tắt chưa được giải thích: " .. table.concat(list, ", ", 1, #list > 15 and 15 or #list) ..
        (#list > 15 and " …" or ""), "Viết đầy đủ ở lần đầu, kèm chữ tắt trong ngoặc: «Vì sự tiến bộ của phụ nữ (VSTBPN)».")
    end
  end,
  good = { "- Ủy ban Mặt trận Tổ quốc (MTTQ) xã; MTTQ chủ trì." }, bad = { "- Giao Ban VSTBPN xã chủ trì công việc này." } }

-- --- câu ---

local links = {}                           -- những tiếng đứng trước động từ mà câu vẫn đủ
for w in ("và để nhằm phần bước đã sẽ được việc đầu dần tạo trình chế hoặc sự từ sớm mới cần phải không chưa đang cùng trong khi về đến thì của ý tưởng là cơ quyết định cho trợ nên định hướng dẫn đạo khích thúc đẩy"):gmatch("%S+") do
  links[w] = true
end

rule "plan-conjunction" { "Hai việc trong một câu có dấu phẩy hoặc từ nối", severity = "note",
  plan = function(m)
    for _, t in ipairs(m.texts) do
      for _, verb in ipairs { "hình thành", "thành lập" } do
        for before, found in t.lower:gmatch("([%a\x80-\xBF\xC3-\xE1]+)%s(" .. verb .. ")%f[^%a\x80-\xFF]") do
          if not links[before] and t.lower:find("các [^;%.]-, [^;%.,]*" .. before .. " " .. verb) then
            m.report(t, "Có thể thiếu dấu phẩy hoặc từ nối trước «" .. found .. "»",
              "Thêm «,», «và» hoặc «để» nếu đây là việc thứ hai của câu.", before .. " " .. found)
          end
        end
      end
    end
  end,
  good = { "- Xây dựng đội ngũ cán bộ ở các cấp, ngành và hình thành mạng lưới cộng tác viên.", "- Từng bước hình thành thói quen." },
  bad = { "- Xây dựng đội ngũ cán bộ ở các cấp, ngành hình thành mạng lưới cộng tác viên." } }
