sen.hook { stage = "document", run = function()
  local n = { kind = "quote", "x" }
  for _ = 1, 100000 do n = { kind = "quote", n } end
  return { n }
end }
