-- want: 3
for _, spec in ipairs { {}, { stage = "document" }, { stage = 1 }, { stage = {}, run = print }, { stage = "document", run = {} },
    { stage = "document", run = setmetatable({}, { __call = print }) }, { stage = ("document"):rep(1000), run = print },
    { stage = "document\0", run = print }, setmetatable({}, { __index = { stage = "document", run = print } }) } do
  assert(not pcall(sen.hook, spec))
end
for _, spec in ipairs { {}, { 1 }, { {} }, { "" }, { "x", instead = {} }, { ("x"):rep(100000) }, { "\27[2J" }, { { { {} } } } } do pcall(sen.lint.term, spec) end
for _, spec in ipairs { {}, { id = "x" }, { id = "../x", suffix = "x", render = print }, { id = "html", suffix = "html", render = print },
    { id = "x", suffix = "../../x", render = print }, { id = "x", suffix = "a/b", render = 1 } } do pcall(sen.output, spec) end
local big = { stage = "document", run = print }
for i = 1, 200 do big["k" .. i] = i end
assert(not pcall(sen.hook, big))
error("xong")
