-- text: văn bản thuần, không còn dấu Markdown; dán được vào thư điện tử, tin nhắn hoặc sổ tay.
sen.output {
  id = "text", title = "Văn bản thuần", suffix = "txt", version = "1.0", license = "MIT",
  render = function(doc)
    return doc.prose
  end,
}
