-- want: 5
do
  local n = 0
  ::again::
  do
    local f = function() return n end
    n = f() + 1
    if n % 2 == 0 then goto again end
    goto again
  end
end
