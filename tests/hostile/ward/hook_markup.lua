sen.hook { stage = "document", run = function(doc)
  return { before = { "<script>alert(1)</script>", "[x](javascript:alert(1)) ![y](file:///etc/passwd)", "```\"><script>\nx\n```",
    { kind = "link", url = "java\tscript:alert(1)", "x" }, { kind = "link", url = "data:text/html,<script>", "y" }, { kind = "text", "\u{202E}\u{FEFF}" },
    { kind = "div", classes = "\"><script>", "z" }, { kind = "code_block", language = "\"onload=alert(1)", "w" }, { kind = "html", "<iframe>" } },
    after = { "=cmd|' /C calc'!A0", "| =1+1 | @x |\n|---|---|\n| +2 | -3 |" } }
end }
