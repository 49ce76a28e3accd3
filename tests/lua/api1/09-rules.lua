-- 09-rules.lua - rules that report: m.report, a returned text, a returned list; sen.output and what it is given.
--$ check
--$ build leaflet --format frozen-sms
--$ cat out/xa-tan-quy/leaflet.sms.txt
sen.require_api(1)
rule "with-note" { "Nhiệm vụ nào cũng có ghi chú", severity = "warning", hint = "Thêm note.",
  check = function(m) for _, t in ipairs(m.tasks) do if not t.note then m.report(t, t.id .. " chưa có ghi chú") end end end }
quy_tac "mot-cau" { "Trả về một câu", muc_do = "nhac", kiem_tra = function(m) return "Có " .. #m.tasks .. " nhiệm vụ" end }
rule "two" { "Trả về hai câu", severity = "note", check = function(m) return { "một", "hai" } end }
sen.output { id = "frozen-sms", title = "Tin nhắn", suffix = "sms.txt",
  render = function(doc, o)
    local lines = { o["unit.name"], o.title, doc.title, doc.kind, #doc.children, sen.vi.number(21), sen.text.length("Cao Lãnh") }
    for _, b in ipairs(doc.children) do lines[#lines + 1] = b.kind .. ": " .. b.plain end
    lines[#lines + 1] = sen.vi.speak("60% trước 05/12")
    for i = 1, #lines do lines[i] = tostring(lines[i]) end
    return { table.concat(lines, "\n") .. "\n", note = "đã viết" }
  end }
