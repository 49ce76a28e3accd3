-- want: 0 3
-- names of the plan without a plan, and what a query is asked to do
for _, q in ipairs { tasks, checklists, indicators, materials, plan, values } do
  for name in ("where order first last count each map pluck sum min max group due_before due_after late soon overdue skip take reverse find any all"):gmatch("%S+") do
    for _, a in ipairs { false, 0, -1, 1e18, "", "x", "due\0", {}, { {} }, { x = {} }, print, setmetatable({}, { __index = error }) } do
      pcall(function() return q[name](q, a) end)
      pcall(function() return q[name](a) end)
      pcall(function() for x in q[name](q, a) do assert(x) end end)
    end
  end
end
