-- want: 2:3057
them.han "thang-hanh-dong" { "20/11" }
