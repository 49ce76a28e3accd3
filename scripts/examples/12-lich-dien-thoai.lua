-- Lịch công tác (calendar.ics) nhắc trước 7 ngày thay vì 3 ngày.
-- Chép tệp này vào scripts/ của không gian làm việc hoặc của đơn vị, rồi gõ: sen xuat calendar

sua.tai_lieu "calendar" { tuy_chon = { remind = 7 }, ly_do = "Cần một tuần để chuẩn bị" }
