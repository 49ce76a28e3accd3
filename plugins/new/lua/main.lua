-- NAME: một đầu ra của Sen viết bằng Lua. Sửa hàm render bên dưới, rồi chạy: sen plugin test NAME
--   doc.prose     cả văn bản, không còn dấu Markdown         doc.title     tiêu đề đầu tiên
--   doc.children  các khối: node.kind, node.plain, node.children …
--   o             các tùy chọn của tài liệu (phần đầu của mẫu), đều là chuỗi
sen.output {
  id = "NAME", title = "Đầu ra NAME", suffix = "NAME.txt", version = "0.1", license = "MIT",
  render = function(doc, o)
    local lines = { "[" .. (o.title or doc.title) .. "]", "" }
    for i, node in ipairs(doc.children) do
      lines[#lines + 1] = i .. ". " .. node.kind .. ": " .. node.plain
    end
    return table.concat(lines, "\n") .. "\n"
  end,
}
