for i = 1, 15000 do sua.nhiem_vu "action-month" { chu_tri = "women", ly_do = "lần " .. i } end
