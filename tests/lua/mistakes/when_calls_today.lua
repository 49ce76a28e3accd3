-- want: 2:3048
local hom_nay = sen.today()
