sen.hook { stage = "document", run = function() return { ("a "):rep(4000000) } end }
