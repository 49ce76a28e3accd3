-- want: 2:3059
khong_co_ham_nay()
