task "lo" { "{{ (function() while true do end end)() }}", note = ("{{ unit.name }}"):rep(20000), evidence = { "{{ unit[\"__index\"] }}", "{{ }}", "{{ {{ }} }}", "{{ unit.name | upper | upper | zz }}" } }
sua.tai_lieu "leaflet" { ten = "{{ tasks[1].title .. (\"x\"):rep(8000000) }}", ly_do = "x" }
