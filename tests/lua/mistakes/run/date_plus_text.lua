-- want: 2:3042
print(sen.today() + "ba ngày")
