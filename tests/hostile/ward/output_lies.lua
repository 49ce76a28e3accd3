local m = setmetatable({ "văn bản" }, { __index = function() while true do end end, __len = function() return 2^53 end, __tostring = function() return "x" end })
sen.output { id = "doi", title = "Dối", suffix = "doi", render = function() return m end }
sen.output { id = "doi-2", title = "Dối", suffix = "doi2", render = function() return { text = print, note = m, warning = { m, m } } end }
material "doi" { "Dối", template = "leaflet.md", channels = { "doi", "doi-2" } }
