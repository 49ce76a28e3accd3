-- want: 2:3044
print(sen.today() < 5)
