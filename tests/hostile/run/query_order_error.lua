-- want: 0 3
print(tasks:order(function(x) error({}) end):count())
