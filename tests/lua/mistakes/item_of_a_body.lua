-- want: 2:3053
co_quan "thanh-tra" { "Thanh tra", viec "x" { "Việc" } }
