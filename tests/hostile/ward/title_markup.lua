task "w" { "<script>alert(1)</script> [x](javascript:alert(1)) ![y](//z/t.png) <img src=x onerror=alert(1)>", lead = "standing", due = "20/11",
  evidence = { "=cmd|calc!A1", "@SUM(1)", "-1+1", "+1", "\tx" },
  item "i" { "=HYPERLINK(1)", who = "women", due = "20/11" } }
material "x" { "</title><script>alert(1)</script>", template = "leaflet.md", channels = { "html", "text", "csv", "zalo", "loudspeaker", "facebook" } }
