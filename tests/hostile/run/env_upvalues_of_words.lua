-- want: 3
-- words held in locals, called in the wrong order, with themselves
local w = { task, item, indicator, material, find, edit.task, add.task, remove.task, sen.output, sen.hook, sen.lint.term }
for i = 1, #w do
  for k = 1, #w do pcall(w[i], w[k]) pcall(function() return w[i](w[k])(w[k]) end) end
  for _, v in ipairs { false, 1, "", {}, print } do
    pcall(w[i], v) pcall(function() return w[i](v)(v) end) pcall(function() return w[i] "x" (v) end)
  end
end
local p = task "nửa chừng"
pcall(function() return p + p end) pcall(function() return p .. p end) pcall(function() return #p end) pcall(function() return p < p end)
pcall(function() p.x = 1 end) pcall(p, p)
