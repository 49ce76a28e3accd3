for _, id in ipairs { "../x", "a/b", "", "x\0y", "con", "html", ("n"):rep(70000), "\u{202E}", "a b", "." } do
  pcall(sen.output, { id = id, title = id, suffix = id, mime = id, render = function() return "x" end })
  pcall(function() material(id) { id, template = "leaflet.md", channels = { id } } end)
end
