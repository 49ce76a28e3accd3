-- want: 0 3
for i, p in ipairs { ("a"):rep(1000000), "%", "[", ("(.-)"):rep(100), "", "\0", "\27[2J", ("ạ̣̣"):rep(10000) } do
  pcall(function() task("f" .. i) { "Tìm", clause = find(p) } end)
end
for i, p in ipairs { {}, { {} }, { find "x" }, 1, true, print, find "x" } do
  pcall(function() task("g" .. i) { "Tìm", clause = find(p) } end)
end
local many = {}
for i = 1, 9000 do many[i] = "điều " .. i end
task "nhieu" { "Tìm", clause = find(many) }
