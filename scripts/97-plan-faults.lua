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
  say = "«{found}» là chữ gõ sai", say_en = "\"{found}\" is misspelt",
  good = { "Lồng ghép giới vào kế hoạch của địa phương.", "Phòng, chống tham nhũng, tiêu cực." },
  bad = { "Lòng ghép giới vào kế hoạch.", "- Hổ trợ phụ nữ nghèo." } }

rule "plan-hang-nam" { "Viết «hằng năm», «hằng tháng»", severity = "note",
  find = { "hàng năm → hằng năm", "hàng tháng → hằng tháng", "hàng quý → hằng quý", "hàng tuần → hằng tuần",
    "hàng ngày → hằng ngày" },
  say = "«{found}»: văn bản nay viết «{instead}»", say_en = "\"{found}\": official texts now write \"{instead}\"",
  good = { "Báo cáo định kỳ hằng năm." }, bad = { "Báo cáo định kỳ hàng năm." } }

rule "plan-space-before" { "Thừa dấu cách trước dấu câu", severity = "note", where = "clauses",
  pattern = { " %.%.%.", " …", " %./%.", " [,;]%s", " [,;]$", " %.$", " :%s" },
  say = "«{found}»: thừa dấu cách trước dấu câu", hint = "Viết dấu câu liền sau chữ.",
  say_en = "\"{found}\": a space before the mark", hint_en = "Write the mark right after the word.",
  good = { "Y tế, giáo dục... và các ngành.", "- Thành viên Ban;", "Nơi nhận:\n- Như trên;" },
  bad = { "- Các lĩnh vực y tế, giáo dục ... của xã.", "- Lập kế hoạch , dự toán của năm.", "- Báo cáo về Ban ./." } }

rule "plan-space-after" { "Thiếu dấu cách sau dấu câu", severity = "note",
  pattern = { "%.%.%.[^%s%p%d“”«»–…]", "…[^%s%p%d“”«»–…]", ",[^%s%p%d“”«»–…]", ";[^%s%p%d“”«»–…]" },
  say = "«{found}»: thiếu dấu cách sau dấu câu", hint = "Thêm một dấu cách.",
  say_en = "\"{found}\": no space after the mark", hint_en = "Add a space.",
  good = { "Các xã, phường... Quan tâm phụ nữ.", "Tăng 1,5 lần; đạt 60%." },
  bad = { "- Tại các xã, phường...Quan tâm đến phụ nữ.", "- Rà soát,bổ sung danh sách." } }

rule "plan-double-mark" { "Hai dấu câu liền nhau", severity = "note", where = "clauses",
  pattern = { ",%.%.%.", ",,", ";;", ";%.$", ";%.%s", ",%.$", ",%.%s", ":;", ";:" },
  say = "«{found}»: hai dấu câu liền nhau", hint = "Giữ lại một dấu.",
  say_en = "\"{found}\": two marks side by side", hint_en = "Keep one of them.",
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
      local mark = first.text:match("[%*_#`~]+") or "**"
      m.report(first, { "Còn dấu «" .. mark .. "» của Markdown trong văn bản (" .. n .. " chỗ)",
        en = "The text still has \"" .. mark .. "\" of Markdown (" .. n .. " places)" },
        { "Bỏ dấu này, hoặc dùng chữ đậm của Word.", en = "Take it away, or use bold type in Word." })
    end
  end,
  good = { "- Nội dung thứ nhất của kế hoạch." }, bad = { "KẾ HOẠCH\n\nI. NỘI DUNG\n\n- **Nội dung** thứ nhất của kế hoạch." } }

-- --- ngày tháng (Nghị định 30/2020/NĐ-CP): thêm số 0 trước ngày dưới 10 và trước tháng 1, 2 ---

local function two(n) return string.format(n < 10 and "0%d" or "%d", n) end
local function official(d, mo) return two(d), mo < 3 and two(mo) or tostring(mo) end

rule "plan-date-zero" { "Ngày dưới 10 và tháng 1, 2 thêm số 0; các tháng khác thì không", severity = "note",
  plan = function(m)
    local all = m.all
    local function look(pos, found, d, mo, right)
      local day, month = tonumber(d), tonumber(mo)
      if day < 1 or day > 31 or month < 1 or month > 12 then return end
      local rd, rm = official(day, month)
      if d == rd and mo == rm then return end
      local better = string.format(right, rd, rm)
      m.report_at(pos, #found, { "Ngày «" .. found .. "» viết chưa đúng thể thức", en = "The date \"" .. found .. "\" has not the official form" },
        { "Viết: «" .. better .. "» (Nghị định 30/2020/NĐ-CP: thêm số 0 trước ngày nhỏ hơn 10 và trước tháng 1, tháng 2).",
          en = "Write: \"" .. better .. "\" (Decree 30/2020: a 0 before days under 10 and before January and February)." })
    end
    for pos, mo, y in all:gmatch("()/(%d%d?)/(%d%d%d%d)%f[^%w/]") do
      local d = all:sub(pos > 3 and pos - 3 or 1, pos - 1):match("%f[%w/](%d%d?)$")
      if d then look(pos - #d, d .. "/" .. mo .. "/" .. y, d, mo, "%s/%s/" .. y) end
    end
    for pos, found, d, mo in all:gmatch("()(ngày (%d%d?)/(%d%d?))%f[^%w/]") do look(pos, found, d, mo, "ngày %s/%s") end
    for pos, found, d, mo in all:gmatch("()(ngày (%d%d?) tháng (%d%d?))%f[^%w/]") do look(pos, found, d, mo, "ngày %s tháng %s") end
    local number = m.plan.number
    if number and number:find("^[1-9]$") then
      m.report({ "Số văn bản «" .. number .. "» viết chưa đúng thể thức", en = "The number \"" .. number .. "\" has not the official form" },
        { "Viết: «0" .. number .. "» (Nghị định 30/2020/NĐ-CP: số nhỏ hơn 10 thêm số 0 phía trước).",
          en = "Write: \"0" .. number .. "\" (Decree 30/2020: a 0 before numbers under 10)." })
    end
  end,
  good = { "Quyết định ngày 03/9/2021 và ngày 15/02/2022; báo cáo trước ngày 05/12.", "Tỷ lệ 1/3 số xã; trong 24/7." },
  bad = { "Quyết định ngày 3/09/2021 của Ủy ban.", "- Báo cáo trước ngày 5/12 hằng năm.", "Hà Nội, ngày 5 tháng 7 năm 2023" } }

-- --- cách viết không thống nhất trong một văn bản ---

-- Đếm từng cách viết; báo những cách ít dùng hơn, mỗi cách một lần, ở chỗ đầu tiên.
local function count_form(forms, name, pos, found, shown)
  for _, f in ipairs(forms) do
    if f.name == name then f.times = f.times + 1; return end
  end
  forms[#forms + 1] = { name = name, times = 1, pos = pos, found = found, shown = shown or found }
end

local function say_minor(m, forms, what, remedy, what_en)
  local best
  for _, f in ipairs(forms) do if not best or f.times > best.times then best = f end end
  for _, f in ipairs(forms) do
    if f ~= best then
      m.report_at(f.pos, #f.found, { what .. " viết không thống nhất: «" .. f.shown .. "» (" .. f.times .. " chỗ), nơi khác «" ..
        best.shown .. "» (" .. best.times .. " chỗ)",
        en = what_en .. " is written in several ways: \"" .. f.shown .. "\" (" .. f.times .. "), elsewhere \"" .. best.shown ..
        "\" (" .. best.times .. ")" }, { remedy .. " «" .. best.shown .. "».", en = "Write all of them as \"" .. best.shown .. "\"." })
    end
  end
end

rule "plan-span-style" { "Khoảng năm viết một kiểu trong cả văn bản", severity = "note",
  plan = function(m)
    local forms, all = {}, m.all
    for pos, from, rest in all:gmatch("()(20%d%d)([^%d\n][^\n]?[^\n]?[^\n]?[^\n]?20%d%d)%f[^%w/]") do
      local sep = rest:sub(1, -5)
      local dash = sep:match("^ *(.-) *$")
      if (dash == "-" or dash == "–" or dash == "—") and not all:sub(pos > 1 and pos - 1 or 1, pos - 1):find("[%w/]") then
        count_form(forms, sep, pos, from .. rest)
      end
    end
    if #forms > 1 then say_minor(m, forms, "Khoảng năm", "Viết cùng một kiểu, như", "A span of years") end
  end,
  good = { "- Giai đoạn 2021 - 2025 và giai đoạn 2026 - 2030." },
  bad = { "- Giai đoạn 2021 - 2025.\n- Giai đoạn 2021-2030.\n- Giai đoạn 2026 - 2030.", "- Giai đoạn 2021 – 2025 và 2021 - 2030." } }

rule "plan-dash-style" { "Dấu gạch nối trong một tên viết một kiểu", severity = "note",
  find = { "kinh tế-xã hội → kinh tế - xã hội", "chính trị-xã hội → chính trị - xã hội", "văn hóa-xã hội → văn hóa - xã hội",
    "lao động-thương binh → lao động - thương binh", "quốc phòng-an ninh → quốc phòng - an ninh",
    "kinh tế- xã hội → kinh tế - xã hội", "chính trị- xã hội → chính trị - xã hội", "văn hóa- xã hội → văn hóa - xã hội",
    "kinh tế -xã hội → kinh tế - xã hội", "chính trị -xã hội → chính trị - xã hội" },
  say = "«{found}»: dấu gạch nối giữa hai cụm từ có dấu cách hai bên", say_en = "\"{found}\": a dash between two phrases has spaces on both sides",
  plan = function(m)
    local names, order, all, lower = {}, {}, m.all, m.lower
    for _, dash in ipairs { "-", "–", "—" } do              -- «A - B», «A-B», «A – B» giữa hai tiếng giống nhau
      local at = 1
      while true do
        local from, to = all:find(dash, at, true)
        if not from then break end
        at = to + 1
        local left, gap = all:sub(from > 30 and from - 30 or 1, from - 1):match("([^%s%p%d]+)( ?)$")
        local space, right = all:sub(to + 1, to + 30):match("^( ?)([^%s%p%d]+)")
        local joined = gap == "" and space == ""
        if left and right and not (joined and (dash == "-" and sen.vi.upper(left) == left or left .. right == "tếxã" or left .. right == "trịxã")) then
          local sep, pos = gap .. dash .. space, from - #gap - #left
          local key = lower:sub(pos, pos + #left - 1) .. "|" .. lower:sub(to + #space + 1, to + #space + #right)
          if not names[key] then names[key] = {}; order[#order + 1] = key end
          count_form(names[key], sep, pos, left .. sep .. right, (all:sub(pos > 20 and pos - 20 or 1, pos - 1):match("[^%s%p]+ $") or "") .. left .. sep .. right)
        end
      end
    end
    for _, key in ipairs(order) do
      if #names[key] > 1 then say_minor(m, names[key], "Dấu gạch trong một tên", "Viết cùng một kiểu, như", "The dash in a name") end
    end
  end,
  good = { "- Phát triển kinh tế - xã hội của xã.", "- Phòng Văn hóa - Xã hội và Phòng Kinh tế." },
  bad = { "- Phát triển kinh tế-xã hội của xã.",
    "- Sở Lao động – Thương binh và Xã hội chủ trì.\n- Báo cáo Sở Lao động - Thương binh và Xã hội." } }

rule "plan-tone-style" { "Dấu thanh đặt một kiểu trong cả văn bản", severity = "note",
  plan = function(m)
    local tails = { old = "óa òa ỏa õa ọa óe òe ỏe õe ọe úy ùy ủy ũy ụy", new = "oá oà oả oã oạ oé oè oẻ oẽ oẹ uý uỳ uỷ uỹ uỵ" }
    local count, first, lower = { old = 0, new = 0 }, { old = {}, new = {} }, m.lower
    for style, list in pairs(tails) do
      for tail in list:gmatch("%S+") do
        local at = 1
        while true do
          local from, to = lower:find(tail, at, true)
          if not from then break end
          at = to + 1
          local head = lower:sub(from > 12 and from - 12 or 1, from - 1):match("[^%s%p%d]*$")
          if not lower:sub(to + 1, to + 1):find("[%a\x80-\xFF]") and not head:find("q$") then
            local word = head .. tail
            count[style] = count[style] + 1
            if not first[style][word] then
              first[style][#first[style] + 1] = { word = word, pos = from - #head }
              first[style][word] = true
            end
          end
        end
      end
    end
    if count.old == 0 or count.new == 0 then return end
    local minor = count.new <= count.old and "new" or "old"
    for _, w in ipairs(first[minor]) do
      local like = minor == "new" and "hóa, thủy, ủy" or "hoá, thuỷ, uỷ"
      m.report_at(w.pos, #w.word, { "Dấu thanh của «" .. w.word .. "» đặt khác với phần còn lại của văn bản (" .. count[minor] ..
        " chỗ trên " .. count.old + count.new .. ")",
        en = "The tone mark of \"" .. w.word .. "\" stands elsewhere than in the rest of the text (" .. count[minor] .. " of " ..
        count.old + count.new .. ")" },
        { "Đặt dấu như các chữ khác: " .. like .. ".", en = "Place it as in the other words: " .. like .. "." })
    end
  end,
  good = { "- Văn hóa của Ủy ban, quý I.", "- Văn hoá của Uỷ ban, quý I; hoàn thành." },
  bad = { "- Xây dựng gia đình văn hóa.\n- Chuẩn hoá số liệu.\n- Ủy ban nhân dân xã." } }

-- --- tên gọi ---

-- Tiếng đầu của tên cơ quan; tiếng đứng trước hoặc sau cho biết đó không phải tên cơ quan («xã hội», «ban hành», «phòng ngừa»).
local heads = { "ban ", "hội ", "phòng ", "sở ", "đoàn ", "liên đoàn ", "trung tâm ", "công an ", "văn phòng ", "ủy ban ", "uỷ ban " }
local not_before, not_after, ends_name = {}, {}, {}
for w in ("xã quốc cơ đại tập ủy uỷ liên văn công trụ an dự đề tiểu"):gmatch("%S+") do not_before[w] = true end
for w in ("hành nghị thảo thi hữu ngừa chống kết chức đầu thể viên phí họp trợ nhập ngũ tránh bị cháy luật lệ máy đội tụ"):gmatch("%S+") do
  not_after[w] = true
end
for w in ("các thành tỉnh huyện xã phường thị quận cấp tp trong khi để tại năm theo có được là thực phối chủ tham tổ cùng"):gmatch("%S+") do
  ends_name[w] = true                     -- tên cơ quan dừng trước địa bàn và những tiếng này
end

-- Tên cơ quan ở vị trí pos: khóa không kể chữ hoa, «của», «và»; và cách viết.
local function body_at(m, pos)
  local lower, all = m.lower:sub(pos, pos + 110), m.all:sub(pos, pos + 110)
  local key, size, n = {}, 0, 0
  for from, w, to in lower:gmatch("()([^%s]+)()") do
    local word = w:match("^[^%p]+")
    if not word or all:sub(to - #w - 1, to - 1):find("\n") or (n > 0 and ends_name[word]) or (n == 1 and not_after[word]) then break end
    if word ~= "của" and word ~= "và" then key[#key + 1] = word; n = n + 1 end
    size = from + #word - 1
    if n == 7 or word ~= w then break end
  end
  if n < 5 or size > 105 then return end
  return table.concat(key, " "), all:sub(1, size)
end

rule "plan-body-names" { "Một cơ quan gọi bằng một tên", severity = "note",
  plan = function(m)
    local bodies, order, lower = {}, {}, m.lower
    for _, head in ipairs(heads) do
      local at = 1
      while true do
        local from, to = lower:find(head, at, true)
        if not from then break end
        at = to + 1
        local before = lower:sub(from > 20 and from - 20 or 1, from - 1)
        if not before:find("[%a\x80-\xFF]$") and not not_before[before:match("([^%s%p]+) $") or ""] then
          local key, shown = body_at(m, from)
          if key and sen.vi.upper(shown) ~= shown then
            local name = before:find("[%.:;\n]%s*$") and sen.vi.sentence(shown) or shown
            if not bodies[key] then bodies[key] = {}; order[#order + 1] = key end
            count_form(bodies[key], name, from, shown)
          end
        end
      end
    end
    for _, key in ipairs(order) do
      if #bodies[key] > 1 then say_minor(m, bodies[key], "Tên một cơ quan", "Viết cùng một tên:", "The name of a body") end
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
    for _, c in ipairs(campaigns) do
      local at = 1
      while year >= c.from do
        local a, b = m.lower:find(c.old, at, true)
        if not a then break end
        at = b + 1
        local before = m.lower:sub(a > 160 and a - 160 or 1, a):match("[^\n]*$")
        if before:find(c.near, 1, true) then
          m.report_at(a, b - a + 1, { "Tên cũ của Tháng hành động: «…" .. m.all:sub(a, b) .. "»",
            en = "The old name of the Action Month: \"…" .. m.all:sub(a, b) .. "\"" },
            { "Từ năm " .. c.from .. " gọi là: «" .. c.new .. "».", en = "Since " .. c.from .. " it is called \"" .. c.new .. "\"." })
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
    for _, p in ipairs(programmes) do
      local at = 1
      while true do
        local a, b = m.lower:find(p[1], at, true)
        if not a then break end
        at = b + 1
        local before = m.lower:sub(a > 40 and a - 40 or 1, a - 1)            -- kế hoạch thực hiện một giai đoạn: không sai
        local pos, from, to, stop = m.lower:sub(b + 1, b + 60):match("^[^%d;%.%)\n]-giai đoạn ()(20%d%d)[^%d]-(20%d%d)()")
        if from and not before:find("thực hiện%s*$") and not before:find("triển khai%s*$") then
          local right, spans = false, {}
          for i = 2, #p do right = right or p[i] == from .. "-" .. to; spans[#spans + 1] = p[i] end
          if not right then
            local name, right_ones = sen.vi.sentence(p[1]), table.concat(spans, ", ")
            m.report_at(b + pos, stop - pos, { "Giai đoạn " .. from .. "-" .. to .. " không đúng với «" .. name .. "»",
              en = "The span " .. from .. "-" .. to .. " is not that of \"" .. name .. "\"" },
              { "Các giai đoạn của chương trình này: " .. right_ones .. ". Đối chiếu lại.",
                en = "The spans of this programme: " .. right_ones .. ". Compare." })
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

-- Chữ liền nhau ở quanh vị trí pos, không kể dấu câu hai bên.
local function raw_at(all, pos)
  local left = all:sub(pos > 24 and pos - 24 or 1, pos - 1):match("[^%s]*$")
  return left .. (all:sub(pos, pos + 40):match("^[^%s]*") or ""), pos - #left
end

rule "plan-abbreviations" { "Chữ viết tắt được giải thích khi dùng lần đầu", severity = "note",
  plan = function(m)
    local seen, list, first, all, done = {}, {}, nil, m.all, 0
    for w in all:gmatch("%(([^%s%(%)]+)%)") do seen[w] = true end               -- «… (GBV)»
    for w in all:gmatch("tắt là[:%s“\"«]+([^%s%)”\"»,;%.]+)") do seen[w] = true end
    for w in all:gmatch("gọi là[:%s“\"«]+([^%s%)”\"»,;%.]+)") do seen[w] = true end
    for pos in all:gmatch("()[%u\xC4][%u\x90\xC4\xC6]") do
      local raw, start = raw_at(all, pos)
      if start >= done and not raw:find("%d") and not raw:find("%u%-%u") and not raw:find("/%u%u") then
        done = start + #raw
        local t = m.place(pos)
        local skip = t.kind == "header" or t.kind == "table_header" or t.text:find("^[%-%s]*Lưu") or
          (#t.text < 2000 and sen.vi.upper(t.text) == t.text)
        for w in raw:gmatch("[%a&\x80-\xFF]+") do
          w = sen.text.bare(w)
          if not skip and #w >= 2 and #w <= 12 and not seen[w] and not known[w] and not w:find("^[IVXLC]+$") and
            sen.vi.upper(w) == w and sen.vi.lower(w) ~= w and sen.text.length(w) >= 2 then
            seen[w] = true
            list[#list + 1] = w
            first = first or pos
          end
        end
      end
    end
    if first then
      local words = table.concat(list, ", ", 1, #list > 15 and 15 or #list) .. (#list > 15 and " …" or "")
      m.report_at(first, #list[1], { "Chữ viết tắt chưa được giải thích: " .. words, en = "Abbreviations that are not explained: " .. words },
        { "Viết đầy đủ ở lần đầu, kèm chữ tắt trong ngoặc: «Vì sự tiến bộ của phụ nữ (VSTBPN)».",
          en = "Write it out the first time, with the short form in brackets: «Vì sự tiến bộ của phụ nữ (VSTBPN)»." })
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
    for _, verb in ipairs { "hình thành", "thành lập" } do
      local at = 1
      while true do
        local a, b = m.lower:find(verb, at, true)
        if not a then break end
        at = b + 1
        local text = m.lower:sub(a > 120 and a - 120 or 1, a - 1):match("[^\n;%.]*$")
        local before = text:match("([^%s%p]+) $")
        if before and not links[before] and text:find("các [^,]+, [^,]+ $") then
          m.report_at(a, b - a + 1, { "Có thể thiếu dấu phẩy hoặc từ nối trước «" .. verb .. "»",
            en = "A comma or a linking word may be missing before \"" .. verb .. "\"" },
            { "Thêm «,», «và» hoặc «để» nếu đây là việc thứ hai của câu.",
              en = "Add «,», «và» or «để» if this is the second thing the sentence says." })
        end
      end
    end
  end,
  good = { "- Xây dựng đội ngũ cán bộ ở các cấp, ngành và hình thành mạng lưới cộng tác viên.", "- Từng bước hình thành thói quen." },
  bad = { "- Xây dựng đội ngũ cán bộ ở các cấp, ngành hình thành mạng lưới cộng tác viên." } }
