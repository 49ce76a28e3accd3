-- Lịch công tác của đơn vị để nhập vào điện thoại hoặc Outlook (cần đầu ra ics; máy chưa có libical thì bỏ qua).
-- Chép tệp này vào scripts/ của không gian làm việc hoặc của đơn vị, rồi gõ: sen xuat calendar

material "calendar" { "Lịch công tác", also = "lich-cong-tac", data = "calendar", channels = { "ics" } }
