for i = 1, 19000 do task("t" .. i) { "Việc số " .. i, lead = "standing", due = "20/11", item "a" { "A", who = "women", due = "T-1" } } end
