-- want: 3:3063 | says: nam; <const>
local nam <const> = 2026
nam = 2027
