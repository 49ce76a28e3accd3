-- 03-bo-viec.lua - bỏ một việc không làm được. Việc không mất hẳn: Sen vẫn nhớ đã bỏ ngày nào và vì sao.

bo.viec "thang-hanh-dong/radio" { ly_do = "Đài truyền thanh đang sửa chữa đến hết tháng 12" }

-- Bỏ cả một nhiệm vụ cũng vậy.
bo.nhiem_vu "dan-toc-thieu-so" { ly_do = "Địa bàn không có đồng bào dân tộc thiểu số sinh sống tập trung" }
