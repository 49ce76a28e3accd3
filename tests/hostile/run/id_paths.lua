-- want: 3
for _, id in ipairs { "../../etc/passwd", "a/../b", "/etc/passwd", "a\0b", "a\nb", "\u{202E}abc", "a\27[2Jb", "CON", "nul.", "a b", "a..b", ".", "..", "-rf",
    ("n"):rep(65536), "a\u{200B}b", "%s%n", "$(id)", "`id`", "a;b", "a|b", "\u{FEFF}", "😀", "a\\b", "C:\\x", "~/x", "a%2e%2e%2fb" } do
  pcall(function() task(id) { "Tên" } end)
  pcall(function() material(id) { "Tên", template = id, channels = { id } } end)
  pcall(function() edit.task(id) { lead = id, why = id } end)
  pcall(function() item(id) { "x" } end)
end
