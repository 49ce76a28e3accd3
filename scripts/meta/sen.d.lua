---@meta
-- sen.d.lua - tên và kiểu cho trình soạn thảo; làm ra từ bảng từ của Sen, không sửa tay.

---@class SenFind
---@class SenListEdit

---Khai báo của thư mục làm việc, trong tệp sen.lua.
---@class sen.workspace
---@field name? string Tên nơi làm việc
---@field ten? string Tên nơi làm việc
---@field year? integer Năm đang làm; «15/11» là của năm này
---@field nam_ke_hoach? integer Năm đang làm; «15/11» là của năm này
---@field units? string|string[]|SenListEdit Mã các đơn vị
---@field don_vi? string|string[]|SenListEdit Mã các đơn vị
---@field default? string Đơn vị dùng khi không ghi --cho
---@field mac_dinh? string Đơn vị dùng khi không ghi --cho
---@field layers? string|string[]|SenListEdit Thư mục các lớp, từ thấp đến cao
---@field lop? string|string[]|SenListEdit Thư mục các lớp, từ thấp đến cao
---@field lang? string Ngôn ngữ của thông báo
---@field ngon_ngu? string Ngôn ngữ của thông báo
---@field note? string Ghi chú
---@field ghi_chu? string Ghi chú
---@field why? string Lý do thay đổi
---@field ly_do? string Lý do thay đổi
---@field approver? string Người duyệt ngoại lệ
---@field nguoi_duyet? string Người duyệt ngoại lệ
---@field expires? string Ngày cuối của ngoại lệ
---@field het_hieu_luc? string Ngày cuối của ngoại lệ

---Hồ sơ của một đơn vị (phường, xã, tỉnh, cơ quan), trong tệp unit.lua.
---@class sen.unit
---@field name? string Tên đầy đủ, viết như trong văn bản
---@field ten? string Tên đầy đủ, viết như trong văn bản
---@field kind? string Loại đơn vị
---@field loai? string Loại đơn vị
---@field place? string Địa danh ghi trước ngày tháng của văn bản
---@field dia_danh? string Địa danh ghi trước ngày tháng của văn bản
---@field parent? string Đơn vị cấp trên
---@field cap_tren? string Đơn vị cấp trên
---@field valid_from? string Ngày đơn vị bắt đầu hoạt động
---@field tu_ngay? string Ngày đơn vị bắt đầu hoạt động
---@field valid_to? string Ngày cuối đơn vị còn hoạt động
---@field den_ngay? string Ngày cuối đơn vị còn hoạt động
---@field successors? string|string[]|SenListEdit Các đơn vị kế tiếp sau khi sắp xếp
---@field ke_tiep? string|string[]|SenListEdit Các đơn vị kế tiếp sau khi sắp xếp
---@field symbol? string Ký hiệu văn bản
---@field ky_hieu? string Ký hiệu văn bản
---@field signer? table Người ký: thẩm quyền, chức vụ, họ tên
---@field nguoi_ky? table Người ký: thẩm quyền, chức vụ, họ tên
---@field hamlet? string Từ gọi khu dân cư: khóm, ấp, tổ dân phố
---@field khom_ap? string Từ gọi khu dân cư: khóm, ấp, tổ dân phố
---@field slots? table Khung giờ phát của từng kênh, tính bằng phút hoặc giờ phát
---@field khung_gio? table Khung giờ phát của từng kênh, tính bằng phút hoặc giờ phát
---@field hotlines? table Số điện thoại cần gọi khi có việc
---@field duong_day_nong? table Số điện thoại cần gọi khi có việc
---@field report_to? string Cơ quan nhận báo cáo
---@field noi_nhan_bao_cao? string Cơ quan nhận báo cáo
---@field layers? string|string[]|SenListEdit Thư mục các lớp riêng của đơn vị
---@field lop? string|string[]|SenListEdit Thư mục các lớp riêng của đơn vị
---@field address? string Địa chỉ trụ sở
---@field dia_chi? string Địa chỉ trụ sở
---@field phone? string Điện thoại trụ sở
---@field dien_thoai? string Điện thoại trụ sở
---@field note? string Ghi chú
---@field ghi_chu? string Ghi chú
---@field issuer? string Cơ quan ban hành ghi đầu văn bản, nếu không phải Ủy ban nhân dân
---@field co_quan_ban_hanh? string Cơ quan ban hành ghi đầu văn bản, nếu không phải Ủy ban nhân dân
---@field superior? string Cơ quan chủ quản ghi trên cơ quan ban hành
---@field co_quan_chu_quan? string Cơ quan chủ quản ghi trên cơ quan ban hành
---@field layout? string Bộ thể thức dùng cho văn bản của đơn vị
---@field the_thuc? string Bộ thể thức dùng cho văn bản của đơn vị
---@field plans_below? integer Số đơn vị cấp dưới đã ban hành kế hoạch năm nay
---@field ke_hoach_cap_duoi? integer Số đơn vị cấp dưới đã ban hành kế hoạch năm nay
---@field why? string Lý do thay đổi
---@field ly_do? string Lý do thay đổi
---@field approver? string Người duyệt ngoại lệ
---@field nguoi_duyet? string Người duyệt ngoại lệ
---@field expires? string Ngày cuối của ngoại lệ
---@field het_hieu_luc? string Ngày cuối của ngoại lệ

---Một vai trong kế hoạch (thường trực, công an, hội phụ nữ), gắn với tên thật của từng đơn vị.
---@class sen.body
---@field name? string Tên thật của cơ quan
---@field ten? string Tên thật của cơ quan
---@field also? string|string[]|SenListEdit Mã khác dùng được như mã chính
---@field ten_khac? string|string[]|SenListEdit Mã khác dùng được như mã chính
---@field role? string Vai trò chung, không theo tên của nơi nào
---@field vai_tro? string Vai trò chung, không theo tên của nơi nào
---@field unit? string Đơn vị có cơ quan này
---@field don_vi? string Đơn vị có cơ quan này
---@field succeeds? string|string[]|SenListEdit Cơ quan cũ mà cơ quan này thay
---@field thay_cho? string|string[]|SenListEdit Cơ quan cũ mà cơ quan này thay
---@field names? string|string[]|SenListEdit Các cách gọi trong văn bản, để nhận ra trong kế hoạch
---@field cach_goi? string|string[]|SenListEdit Các cách gọi trong văn bản, để nhận ra trong kế hoạch
---@field phone? string Điện thoại
---@field dien_thoai? string Điện thoại
---@field note? string Ghi chú
---@field ghi_chu? string Ghi chú
---@field only? table Chỉ dùng cho những đơn vị này
---@field chi_cho? table Chỉ dùng cho những đơn vị này
---@field when? function Hàm trả lời đơn vị có dùng không
---@field khi? function Hàm trả lời đơn vị có dùng không
---@field why? string Lý do thay đổi
---@field ly_do? string Lý do thay đổi
---@field approver? string Người duyệt ngoại lệ
---@field nguoi_duyet? string Người duyệt ngoại lệ
---@field expires? string Ngày cuối của ngoại lệ
---@field het_hieu_luc? string Ngày cuối của ngoại lệ

---Một nhiệm vụ của kế hoạch; các việc viết bên trong là danh mục việc của nó.
---@class sen.task
---@field title? string Tên nhiệm vụ
---@field ten? string Tên nhiệm vụ
---@field also? string|string[]|SenListEdit Mã khác dùng được như mã chính
---@field ten_khac? string|string[]|SenListEdit Mã khác dùng được như mã chính
---@field group? string Nhóm công tác, để xếp trong văn bản
---@field nhom? string Nhóm công tác, để xếp trong văn bản
---@field clause? string|string[]|SenFind Mục của kế hoạch mà nhiệm vụ này thực hiện
---@field muc? string|string[]|SenFind Mục của kế hoạch mà nhiệm vụ này thực hiện
---@field lead? string Cơ quan chủ trì
---@field chu_tri? string Cơ quan chủ trì
---@field with? string|string[]|SenListEdit Các cơ quan phối hợp
---@field phoi_hop? string|string[]|SenListEdit Các cơ quan phối hợp
---@field period? string Thời gian thực hiện
---@field thoi_gian? string Thời gian thực hiện
---@field due? string Hạn hoàn thành
---@field han? string Hạn hoàn thành
---@field every? string Lặp lại theo kỳ
---@field dinh_ky? string Lặp lại theo kỳ
---@field evidence? string|string[]|SenListEdit Minh chứng cần lưu
---@field minh_chung? string|string[]|SenListEdit Minh chứng cần lưu
---@field status? string Tình trạng
---@field tinh_trang? string Tình trạng
---@field note? string Ghi chú
---@field ghi_chu? string Ghi chú
---@field after? string Đứng sau nhiệm vụ nào
---@field dat_sau? string Đứng sau nhiệm vụ nào
---@field indicators? string|string[]|SenListEdit Các chỉ tiêu nhiệm vụ này góp vào
---@field chi_tieu? string|string[]|SenListEdit Các chỉ tiêu nhiệm vụ này góp vào
---@field legal? string|string[]|SenListEdit Văn bản làm căn cứ
---@field van_ban? string|string[]|SenListEdit Văn bản làm căn cứ
---@field budget? integer Kinh phí, bằng đồng
---@field kinh_phi? integer Kinh phí, bằng đồng
---@field source? string Nguồn của thông tin
---@field nguon? string Nguồn của thông tin
---@field verified? string Ngày đã đối chiếu với nguồn, hoặc chưa đối chiếu
---@field doi_chieu? string Ngày đã đối chiếu với nguồn, hoặc chưa đối chiếu
---@field only? table Chỉ dùng cho những đơn vị này
---@field chi_cho? table Chỉ dùng cho những đơn vị này
---@field when? function Hàm trả lời đơn vị có dùng không
---@field khi? function Hàm trả lời đơn vị có dùng không
---@field from? sen.date Ngày đầu
---@field bat_dau? sen.date Ngày đầu
---@field to? sen.date Ngày cuối
---@field ket_thuc? sen.date Ngày cuối
---@field due_on? sen.date Ngày hết hạn đã tính ra
---@field ngay_han? sen.date Ngày hết hạn đã tính ra
---@field must_arrive? sen.date Ngày làm việc cuối cùng để văn bản đến nơi
---@field phai_den_truoc? sen.date Ngày làm việc cuối cùng để văn bản đến nơi
---@field state? string Trạng thái tính từ các việc đã xong
---@field trang_thai? string Trạng thái tính từ các việc đã xong
---@field why? string Lý do thay đổi
---@field ly_do? string Lý do thay đổi
---@field approver? string Người duyệt ngoại lệ
---@field nguoi_duyet? string Người duyệt ngoại lệ
---@field expires? string Ngày cuối của ngoại lệ
---@field het_hieu_luc? string Ngày cuối của ngoại lệ

---Một việc trong danh mục của nhiệm vụ.
---@class sen.item
---@field title? string Nội dung việc
---@field ten? string Nội dung việc
---@field also? string|string[]|SenListEdit Mã khác dùng được như mã chính
---@field ten_khac? string|string[]|SenListEdit Mã khác dùng được như mã chính
---@field who? string Giao cho ai
---@field giao_cho? string Giao cho ai
---@field with? string|string[]|SenListEdit Các cơ quan phối hợp
---@field phoi_hop? string|string[]|SenListEdit Các cơ quan phối hợp
---@field due? string Hạn của việc
---@field han? string Hạn của việc
---@field period? string Thời gian thực hiện
---@field thoi_gian? string Thời gian thực hiện
---@field every? string Lặp lại theo kỳ
---@field dinh_ky? string Lặp lại theo kỳ
---@field times? integer Số lần phải làm
---@field so_lan? integer Số lần phải làm
---@field needs? string|string[]|SenListEdit Những việc phải xong trước
---@field can_xong? string|string[]|SenListEdit Những việc phải xong trước
---@field channel? string Kênh thực hiện
---@field kenh? string Kênh thực hiện
---@field material? string|string[]|SenListEdit Tài liệu dùng cho việc này
---@field tai_lieu? string|string[]|SenListEdit Tài liệu dùng cho việc này
---@field indicator? string Chỉ tiêu ghi số liệu từ việc này
---@field chi_tieu? string Chỉ tiêu ghi số liệu từ việc này
---@field evidence? string|string[]|SenListEdit Minh chứng cần lưu
---@field minh_chung? string|string[]|SenListEdit Minh chứng cần lưu
---@field status? string Tình trạng
---@field tinh_trang? string Tình trạng
---@field optional? boolean Việc không bắt buộc
---@field khong_bat_buoc? boolean Việc không bắt buộc
---@field note? string Ghi chú
---@field ghi_chu? string Ghi chú
---@field after? string Đứng sau việc nào
---@field dat_sau? string Đứng sau việc nào
---@field only? table Chỉ dùng cho những đơn vị này
---@field chi_cho? table Chỉ dùng cho những đơn vị này
---@field when? function Hàm trả lời đơn vị có dùng không
---@field khi? function Hàm trả lời đơn vị có dùng không
---@field due_on? sen.date Ngày hết hạn đã tính ra
---@field ngay_han? sen.date Ngày hết hạn đã tính ra
---@field done? boolean Đã xong
---@field da_xong? boolean Đã xong
---@field done_on? sen.date Ngày xong
---@field ngay_xong? sen.date Ngày xong
---@field times_done? integer Số lần đã làm
---@field so_lan_da_lam? integer Số lần đã làm
---@field why? string Lý do thay đổi
---@field ly_do? string Lý do thay đổi
---@field approver? string Người duyệt ngoại lệ
---@field nguoi_duyet? string Người duyệt ngoại lệ
---@field expires? string Ngày cuối của ngoại lệ
---@field het_hieu_luc? string Ngày cuối của ngoại lệ

---Danh mục việc dùng chung cho nhiều nhiệm vụ.
---@class sen.checklist
---@field title? string Tên danh mục
---@field ten? string Tên danh mục
---@field also? string|string[]|SenListEdit Mã khác dùng được như mã chính
---@field ten_khac? string|string[]|SenListEdit Mã khác dùng được như mã chính
---@field task? string|string[]|SenListEdit Các nhiệm vụ dùng danh mục này
---@field nhiem_vu? string|string[]|SenListEdit Các nhiệm vụ dùng danh mục này
---@field who? string Giao cho ai
---@field giao_cho? string Giao cho ai
---@field note? string Ghi chú
---@field ghi_chu? string Ghi chú
---@field only? table Chỉ dùng cho những đơn vị này
---@field chi_cho? table Chỉ dùng cho những đơn vị này
---@field when? function Hàm trả lời đơn vị có dùng không
---@field khi? function Hàm trả lời đơn vị có dùng không
---@field why? string Lý do thay đổi
---@field ly_do? string Lý do thay đổi
---@field approver? string Người duyệt ngoại lệ
---@field nguoi_duyet? string Người duyệt ngoại lệ
---@field expires? string Ngày cuối của ngoại lệ
---@field het_hieu_luc? string Ngày cuối của ngoại lệ

---Một chỉ tiêu có số liệu theo kỳ.
---@class sen.indicator
---@field title? string Tên chỉ tiêu
---@field ten? string Tên chỉ tiêu
---@field also? string|string[]|SenListEdit Mã khác dùng được như mã chính
---@field ten_khac? string|string[]|SenListEdit Mã khác dùng được như mã chính
---@field kind? string Cách cộng số liệu qua các kỳ
---@field loai? string Cách cộng số liệu qua các kỳ
---@field measure? string Đơn vị tính
---@field don_vi_tinh? string Đơn vị tính
---@field by? string|string[]|SenListEdit Tách số liệu theo
---@field tach_theo? string|string[]|SenListEdit Tách số liệu theo
---@field numerator? string Tử số là gì
---@field tu_so? string Tử số là gì
---@field denominator? string Mẫu số là gì
---@field mau_so? string Mẫu số là gì
---@field target? string|string[]|SenListEdit Mức cần đạt theo cấp và năm
---@field can_dat? string|string[]|SenListEdit Mức cần đạt theo cấp và năm
---@field direction? string Ít nhất, không quá hay bằng
---@field huong? string Ít nhất, không quá hay bằng
---@field threshold? integer Số nhỏ hơn ngưỡng thì không công bố
---@field nguong? integer Số nhỏ hơn ngưỡng thì không công bố
---@field scope? string Phạm vi tính
---@field pham_vi? string Phạm vi tính
---@field method? string Cách tính
---@field cach_tinh? string Cách tính
---@field every? string Kỳ thu số liệu
---@field dinh_ky? string Kỳ thu số liệu
---@field who? string Ai thu số liệu
---@field giao_cho? string Ai thu số liệu
---@field clause? string|string[]|SenFind Mục của kế hoạch nêu chỉ tiêu này
---@field muc? string|string[]|SenFind Mục của kế hoạch nêu chỉ tiêu này
---@field source? string Nguồn của mức cần đạt
---@field nguon? string Nguồn của mức cần đạt
---@field verified? string Ngày đã đối chiếu với nguồn, hoặc chưa đối chiếu
---@field doi_chieu? string Ngày đã đối chiếu với nguồn, hoặc chưa đối chiếu
---@field legal? string|string[]|SenListEdit Văn bản làm căn cứ
---@field van_ban? string|string[]|SenListEdit Văn bản làm căn cứ
---@field group? string Nhóm chỉ tiêu, để xếp trong văn bản
---@field nhom? string Nhóm chỉ tiêu, để xếp trong văn bản
---@field note? string Ghi chú
---@field ghi_chu? string Ghi chú
---@field only? table Chỉ dùng cho những đơn vị này
---@field chi_cho? table Chỉ dùng cho những đơn vị này
---@field when? function Hàm trả lời đơn vị có dùng không
---@field khi? function Hàm trả lời đơn vị có dùng không
---@field now? number Giá trị mới nhất đã ghi
---@field hien_tai? number Giá trị mới nhất đã ghi
---@field now_on? sen.date Ngày của giá trị mới nhất
---@field ngay_so_lieu? sen.date Ngày của giá trị mới nhất
---@field goal? number Mức cần đạt của năm nay
---@field muc_can_dat? number Mức cần đạt của năm nay
---@field why? string Lý do thay đổi
---@field ly_do? string Lý do thay đổi
---@field approver? string Người duyệt ngoại lệ
---@field nguoi_duyet? string Người duyệt ngoại lệ
---@field expires? string Ngày cuối của ngoại lệ
---@field het_hieu_luc? string Ngày cuối của ngoại lệ

---Một tài liệu được làm ra từ mẫu, cho một hay nhiều kênh.
---@class sen.material
---@field title? string Tên tài liệu
---@field ten? string Tên tài liệu
---@field also? string|string[]|SenListEdit Mã khác dùng được như mã chính
---@field ten_khac? string|string[]|SenListEdit Mã khác dùng được như mã chính
---@field template? string Tệp mẫu trong content/
---@field mau? string Tệp mẫu trong content/
---@field data? string Xuất bảng từ dữ liệu này thay vì từ mẫu
---@field du_lieu? string Xuất bảng từ dữ liệu này thay vì từ mẫu
---@field audience? string|string[]|SenListEdit Viết cho ai
---@field doi_tuong? string|string[]|SenListEdit Viết cho ai
---@field channels? string|string[]|SenListEdit Các kênh sẽ xuất
---@field kenh? string|string[]|SenListEdit Các kênh sẽ xuất
---@field valid? string Dùng trong thời gian nào
---@field hieu_luc? string Dùng trong thời gian nào
---@field approval? string Đã duyệt đến đâu
---@field phe_duyet? string Đã duyệt đến đâu
---@field approver? string Ai duyệt
---@field nguoi_duyet? string Ai duyệt
---@field task? string|string[]|SenListEdit Phục vụ nhiệm vụ nào
---@field nhiem_vu? string|string[]|SenListEdit Phục vụ nhiệm vụ nào
---@field vars? table Giá trị thêm cho mẫu
---@field bien? table Giá trị thêm cho mẫu
---@field options? table Tùy chọn của kênh xuất
---@field tuy_chon? table Tùy chọn của kênh xuất
---@field source? string Nguồn của thông tin
---@field nguon? string Nguồn của thông tin
---@field verified? string Ngày đã đối chiếu với nguồn, hoặc chưa đối chiếu
---@field doi_chieu? string Ngày đã đối chiếu với nguồn, hoặc chưa đối chiếu
---@field note? string Ghi chú
---@field ghi_chu? string Ghi chú
---@field only? table Chỉ dùng cho những đơn vị này
---@field chi_cho? table Chỉ dùng cho những đơn vị này
---@field when? function Hàm trả lời đơn vị có dùng không
---@field khi? function Hàm trả lời đơn vị có dùng không
---@field layout? string Bộ thể thức dùng cho bản Word và PDF
---@field the_thuc? string Bộ thể thức dùng cho bản Word và PDF
---@field valid_from? sen.date Ngày đầu dùng được
---@field dung_tu? sen.date Ngày đầu dùng được
---@field valid_to? sen.date Ngày cuối dùng được
---@field dung_den? sen.date Ngày cuối dùng được
---@field number? string Số và ký hiệu văn thư đã cấp (sen ban-hanh)
---@field so? string Số và ký hiệu văn thư đã cấp (sen ban-hanh)
---@field issued_on? sen.date Ngày ban hành (sen ban-hanh)
---@field ngay_ban_hanh? sen.date Ngày ban hành (sen ban-hanh)
---@field why? string Lý do thay đổi
---@field ly_do? string Lý do thay đổi
---@field expires? string Ngày cuối của ngoại lệ
---@field het_hieu_luc? string Ngày cuối của ngoại lệ

---Lịch phát hoặc đăng tài liệu.
---@class sen.schedule
---@field title? string Tên lịch
---@field ten? string Tên lịch
---@field also? string|string[]|SenListEdit Mã khác dùng được như mã chính
---@field ten_khac? string|string[]|SenListEdit Mã khác dùng được như mã chính
---@field material? string|string[]|SenListEdit Tài liệu được phát hoặc đăng
---@field tai_lieu? string|string[]|SenListEdit Tài liệu được phát hoặc đăng
---@field task? string|string[]|SenListEdit Phục vụ nhiệm vụ nào
---@field nhiem_vu? string|string[]|SenListEdit Phục vụ nhiệm vụ nào
---@field channel? string Kênh
---@field kenh? string Kênh
---@field period? string Trong thời gian nào
---@field thoi_gian? string Trong thời gian nào
---@field due? string Ngày phát, một ngày hoặc một quy tắc
---@field han? string Ngày phát, một ngày hoặc một quy tắc
---@field days? string|string[]|SenListEdit Các ngày phát
---@field cac_ngay? string|string[]|SenListEdit Các ngày phát
---@field at? string|string[]|SenListEdit Giờ phát hoặc đăng
---@field gio? string|string[]|SenListEdit Giờ phát hoặc đăng
---@field every? string Lặp lại theo kỳ
---@field dinh_ky? string Lặp lại theo kỳ
---@field times? integer Số lần
---@field so_lan? integer Số lần
---@field who? string Ai phát hoặc đăng
---@field giao_cho? string Ai phát hoặc đăng
---@field note? string Ghi chú
---@field ghi_chu? string Ghi chú
---@field only? table Chỉ dùng cho những đơn vị này
---@field chi_cho? table Chỉ dùng cho những đơn vị này
---@field when? function Hàm trả lời đơn vị có dùng không
---@field khi? function Hàm trả lời đơn vị có dùng không
---@field from? sen.date Ngày đầu
---@field bat_dau? sen.date Ngày đầu
---@field to? sen.date Ngày cuối
---@field ket_thuc? sen.date Ngày cuối
---@field why? string Lý do thay đổi
---@field ly_do? string Lý do thay đổi
---@field approver? string Người duyệt ngoại lệ
---@field nguoi_duyet? string Người duyệt ngoại lệ
---@field expires? string Ngày cuối của ngoại lệ
---@field het_hieu_luc? string Ngày cuối của ngoại lệ

---Một sự kiện: lễ phát động, tọa đàm, tập huấn.
---@class sen.event
---@field title? string Tên sự kiện
---@field ten? string Tên sự kiện
---@field also? string|string[]|SenListEdit Mã khác dùng được như mã chính
---@field ten_khac? string|string[]|SenListEdit Mã khác dùng được như mã chính
---@field task? string Thuộc nhiệm vụ nào
---@field nhiem_vu? string Thuộc nhiệm vụ nào
---@field on? string Ngày tổ chức
---@field ngay? string Ngày tổ chức
---@field at? string Giờ bắt đầu
---@field gio? string Giờ bắt đầu
---@field place? string Địa điểm
---@field dia_diem? string Địa điểm
---@field lead? string Cơ quan chủ trì
---@field chu_tri? string Cơ quan chủ trì
---@field with? string|string[]|SenListEdit Các cơ quan phối hợp
---@field phoi_hop? string|string[]|SenListEdit Các cơ quan phối hợp
---@field audience? string|string[]|SenListEdit Mời ai
---@field doi_tuong? string|string[]|SenListEdit Mời ai
---@field expected? integer Số người dự kiến
---@field du_kien? integer Số người dự kiến
---@field agenda? string|string[]|SenListEdit Chương trình
---@field chuong_trinh? string|string[]|SenListEdit Chương trình
---@field note? string Ghi chú
---@field ghi_chu? string Ghi chú
---@field only? table Chỉ dùng cho những đơn vị này
---@field chi_cho? table Chỉ dùng cho những đơn vị này
---@field when? function Hàm trả lời đơn vị có dùng không
---@field khi? function Hàm trả lời đơn vị có dùng không
---@field due_on? sen.date Ngày tổ chức đã tính ra
---@field ngay_to_chuc? sen.date Ngày tổ chức đã tính ra
---@field why? string Lý do thay đổi
---@field ly_do? string Lý do thay đổi
---@field approver? string Người duyệt ngoại lệ
---@field nguoi_duyet? string Người duyệt ngoại lệ
---@field expires? string Ngày cuối của ngoại lệ
---@field het_hieu_luc? string Ngày cuối của ngoại lệ

---Thành viên của Ban hoặc tổ công tác, không phải người bị bạo lực.
---@class sen.member
---@field name? string Họ và tên
---@field ten? string Họ và tên
---@field position? string Chức vụ
---@field chuc_vu? string Chức vụ
---@field role? string Vai trò trong Ban
---@field vai_tro? string Vai trò trong Ban
---@field body? string Cơ quan
---@field co_quan? string Cơ quan
---@field sex? string Giới tính
---@field gioi_tinh? string Giới tính
---@field phone? string Điện thoại công vụ
---@field dien_thoai? string Điện thoại công vụ
---@field email? string Thư điện tử công vụ
---@field thu_dien_tu? string Thư điện tử công vụ
---@field valid_from? string Từ ngày
---@field tu_ngay? string Từ ngày
---@field valid_to? string Đến ngày
---@field den_ngay? string Đến ngày
---@field note? string Ghi chú
---@field ghi_chu? string Ghi chú
---@field only? table Chỉ dùng cho những đơn vị này
---@field chi_cho? table Chỉ dùng cho những đơn vị này
---@field why? string Lý do thay đổi
---@field ly_do? string Lý do thay đổi
---@field approver? string Người duyệt ngoại lệ
---@field nguoi_duyet? string Người duyệt ngoại lệ
---@field expires? string Ngày cuối của ngoại lệ
---@field het_hieu_luc? string Ngày cuối của ngoại lệ

---Một văn bản làm căn cứ.
---@class sen.legal
---@field title? string Trích yếu
---@field ten? string Trích yếu
---@field also? string|string[]|SenListEdit Mã khác dùng được như mã chính
---@field ten_khac? string|string[]|SenListEdit Mã khác dùng được như mã chính
---@field kind? string Loại văn bản
---@field loai? string Loại văn bản
---@field number? string Số, ký hiệu
---@field so_hieu? string Số, ký hiệu
---@field date? string Ngày ban hành
---@field ngay? string Ngày ban hành
---@field issuer? string Nơi ban hành
---@field noi_ban_hanh? string Nơi ban hành
---@field replaced_by? string Văn bản thay thế
---@field thay_bang? string Văn bản thay thế
---@field valid_from? string Ngày có hiệu lực
---@field tu_ngay? string Ngày có hiệu lực
---@field valid_to? string Ngày hết hiệu lực
---@field den_ngay? string Ngày hết hiệu lực
---@field source? string Nguồn tra cứu
---@field nguon? string Nguồn tra cứu
---@field verified? string Ngày đã đối chiếu với nguồn, hoặc chưa đối chiếu
---@field doi_chieu? string Ngày đã đối chiếu với nguồn, hoặc chưa đối chiếu
---@field note? string Ghi chú
---@field ghi_chu? string Ghi chú
---@field only? table Chỉ dùng cho những đơn vị này
---@field chi_cho? table Chỉ dùng cho những đơn vị này
---@field why? string Lý do thay đổi
---@field ly_do? string Lý do thay đổi
---@field approver? string Người duyệt ngoại lệ
---@field nguoi_duyet? string Người duyệt ngoại lệ
---@field expires? string Ngày cuối của ngoại lệ
---@field het_hieu_luc? string Ngày cuối của ngoại lệ

---Một đoạn nhận xét, khó khăn hoặc kiến nghị của báo cáo.
---@class sen.narrative
---@field title? string Tên đoạn
---@field ten? string Tên đoạn
---@field section? string Phần của báo cáo
---@field phan? string Phần của báo cáo
---@field text? string Nội dung
---@field noi_dung? string Nội dung
---@field period? string Kỳ báo cáo
---@field ky? string Kỳ báo cáo
---@field task? string Nói về nhiệm vụ nào
---@field nhiem_vu? string Nói về nhiệm vụ nào
---@field who? string Ai viết
---@field giao_cho? string Ai viết
---@field note? string Ghi chú
---@field ghi_chu? string Ghi chú
---@field only? table Chỉ dùng cho những đơn vị này
---@field chi_cho? table Chỉ dùng cho những đơn vị này
---@field when? function Hàm trả lời đơn vị có dùng không
---@field khi? function Hàm trả lời đơn vị có dùng không
---@field why? string Lý do thay đổi
---@field ly_do? string Lý do thay đổi
---@field approver? string Người duyệt ngoại lệ
---@field nguoi_duyet? string Người duyệt ngoại lệ
---@field expires? string Ngày cuối của ngoại lệ
---@field het_hieu_luc? string Ngày cuối của ngoại lệ

---Một phép soát riêng: hàm xem kế hoạch và báo những chỗ chưa ổn.
---@class sen.rule
---@field title? string Quy tắc nói gì
---@field ten? string Quy tắc nói gì
---@field check? function Hàm kiểm tra; trả về câu báo, danh sách câu báo, hoặc gọi m.report
---@field kiem_tra? function Hàm kiểm tra; trả về câu báo, danh sách câu báo, hoặc gọi m.report
---@field plan? function Hàm soát văn bản của từng kế hoạch đã nhập: m.plan, m.texts, m.report
---@field ke_hoach? function Hàm soát văn bản của từng kế hoạch đã nhập: m.plan, m.texts, m.report
---@field find? string|string[]|SenListEdit Những chữ sai cần tìm trong kế hoạch, không kể chữ hoa; viết «sai → đúng» để kèm cách sửa
---@field tim? string|string[]|SenListEdit Những chữ sai cần tìm trong kế hoạch, không kể chữ hoa; viết «sai → đúng» để kèm cách sửa
---@field pattern? string|string[]|SenListEdit Mẫu tìm kiểu Lua, phân biệt chữ hoa
---@field mau_tim? string|string[]|SenListEdit Mẫu tìm kiểu Lua, phân biệt chữ hoa
---@field except? string|string[]|SenListEdit Những cụm từ mà chữ tìm thấy nằm trong đó thì không sai
---@field tru_khi? string|string[]|SenListEdit Những cụm từ mà chữ tìm thấy nằm trong đó thì không sai
---@field where? string Tìm ở đâu; bỏ trống là cả văn bản
---@field pham_vi? string Tìm ở đâu; bỏ trống là cả văn bản
---@field say? string Câu báo; {tim_thay} là chữ tìm thấy, {thay_bang} là chữ đúng
---@field bao? string Câu báo; {tim_thay} là chữ tìm thấy, {thay_bang} là chữ đúng
---@field say_en? string Câu báo bằng tiếng Anh, cho --lang en; bỏ trống thì in câu tiếng Việt
---@field bao_tieng_anh? string Câu báo bằng tiếng Anh, cho --lang en; bỏ trống thì in câu tiếng Việt
---@field instead? string Viết thế nào mới đúng
---@field thay_bang? string Viết thế nào mới đúng
---@field good? string|string[]|SenListEdit Mẫu mà quy tắc không được báo: đoạn văn, hoặc câu khai báo nếu quy tắc dùng kiem_tra; sen kiem-thu chạy thử
---@field mau_dung? string|string[]|SenListEdit Mẫu mà quy tắc không được báo: đoạn văn, hoặc câu khai báo nếu quy tắc dùng kiem_tra; sen kiem-thu chạy thử
---@field bad? string|string[]|SenListEdit Mẫu mà quy tắc phải báo: đoạn văn, hoặc câu khai báo nếu quy tắc dùng kiem_tra; sen kiem-thu chạy thử
---@field mau_sai? string|string[]|SenListEdit Mẫu mà quy tắc phải báo: đoạn văn, hoặc câu khai báo nếu quy tắc dùng kiem_tra; sen kiem-thu chạy thử
---@field severity? string Lỗi, cảnh báo hay lời nhắc
---@field muc_do? string Lỗi, cảnh báo hay lời nhắc
---@field hint? string Cách sửa
---@field goi_y? string Cách sửa
---@field hint_en? string Cách sửa, bằng tiếng Anh
---@field goi_y_tieng_anh? string Cách sửa, bằng tiếng Anh
---@field note? string Ghi chú
---@field ghi_chu? string Ghi chú
---@field only? table Chỉ dùng cho những đơn vị này
---@field chi_cho? table Chỉ dùng cho những đơn vị này
---@field when? function Hàm trả lời đơn vị có dùng không
---@field khi? function Hàm trả lời đơn vị có dùng không
---@field why? string Lý do thay đổi
---@field ly_do? string Lý do thay đổi
---@field approver? string Người duyệt ngoại lệ
---@field nguoi_duyet? string Người duyệt ngoại lệ
---@field expires? string Ngày cuối của ngoại lệ
---@field het_hieu_luc? string Ngày cuối của ngoại lệ

---Khóa một trường: lớp trên chỉ được siết chặt hơn. Mã của khóa là địa chỉ của trường.
---@class sen.lock
---@field title? string Khóa để làm gì
---@field ten? string Khóa để làm gì
---@field direction? string Lớp trên được đổi theo hướng nào
---@field huong? string Lớp trên được đổi theo hướng nào
---@field basis? string Căn cứ pháp lý, được nêu ra khi từ chối thay đổi
---@field can_cu? string Căn cứ pháp lý, được nêu ra khi từ chối thay đổi
---@field note? string Ghi chú
---@field ghi_chu? string Ghi chú
---@field why? string Lý do thay đổi
---@field ly_do? string Lý do thay đổi
---@field approver? string Người duyệt ngoại lệ
---@field nguoi_duyet? string Người duyệt ngoại lệ
---@field expires? string Ngày cuối của ngoại lệ
---@field het_hieu_luc? string Ngày cuối của ngoại lệ

---Thể thức trình bày văn bản: lề, cỡ chữ, giãn dòng; dùng cho bản Word và PDF.
---@class sen.layout
---@field title? string Tên bộ thể thức
---@field ten? string Tên bộ thể thức
---@field margin_top? number Lề trên, tính bằng mm
---@field le_tren? number Lề trên, tính bằng mm
---@field margin_bottom? number Lề dưới, tính bằng mm
---@field le_duoi? number Lề dưới, tính bằng mm
---@field margin_left? number Lề trái, tính bằng mm
---@field le_trai? number Lề trái, tính bằng mm
---@field margin_right? number Lề phải, tính bằng mm
---@field le_phai? number Lề phải, tính bằng mm
---@field font? string Phông chữ của cả văn bản
---@field phong_chu? string Phông chữ của cả văn bản
---@field page_numbers? boolean Có ghi số trang từ trang 2
---@field so_trang? boolean Có ghi số trang từ trang 2
---@field page_number_size? number Cỡ chữ của số trang
---@field co_so_trang? number Cỡ chữ của số trang
---@field nation_size? number Cỡ chữ của Quốc hiệu
---@field co_quoc_hieu? number Cỡ chữ của Quốc hiệu
---@field motto_size? number Cỡ chữ của Tiêu ngữ
---@field co_tieu_ngu? number Cỡ chữ của Tiêu ngữ
---@field superior_size? number Cỡ chữ của tên cơ quan chủ quản
---@field co_chu_quan? number Cỡ chữ của tên cơ quan chủ quản
---@field agency_size? number Cỡ chữ của tên cơ quan ban hành
---@field co_ban_hanh? number Cỡ chữ của tên cơ quan ban hành
---@field number_size? number Cỡ chữ của số, ký hiệu
---@field co_so_ky_hieu? number Cỡ chữ của số, ký hiệu
---@field place_size? number Cỡ chữ của địa danh và ngày tháng
---@field co_dia_danh? number Cỡ chữ của địa danh và ngày tháng
---@field type_size? number Cỡ chữ của tên loại văn bản
---@field co_ten_loai? number Cỡ chữ của tên loại văn bản
---@field subject_size? number Cỡ chữ của trích yếu
---@field co_trich_yeu? number Cỡ chữ của trích yếu
---@field about_size? number Cỡ chữ của trích yếu của công văn
---@field co_ve_viec? number Cỡ chữ của trích yếu của công văn
---@field basis_size? number Cỡ chữ của căn cứ ban hành
---@field co_can_cu? number Cỡ chữ của căn cứ ban hành
---@field body_size? number Cỡ chữ của nội dung
---@field co_noi_dung? number Cỡ chữ của nội dung
---@field part_size? number Cỡ chữ của phần, chương, mục
---@field co_phan? number Cỡ chữ của phần, chương, mục
---@field heading_size? number Cỡ chữ của đề mục I, 1, a và điều
---@field co_de_muc? number Cỡ chữ của đề mục I, 1, a và điều
---@field table_size? number Cỡ chữ của chữ trong bảng
---@field co_bang? number Cỡ chữ của chữ trong bảng
---@field authority_size? number Cỡ chữ của quyền hạn, chức vụ người ký
---@field co_quyen_han? number Cỡ chữ của quyền hạn, chức vụ người ký
---@field signer_size? number Cỡ chữ của họ tên người ký
---@field co_ho_ten? number Cỡ chữ của họ tên người ký
---@field recipients_size? number Cỡ chữ của chữ «Nơi nhận»
---@field co_noi_nhan? number Cỡ chữ của chữ «Nơi nhận»
---@field recipient_size? number Cỡ chữ của danh sách nơi nhận
---@field co_ten_noi_nhan? number Cỡ chữ của danh sách nơi nhận
---@field annex_size? number Cỡ chữ của chữ «Phụ lục»
---@field co_phu_luc? number Cỡ chữ của chữ «Phụ lục»
---@field annex_title_size? number Cỡ chữ của tiêu đề phụ lục
---@field co_ten_phu_luc? number Cỡ chữ của tiêu đề phụ lục
---@field footnote_size? number Cỡ chữ của chú thích cuối trang
---@field co_chu_thich? number Cỡ chữ của chú thích cuối trang
---@field indent? number Thụt đầu dòng của đoạn văn, tính bằng mm
---@field thut_dong? number Thụt đầu dòng của đoạn văn, tính bằng mm
---@field space_between? number Khoảng cách giữa hai đoạn, tính bằng pt
---@field cach_doan? number Khoảng cách giữa hai đoạn, tính bằng pt
---@field line_spacing? number Giãn dòng, 1 là dòng đơn
---@field gian_dong? number Giãn dòng, 1 là dòng đơn
---@field header_left? number Bề rộng cột tên cơ quan ở đầu văn bản, tính bằng mm
---@field cot_trai? number Bề rộng cột tên cơ quan ở đầu văn bản, tính bằng mm
---@field rule_share? number Đường kẻ dưới tên cơ quan và trích yếu dài bằng mấy phần dòng chữ
---@field do_dai_ke? number Đường kẻ dưới tên cơ quan và trích yếu dài bằng mấy phần dòng chữ
---@field sign_space? number Khoảng trống để ký và đóng dấu, tính bằng mm
---@field cho_ky? number Khoảng trống để ký và đóng dấu, tính bằng mm
---@field basis_italic? boolean Căn cứ in nghiêng
---@field can_cu_nghieng? boolean Căn cứ in nghiêng
---@field basis_end? string Dấu sau căn cứ cuối cùng
---@field ket_can_cu? string Dấu sau căn cứ cuối cùng
---@field end_mark? string Dấu kết thúc nội dung; ghi - để không in
---@field ket_van_ban? string Dấu kết thúc nội dung; ghi - để không in
---@field allowed? table Khoảng cho phép của từng giá trị, kèm điều khoản
---@field cho_phep? table Khoảng cho phép của từng giá trị, kèm điều khoản
---@field source? string Nguồn của thông tin
---@field nguon? string Nguồn của thông tin
---@field verified? string Ngày đã đối chiếu với nguồn, hoặc chưa đối chiếu
---@field doi_chieu? string Ngày đã đối chiếu với nguồn, hoặc chưa đối chiếu
---@field note? string Ghi chú
---@field ghi_chu? string Ghi chú
---@field why? string Lý do thay đổi
---@field ly_do? string Lý do thay đổi
---@field approver? string Người duyệt ngoại lệ
---@field nguoi_duyet? string Người duyệt ngoại lệ
---@field expires? string Ngày cuối của ngoại lệ
---@field het_hieu_luc? string Ngày cuối của ngoại lệ

---Những ngày nghỉ thêm ngoài lịch nghỉ chung, và những ngày làm bù; hạn tính theo ngày làm việc sẽ theo đó.
---@class sen.holiday
---@field title? string Nghỉ dịp gì
---@field ten? string Nghỉ dịp gì
---@field on? string|string[]|SenListEdit Các ngày hoặc khoảng ngày nghỉ
---@field ngay? string|string[]|SenListEdit Các ngày hoặc khoảng ngày nghỉ
---@field instead? string|string[]|SenListEdit Các ngày làm bù
---@field lam_bu? string|string[]|SenListEdit Các ngày làm bù
---@field source? string Nguồn của thông tin
---@field nguon? string Nguồn của thông tin
---@field verified? string Ngày đã đối chiếu với nguồn, hoặc chưa đối chiếu
---@field doi_chieu? string Ngày đã đối chiếu với nguồn, hoặc chưa đối chiếu
---@field note? string Ghi chú
---@field ghi_chu? string Ghi chú
---@field only? table Chỉ dùng cho những đơn vị này
---@field chi_cho? table Chỉ dùng cho những đơn vị này
---@field why? string Lý do thay đổi
---@field ly_do? string Lý do thay đổi
---@field approver? string Người duyệt ngoại lệ
---@field nguoi_duyet? string Người duyệt ngoại lệ
---@field expires? string Ngày cuối của ngoại lệ
---@field het_hieu_luc? string Ngày cuối của ngoại lệ

---Khai báo của thư mục làm việc, trong tệp sen.lua.
---@param fields sen.workspace
function workspace(fields) end

---Khai báo của thư mục làm việc, trong tệp sen.lua.
---@param fields sen.workspace
function noi_lam_viec(fields) end

---Hồ sơ của một đơn vị (phường, xã, tỉnh, cơ quan), trong tệp unit.lua.
---@param id string
---@return fun(fields: sen.unit)
function unit(id) end

---Hồ sơ của một đơn vị (phường, xã, tỉnh, cơ quan), trong tệp unit.lua.
---@param id string
---@return fun(fields: sen.unit)
function don_vi(id) end

---Một vai trong kế hoạch (thường trực, công an, hội phụ nữ), gắn với tên thật của từng đơn vị.
---@param id string
---@return fun(fields: sen.body)
function body(id) end

---Một vai trong kế hoạch (thường trực, công an, hội phụ nữ), gắn với tên thật của từng đơn vị.
---@param id string
---@return fun(fields: sen.body)
function co_quan(id) end

---Một nhiệm vụ của kế hoạch; các việc viết bên trong là danh mục việc của nó.
---@param id string
---@return fun(fields: sen.task)
function task(id) end

---Một nhiệm vụ của kế hoạch; các việc viết bên trong là danh mục việc của nó.
---@param id string
---@return fun(fields: sen.task)
function nhiem_vu(id) end

---Một việc trong danh mục của nhiệm vụ.
---@param id string
---@return fun(fields: sen.item)
function item(id) end

---Một việc trong danh mục của nhiệm vụ.
---@param id string
---@return fun(fields: sen.item)
function viec(id) end

---Danh mục việc dùng chung cho nhiều nhiệm vụ.
---@param id string
---@return fun(fields: sen.checklist)
function checklist(id) end

---Danh mục việc dùng chung cho nhiều nhiệm vụ.
---@param id string
---@return fun(fields: sen.checklist)
function danh_muc(id) end

---Một chỉ tiêu có số liệu theo kỳ.
---@param id string
---@return fun(fields: sen.indicator)
function indicator(id) end

---Một chỉ tiêu có số liệu theo kỳ.
---@param id string
---@return fun(fields: sen.indicator)
function chi_tieu(id) end

---Một tài liệu được làm ra từ mẫu, cho một hay nhiều kênh.
---@param id string
---@return fun(fields: sen.material)
function material(id) end

---Một tài liệu được làm ra từ mẫu, cho một hay nhiều kênh.
---@param id string
---@return fun(fields: sen.material)
function tai_lieu(id) end

---Lịch phát hoặc đăng tài liệu.
---@param id string
---@return fun(fields: sen.schedule)
function schedule(id) end

---Lịch phát hoặc đăng tài liệu.
---@param id string
---@return fun(fields: sen.schedule)
function lich(id) end

---Một sự kiện: lễ phát động, tọa đàm, tập huấn.
---@param id string
---@return fun(fields: sen.event)
function event(id) end

---Một sự kiện: lễ phát động, tọa đàm, tập huấn.
---@param id string
---@return fun(fields: sen.event)
function su_kien(id) end

---Thành viên của Ban hoặc tổ công tác, không phải người bị bạo lực.
---@param id string
---@return fun(fields: sen.member)
function member(id) end

---Thành viên của Ban hoặc tổ công tác, không phải người bị bạo lực.
---@param id string
---@return fun(fields: sen.member)
function thanh_vien(id) end

---Một văn bản làm căn cứ.
---@param id string
---@return fun(fields: sen.legal)
function legal(id) end

---Một văn bản làm căn cứ.
---@param id string
---@return fun(fields: sen.legal)
function van_ban(id) end

---Một đoạn nhận xét, khó khăn hoặc kiến nghị của báo cáo.
---@param id string
---@return fun(fields: sen.narrative)
function narrative(id) end

---Một đoạn nhận xét, khó khăn hoặc kiến nghị của báo cáo.
---@param id string
---@return fun(fields: sen.narrative)
function nhan_xet(id) end

---Một phép soát riêng: hàm xem kế hoạch và báo những chỗ chưa ổn.
---@param id string
---@return fun(fields: sen.rule)
function rule(id) end

---Một phép soát riêng: hàm xem kế hoạch và báo những chỗ chưa ổn.
---@param id string
---@return fun(fields: sen.rule)
function quy_tac(id) end

---Khóa một trường: lớp trên chỉ được siết chặt hơn. Mã của khóa là địa chỉ của trường.
---@param id string
---@return fun(fields: sen.lock)
function lock(id) end

---Khóa một trường: lớp trên chỉ được siết chặt hơn. Mã của khóa là địa chỉ của trường.
---@param id string
---@return fun(fields: sen.lock)
function khoa(id) end

---Thể thức trình bày văn bản: lề, cỡ chữ, giãn dòng; dùng cho bản Word và PDF.
---@param id string
---@return fun(fields: sen.layout)
function layout(id) end

---Thể thức trình bày văn bản: lề, cỡ chữ, giãn dòng; dùng cho bản Word và PDF.
---@param id string
---@return fun(fields: sen.layout)
function the_thuc(id) end

---Những ngày nghỉ thêm ngoài lịch nghỉ chung, và những ngày làm bù; hạn tính theo ngày làm việc sẽ theo đó.
---@param id string
---@return fun(fields: sen.holiday)
function holiday(id) end

---Những ngày nghỉ thêm ngoài lịch nghỉ chung, và những ngày làm bù; hạn tính theo ngày làm việc sẽ theo đó.
---@param id string
---@return fun(fields: sen.holiday)
function ngay_nghi(id) end

---Đổi một vài trường của thứ đã có ở lớp dưới; bắt buộc có lý do
---@class sen.verb.edit
---@field workspace fun(id: string): fun(fields: sen.workspace)
---@field unit fun(id: string): fun(fields: sen.unit)
---@field body fun(id: string): fun(fields: sen.body)
---@field task fun(id: string): fun(fields: sen.task)
---@field item fun(id: string): fun(fields: sen.item)
---@field checklist fun(id: string): fun(fields: sen.checklist)
---@field indicator fun(id: string): fun(fields: sen.indicator)
---@field material fun(id: string): fun(fields: sen.material)
---@field schedule fun(id: string): fun(fields: sen.schedule)
---@field event fun(id: string): fun(fields: sen.event)
---@field member fun(id: string): fun(fields: sen.member)
---@field legal fun(id: string): fun(fields: sen.legal)
---@field narrative fun(id: string): fun(fields: sen.narrative)
---@field rule fun(id: string): fun(fields: sen.rule)
---@field lock fun(id: string): fun(fields: sen.lock)
---@field layout fun(id: string): fun(fields: sen.layout)
---@field holiday fun(id: string): fun(fields: sen.holiday)
edit = {}

---Đổi một vài trường của thứ đã có ở lớp dưới; bắt buộc có lý do
---@class sen.verb.sua
---@field noi_lam_viec fun(id: string): fun(fields: sen.workspace)
---@field don_vi fun(id: string): fun(fields: sen.unit)
---@field co_quan fun(id: string): fun(fields: sen.body)
---@field nhiem_vu fun(id: string): fun(fields: sen.task)
---@field viec fun(id: string): fun(fields: sen.item)
---@field danh_muc fun(id: string): fun(fields: sen.checklist)
---@field chi_tieu fun(id: string): fun(fields: sen.indicator)
---@field tai_lieu fun(id: string): fun(fields: sen.material)
---@field lich fun(id: string): fun(fields: sen.schedule)
---@field su_kien fun(id: string): fun(fields: sen.event)
---@field thanh_vien fun(id: string): fun(fields: sen.member)
---@field van_ban fun(id: string): fun(fields: sen.legal)
---@field nhan_xet fun(id: string): fun(fields: sen.narrative)
---@field quy_tac fun(id: string): fun(fields: sen.rule)
---@field khoa fun(id: string): fun(fields: sen.lock)
---@field the_thuc fun(id: string): fun(fields: sen.layout)
---@field ngay_nghi fun(id: string): fun(fields: sen.holiday)
sua = {}

---Thêm một thứ vào lớp này; viết them { … } là thêm vào danh sách
---@class sen.verb.add
---@field workspace fun(id: string): fun(fields: sen.workspace)
---@field unit fun(id: string): fun(fields: sen.unit)
---@field body fun(id: string): fun(fields: sen.body)
---@field task fun(id: string): fun(fields: sen.task)
---@field item fun(id: string): fun(fields: sen.item)
---@field checklist fun(id: string): fun(fields: sen.checklist)
---@field indicator fun(id: string): fun(fields: sen.indicator)
---@field material fun(id: string): fun(fields: sen.material)
---@field schedule fun(id: string): fun(fields: sen.schedule)
---@field event fun(id: string): fun(fields: sen.event)
---@field member fun(id: string): fun(fields: sen.member)
---@field legal fun(id: string): fun(fields: sen.legal)
---@field narrative fun(id: string): fun(fields: sen.narrative)
---@field rule fun(id: string): fun(fields: sen.rule)
---@field lock fun(id: string): fun(fields: sen.lock)
---@field layout fun(id: string): fun(fields: sen.layout)
---@field holiday fun(id: string): fun(fields: sen.holiday)
---@overload fun(list: string[]): SenListEdit
add = {}

---Thêm một thứ vào lớp này; viết them { … } là thêm vào danh sách
---@class sen.verb.them
---@field noi_lam_viec fun(id: string): fun(fields: sen.workspace)
---@field don_vi fun(id: string): fun(fields: sen.unit)
---@field co_quan fun(id: string): fun(fields: sen.body)
---@field nhiem_vu fun(id: string): fun(fields: sen.task)
---@field viec fun(id: string): fun(fields: sen.item)
---@field danh_muc fun(id: string): fun(fields: sen.checklist)
---@field chi_tieu fun(id: string): fun(fields: sen.indicator)
---@field tai_lieu fun(id: string): fun(fields: sen.material)
---@field lich fun(id: string): fun(fields: sen.schedule)
---@field su_kien fun(id: string): fun(fields: sen.event)
---@field thanh_vien fun(id: string): fun(fields: sen.member)
---@field van_ban fun(id: string): fun(fields: sen.legal)
---@field nhan_xet fun(id: string): fun(fields: sen.narrative)
---@field quy_tac fun(id: string): fun(fields: sen.rule)
---@field khoa fun(id: string): fun(fields: sen.lock)
---@field the_thuc fun(id: string): fun(fields: sen.layout)
---@field ngay_nghi fun(id: string): fun(fields: sen.holiday)
---@overload fun(list: string[]): SenListEdit
them = {}

---Bỏ một thứ đã có, vẫn giữ lịch sử; viết bo { … } là bớt khỏi danh sách
---@class sen.verb.remove
---@field workspace fun(id: string): fun(fields: sen.workspace)
---@field unit fun(id: string): fun(fields: sen.unit)
---@field body fun(id: string): fun(fields: sen.body)
---@field task fun(id: string): fun(fields: sen.task)
---@field item fun(id: string): fun(fields: sen.item)
---@field checklist fun(id: string): fun(fields: sen.checklist)
---@field indicator fun(id: string): fun(fields: sen.indicator)
---@field material fun(id: string): fun(fields: sen.material)
---@field schedule fun(id: string): fun(fields: sen.schedule)
---@field event fun(id: string): fun(fields: sen.event)
---@field member fun(id: string): fun(fields: sen.member)
---@field legal fun(id: string): fun(fields: sen.legal)
---@field narrative fun(id: string): fun(fields: sen.narrative)
---@field rule fun(id: string): fun(fields: sen.rule)
---@field lock fun(id: string): fun(fields: sen.lock)
---@field layout fun(id: string): fun(fields: sen.layout)
---@field holiday fun(id: string): fun(fields: sen.holiday)
---@overload fun(list: string[]): SenListEdit
remove = {}

---Bỏ một thứ đã có, vẫn giữ lịch sử; viết bo { … } là bớt khỏi danh sách
---@class sen.verb.bo
---@field noi_lam_viec fun(id: string): fun(fields: sen.workspace)
---@field don_vi fun(id: string): fun(fields: sen.unit)
---@field co_quan fun(id: string): fun(fields: sen.body)
---@field nhiem_vu fun(id: string): fun(fields: sen.task)
---@field viec fun(id: string): fun(fields: sen.item)
---@field danh_muc fun(id: string): fun(fields: sen.checklist)
---@field chi_tieu fun(id: string): fun(fields: sen.indicator)
---@field tai_lieu fun(id: string): fun(fields: sen.material)
---@field lich fun(id: string): fun(fields: sen.schedule)
---@field su_kien fun(id: string): fun(fields: sen.event)
---@field thanh_vien fun(id: string): fun(fields: sen.member)
---@field van_ban fun(id: string): fun(fields: sen.legal)
---@field nhan_xet fun(id: string): fun(fields: sen.narrative)
---@field quy_tac fun(id: string): fun(fields: sen.rule)
---@field khoa fun(id: string): fun(fields: sen.lock)
---@field the_thuc fun(id: string): fun(fields: sen.layout)
---@field ngay_nghi fun(id: string): fun(fields: sen.holiday)
---@overload fun(list: string[]): SenListEdit
bo = {}

---Đổi một trường đã khóa; phải có lý do, người duyệt và ngày hết hiệu lực
---@class sen.verb.waive
---@field workspace fun(id: string): fun(fields: sen.workspace)
---@field unit fun(id: string): fun(fields: sen.unit)
---@field body fun(id: string): fun(fields: sen.body)
---@field task fun(id: string): fun(fields: sen.task)
---@field item fun(id: string): fun(fields: sen.item)
---@field checklist fun(id: string): fun(fields: sen.checklist)
---@field indicator fun(id: string): fun(fields: sen.indicator)
---@field material fun(id: string): fun(fields: sen.material)
---@field schedule fun(id: string): fun(fields: sen.schedule)
---@field event fun(id: string): fun(fields: sen.event)
---@field member fun(id: string): fun(fields: sen.member)
---@field legal fun(id: string): fun(fields: sen.legal)
---@field narrative fun(id: string): fun(fields: sen.narrative)
---@field rule fun(id: string): fun(fields: sen.rule)
---@field lock fun(id: string): fun(fields: sen.lock)
---@field layout fun(id: string): fun(fields: sen.layout)
---@field holiday fun(id: string): fun(fields: sen.holiday)
waive = {}

---Đổi một trường đã khóa; phải có lý do, người duyệt và ngày hết hiệu lực
---@class sen.verb.ngoai_le
---@field noi_lam_viec fun(id: string): fun(fields: sen.workspace)
---@field don_vi fun(id: string): fun(fields: sen.unit)
---@field co_quan fun(id: string): fun(fields: sen.body)
---@field nhiem_vu fun(id: string): fun(fields: sen.task)
---@field viec fun(id: string): fun(fields: sen.item)
---@field danh_muc fun(id: string): fun(fields: sen.checklist)
---@field chi_tieu fun(id: string): fun(fields: sen.indicator)
---@field tai_lieu fun(id: string): fun(fields: sen.material)
---@field lich fun(id: string): fun(fields: sen.schedule)
---@field su_kien fun(id: string): fun(fields: sen.event)
---@field thanh_vien fun(id: string): fun(fields: sen.member)
---@field van_ban fun(id: string): fun(fields: sen.legal)
---@field nhan_xet fun(id: string): fun(fields: sen.narrative)
---@field quy_tac fun(id: string): fun(fields: sen.rule)
---@field khoa fun(id: string): fun(fields: sen.lock)
---@field the_thuc fun(id: string): fun(fields: sen.layout)
---@field ngay_nghi fun(id: string): fun(fields: sen.holiday)
ngoai_le = {}

---@param pattern string|string[]
---@return SenFind
function find(pattern) end

---@param pattern string|string[]
---@return SenFind
function tim_muc(pattern) end

---@class sen.query
---@field where fun(self, fields: table|fun(x: any): boolean): sen.query Chỉ giữ những thứ hợp với mọi trường đã ghi; mỗi trường nhận một giá trị, một danh sách giá trị, true, false hoặc một phép so
---@field loc fun(self, fields: table|fun(x: any): boolean): sen.query Chỉ giữ những thứ hợp với mọi trường đã ghi; mỗi trường nhận một giá trị, một danh sách giá trị, true, false hoặc một phép so
---@field except fun(self, fields: table|fun(x: any): boolean): sen.query Bỏ ra những thứ hợp với mọi trường đã ghi
---@field tru fun(self, fields: table|fun(x: any): boolean): sen.query Bỏ ra những thứ hợp với mọi trường đã ghi
---@field search fun(self, text: string): sen.query Chỉ giữ những thứ có các chữ này trong tên hoặc nội dung, không kể dấu
---@field tim fun(self, text: string): sen.query Chỉ giữ những thứ có các chữ này trong tên hoặc nội dung, không kể dấu
---@field due_before fun(self, day: string|sen.date): sen.query Hạn rơi trước ngày này (không kể chính ngày đó)
---@field han_truoc fun(self, day: string|sen.date): sen.query Hạn rơi trước ngày này (không kể chính ngày đó)
---@field due_by fun(self, day: string|sen.date): sen.query Hạn rơi vào ngày này hoặc sớm hơn
---@field han_den fun(self, day: string|sen.date): sen.query Hạn rơi vào ngày này hoặc sớm hơn
---@field due_after fun(self, day: string|sen.date): sen.query Hạn rơi sau ngày này
---@field han_sau fun(self, day: string|sen.date): sen.query Hạn rơi sau ngày này
---@field late fun(self): sen.query Đã quá hạn mà chưa xong
---@field qua_han fun(self): sen.query Đã quá hạn mà chưa xong
---@field of fun(self, what: string|table): sen.query Chỉ giữ những thứ thuộc về hoặc gắn với thứ này (đơn vị, nhiệm vụ, cơ quan, mục …)
---@field cua fun(self, what: string|table): sen.query Chỉ giữ những thứ thuộc về hoặc gắn với thứ này (đơn vị, nhiệm vụ, cơ quan, mục …)
---@field order fun(self, ...: string|fun(x: any): any): sen.query Xếp theo các trường; dấu - phía trước là từ lớn xuống; thứ còn thiếu đứng cuối
---@field xep fun(self, ...: string|fun(x: any): any): sen.query Xếp theo các trường; dấu - phía trước là từ lớn xuống; thứ còn thiếu đứng cuối
---@field reverse fun(self): sen.query Đảo thứ tự
---@field dao_lai fun(self): sen.query Đảo thứ tự
---@field limit fun(self, n: integer): sen.query Chỉ lấy n thứ đầu
---@field lay fun(self, n: integer): sen.query Chỉ lấy n thứ đầu
---@field skip fun(self, n: integer): sen.query Bỏ qua n thứ đầu
---@field bo_qua fun(self, n: integer): sen.query Bỏ qua n thứ đầu
---@field first fun(self): any Thứ đầu tiên, nil khi không có
---@field dau_tien fun(self): any Thứ đầu tiên, nil khi không có
---@field last fun(self): any Thứ cuối cùng, nil khi không có
---@field cuoi_cung fun(self): any Thứ cuối cùng, nil khi không có
---@field count fun(self): integer Có bao nhiêu
---@field dem fun(self): integer Có bao nhiêu
---@field sum fun(self, field: string): number Tổng của một trường số; thứ còn thiếu không tính
---@field cong fun(self, field: string): number Tổng của một trường số; thứ còn thiếu không tính
---@field pick fun(self, field: string): table Bảng các giá trị của một trường, bỏ chỗ thiếu
---@field trich fun(self, field: string): table Bảng các giá trị của một trường, bỏ chỗ thiếu
---@field each fun(self, call?: fun(x: any, n: integer)): fun(): any, integer? Duyệt lần lượt từng thứ và số thứ tự, trong vòng for hoặc bằng một hàm
---@field tung fun(self, call?: fun(x: any, n: integer)): fun(): any, integer? Duyệt lần lượt từng thứ và số thứ tự, trong vòng for hoặc bằng một hàm
---@field all fun(self): table Bảng Lua gồm mọi thứ, theo thứ tự
---@field tat_ca fun(self): table Bảng Lua gồm mọi thứ, theo thứ tự
---@field group fun(self, field: string|fun(x: any): any): table Chia thành nhóm theo một trường: mỗi giá trị một truy vấn
---@field nhom fun(self, field: string|fun(x: any): any): table Chia thành nhóm theo một trường: mỗi giá trị một truy vấn

---@class sen.test
---@field isnt any Khác giá trị này, hoặc mọi giá trị trong danh sách
---@field khac any Khác giá trị này, hoặc mọi giá trị trong danh sách
---@field least number Từ số này trở lên
---@field it_nhat number Từ số này trở lên
---@field most number Không quá số này
---@field khong_qua number Không quá số này
---@field above number Lớn hơn số này
---@field tren number Lớn hơn số này
---@field below number Nhỏ hơn số này
---@field duoi number Nhỏ hơn số này
---@field before string|sen.date Trước ngày này
---@field truoc string|sen.date Trước ngày này
---@field after string|sen.date Sau ngày này
---@field sau string|sen.date Sau ngày này
---@field from string|sen.date Từ ngày này, kể cả ngày đó
---@field tu string|sen.date Từ ngày này, kể cả ngày đó
---@field to string|sen.date Đến hết ngày này
---@field den string|sen.date Đến hết ngày này
---@field has string Có những chữ này, không kể dấu
---@field co_chu string Có những chữ này, không kể dấu

---@class sen.view.plan
---@field type string Tên loại văn bản
---@field loai_van_ban string Tên loại văn bản
---@field number string? Số văn bản
---@field so string? Số văn bản
---@field symbol string? Ký hiệu
---@field ky_hieu string? Ký hiệu
---@field code string? Số và ký hiệu, như 120/KH-UBND
---@field so_ky_hieu string? Số và ký hiệu, như 120/KH-UBND
---@field place string? Địa danh ban hành
---@field dia_danh string? Địa danh ban hành
---@field subject string? Trích yếu
---@field trich_yeu string? Trích yếu
---@field title string? Như trích yếu
---@field ten string? Như trích yếu
---@field issuer string? Cơ quan ban hành
---@field noi_ban_hanh string? Cơ quan ban hành
---@field date sen.date? Ngày ban hành
---@field ngay_ban_hanh sen.date? Ngày ban hành
---@field year integer? Năm ban hành
---@field nam_ban_hanh integer? Năm ban hành
---@field month integer? Tháng ban hành
---@field thang integer? Tháng ban hành
---@field day integer? Ngày trong tháng
---@field ngay integer? Ngày trong tháng
---@field plan_year integer? Năm của kế hoạch
---@field nam_ke_hoach integer? Năm của kế hoạch
---@field signer table Người ký: thẩm quyền, chức vụ, họ tên
---@field nguoi_ky table Người ký: thẩm quyền, chức vụ, họ tên
---@field recipients string[] Nơi nhận
---@field noi_nhan string[] Nơi nhận
---@field attached string? Quyết định mà kế hoạch ban hành kèm theo
---@field ban_hanh_kem string? Quyết định mà kế hoạch ban hành kèm theo
---@field clauses sen.query Mọi mục của kế hoạch, theo thứ tự
---@field cac_muc sen.query Mọi mục của kế hoạch, theo thứ tự
---@field nodes sen.view.clause[] Như cac_muc, là danh sách
---@field cac_nut sen.view.clause[] Như cac_muc, là danh sách
---@field parts sen.view.clause[] Các phần I, II, III
---@field cac_phan sen.view.clause[] Các phần I, II, III
---@field points sen.view.clause[] Các điểm a, b, c
---@field cac_diem sen.view.clause[] Các điểm a, b, c
---@field legal sen.view.reference[] Văn bản được viện dẫn
---@field vien_dan sen.view.reference[] Văn bản được viện dẫn
---@field dates sen.view.span[] Các mốc thời gian trong kế hoạch
---@field cac_moc sen.view.span[] Các mốc thời gian trong kế hoạch
---@field actors sen.view.actor[] Các cơ quan được giao việc
---@field cac_noi_lam sen.view.actor[] Các cơ quan được giao việc
---@field targets sen.view.goal[] Các mức cần đạt
---@field can_dat sen.view.goal[] Các mức cần đạt
---@field tasks sen.query Các nhiệm vụ của đơn vị
---@field nhiem_vu sen.query Các nhiệm vụ của đơn vị
---@field items sen.query Mọi việc
---@field viec sen.query Mọi việc
---@field checklists sen.query Các danh mục dùng chung
---@field danh_muc sen.query Các danh mục dùng chung
---@field indicators sen.query Các chỉ tiêu
---@field chi_tieu sen.query Các chỉ tiêu
---@field values sen.query Số liệu đã ghi
---@field so_lieu sen.query Số liệu đã ghi
---@field materials sen.query Các tài liệu
---@field tai_lieu sen.query Các tài liệu
---@field schedules sen.query Các lịch
---@field lich sen.query Các lịch
---@field events sen.query Các sự kiện
---@field su_kien sen.query Các sự kiện
---@field bodies sen.query Các cơ quan, đầu mối
---@field co_quan sen.query Các cơ quan, đầu mối
---@field members sen.query Thành viên của Ban
---@field thanh_vien sen.query Thành viên của Ban
---@field narratives sen.query Các đoạn nhận xét
---@field nhan_xet sen.query Các đoạn nhận xét
---@field basis sen.query Văn bản làm căn cứ đã khai báo
---@field van_ban sen.query Văn bản làm căn cứ đã khai báo
---@field units sen.query Các đơn vị biết được
---@field don_vi sen.query Các đơn vị biết được

---@class sen.view.clause
---@field id string Địa chỉ trong bản này, như II.1.c
---@field ma string Địa chỉ trong bản này, như II.1.c
---@field address string Địa chỉ đầy đủ, như node:II.1.c
---@field dia_chi string Địa chỉ đầy đủ, như node:II.1.c
---@field key string? Khóa lâu dài, theo nội dung qua các bản
---@field khoa string? Khóa lâu dài, theo nội dung qua các bản
---@field kind string Loại mục
---@field loai string Loại mục
---@field label string? Nhãn như in ra: II., a)
---@field nhan string? Nhãn như in ra: II., a)
---@field text string Nội dung
---@field noi_dung string Nội dung
---@field line integer? Dòng trong văn bản gốc
---@field dong integer? Dòng trong văn bản gốc
---@field confidence number Độ chắc khi đọc, từ 0 đến 1
---@field do_chac number Độ chắc khi đọc, từ 0 đến 1
---@field parent sen.view.clause? Mục chứa mục này
---@field muc_cha sen.view.clause? Mục chứa mục này
---@field children sen.view.clause[] Các mục con
---@field muc_con sen.view.clause[] Các mục con
---@field tasks sen.query Các nhiệm vụ thực hiện mục này
---@field nhiem_vu sen.query Các nhiệm vụ thực hiện mục này
---@field indicators sen.query Chỉ tiêu của các nhiệm vụ đó
---@field chi_tieu sen.query Chỉ tiêu của các nhiệm vụ đó
---@field legal sen.view.reference[] Văn bản mục này viện dẫn
---@field vien_dan sen.view.reference[] Văn bản mục này viện dẫn
---@field dates sen.view.span[] Mốc thời gian của mục
---@field cac_moc sen.view.span[] Mốc thời gian của mục
---@field actors sen.view.actor[] Nơi được giao việc ở mục này
---@field cac_noi_lam sen.view.actor[] Nơi được giao việc ở mục này
---@field targets sen.view.goal[] Mức cần đạt ghi ở mục này
---@field can_dat sen.view.goal[] Mức cần đạt ghi ở mục này
---@field plan sen.view.plan Kế hoạch chứa mục
---@field ke_hoach sen.view.plan Kế hoạch chứa mục

---@class sen.view.reference
---@field kind string? Loại văn bản
---@field loai string? Loại văn bản
---@field number string Số, ký hiệu
---@field so_hieu string Số, ký hiệu
---@field title string Như số hiệu
---@field ten string Như số hiệu
---@field date sen.date? Ngày ban hành
---@field ngay sen.date? Ngày ban hành
---@field issuer string? Nơi ban hành
---@field noi_ban_hanh string? Nơi ban hành
---@field node sen.view.clause? Mục viện dẫn
---@field muc sen.view.clause? Mục viện dẫn

---@class sen.view.span
---@field kind string Loại mốc
---@field loai string Loại mốc
---@field from sen.date? Từ ngày
---@field tu sen.date? Từ ngày
---@field to sen.date Đến ngày
---@field den sen.date Đến ngày
---@field exclusive boolean Ghi là «trước» ngày đó
---@field truoc_ngay boolean Ghi là «trước» ngày đó
---@field yearly boolean Lặp lại hằng năm
---@field hang_nam boolean Lặp lại hằng năm
---@field node sen.view.clause? Mục có mốc này
---@field muc sen.view.clause? Mục có mốc này

---@class sen.view.actor
---@field name string Tên như trong kế hoạch
---@field ten string Tên như trong kế hoạch
---@field role string Chủ trì, phối hợp, đề nghị
---@field vai_tro string Chủ trì, phối hợp, đề nghị
---@field node sen.view.clause? Mục giao việc
---@field muc sen.view.clause? Mục giao việc

---@class sen.view.goal
---@field value number Mức cần đạt
---@field gia_tri number Mức cần đạt
---@field unit string? Đơn vị tính
---@field don_vi_tinh string? Đơn vị tính
---@field direction string Ít nhất, không quá hay bằng
---@field huong string Ít nhất, không quá hay bằng
---@field year integer? Năm phải đạt
---@field nam_dat integer? Năm phải đạt
---@field node sen.view.clause? Mục đặt ra
---@field muc sen.view.clause? Mục đặt ra

---@class sen.view.value
---@field indicator string Mã chỉ tiêu
---@field chi_tieu string Mã chỉ tiêu
---@field unit string? Mã đơn vị
---@field don_vi string? Mã đơn vị
---@field period string Kỳ số liệu
---@field ky string Kỳ số liệu
---@field dimensions string? Phần tách ra, rỗng là tổng
---@field chieu string? Phần tách ra, rỗng là tổng
---@field n string? Tử số hoặc con số
---@field tu_so string? Tử số hoặc con số
---@field d string? Mẫu số
---@field mau_so string? Mẫu số
---@field value number? Giá trị; tỷ lệ tính theo phần trăm
---@field gia_tri number? Giá trị; tỷ lệ tính theo phần trăm
---@field state string Ước, sơ bộ hay chính thức
---@field trang_thai string Ước, sơ bộ hay chính thức
---@field who string? Ai ghi
---@field nguoi_ghi string? Ai ghi
---@field on sen.date? Ngày của số liệu
---@field ngay_ghi sen.date? Ngày của số liệu
---@field of sen.indicator? Chỉ tiêu mà số liệu này thuộc về
---@field cua sen.indicator? Chỉ tiêu mà số liệu này thuộc về

---@class sen.task
---@field items sen.query Các việc của nhiệm vụ
---@field viec sen.query Các việc của nhiệm vụ
---@field clauses string[] Địa chỉ các mục mà nhiệm vụ thực hiện
---@field cac_muc string[] Địa chỉ các mục mà nhiệm vụ thực hiện
---@field nodes sen.view.clause[] Các mục của kế hoạch mà nhiệm vụ thực hiện
---@field muc_ke_hoach sen.view.clause[] Các mục của kế hoạch mà nhiệm vụ thực hiện
---@field materials sen.query Tài liệu phục vụ nhiệm vụ
---@field tai_lieu sen.query Tài liệu phục vụ nhiệm vụ
---@field events sen.query Sự kiện của nhiệm vụ
---@field su_kien sen.query Sự kiện của nhiệm vụ
---@field schedules sen.query Lịch phát, lịch đăng của nhiệm vụ
---@field lich sen.query Lịch phát, lịch đăng của nhiệm vụ
---@field checklists sen.query Danh mục dùng chung phục vụ nhiệm vụ
---@field danh_muc sen.query Danh mục dùng chung phục vụ nhiệm vụ
---@field narratives sen.query Nhận xét về nhiệm vụ
---@field nhan_xet sen.query Nhận xét về nhiệm vụ

---@class sen.item
---@field of sen.task Nhiệm vụ hoặc danh mục chứa việc
---@field cua sen.task Nhiệm vụ hoặc danh mục chứa việc
---@field task sen.task? Nhiệm vụ chứa việc này
---@field nhiem_vu sen.task? Nhiệm vụ chứa việc này
---@field clauses string[] Địa chỉ các mục của nhiệm vụ chứa việc
---@field cac_muc string[] Địa chỉ các mục của nhiệm vụ chứa việc
---@field nodes sen.view.clause[] Các mục của nhiệm vụ chứa việc
---@field muc_ke_hoach sen.view.clause[] Các mục của nhiệm vụ chứa việc

---@class sen.checklist
---@field items sen.query Các việc trong danh mục
---@field viec sen.query Các việc trong danh mục

---@class sen.indicator
---@field values sen.query Số liệu đã ghi của chỉ tiêu
---@field so_lieu sen.query Số liệu đã ghi của chỉ tiêu
---@field tasks sen.query Các nhiệm vụ góp vào chỉ tiêu
---@field nhiem_vu sen.query Các nhiệm vụ góp vào chỉ tiêu
---@field items sen.query Các việc ghi số liệu cho chỉ tiêu
---@field viec sen.query Các việc ghi số liệu cho chỉ tiêu

---@class sen.material
---@field tasks sen.query Các nhiệm vụ mà tài liệu phục vụ
---@field cac_nhiem_vu sen.query Các nhiệm vụ mà tài liệu phục vụ
---@field items sen.query Các việc dùng tài liệu
---@field viec sen.query Các việc dùng tài liệu
---@field schedules sen.query Lịch phát, lịch đăng tài liệu
---@field lich sen.query Lịch phát, lịch đăng tài liệu

---@class sen.schedule
---@field tasks sen.query Các nhiệm vụ mà lịch phục vụ
---@field cac_nhiem_vu sen.query Các nhiệm vụ mà lịch phục vụ
---@field materials sen.query Các tài liệu được phát, được đăng
---@field cac_tai_lieu sen.query Các tài liệu được phát, được đăng

---@class sen.event
---@field of sen.task? Nhiệm vụ của sự kiện
---@field cua sen.task? Nhiệm vụ của sự kiện

---@class sen.body
---@field tasks sen.query Nhiệm vụ cơ quan chủ trì hoặc phối hợp
---@field nhiem_vu sen.query Nhiệm vụ cơ quan chủ trì hoặc phối hợp
---@field items sen.query Việc giao cho cơ quan
---@field viec sen.query Việc giao cho cơ quan
---@field members sen.query Thành viên thuộc cơ quan
---@field thanh_vien sen.query Thành viên thuộc cơ quan

---@class sen.legal
---@field clauses sen.view.clause[] Các mục của kế hoạch nhắc đến
---@field muc_vien_dan sen.view.clause[] Các mục của kế hoạch nhắc đến
---@field tasks sen.query Nhiệm vụ lấy văn bản làm căn cứ
---@field nhiem_vu sen.query Nhiệm vụ lấy văn bản làm căn cứ

---@class sen.narrative
---@field of sen.task? Nhiệm vụ được nói đến
---@field cua sen.task? Nhiệm vụ được nói đến

---@class sen.date
---@field year integer Năm
---@field nam_lich integer Năm
---@field month integer Tháng
---@field thang integer Tháng
---@field day integer Ngày trong tháng
---@field ngay integer Ngày trong tháng
---@field weekday integer Thứ, từ 2 (thứ Hai) đến 8 (Chủ nhật)
---@field thu integer Thứ, từ 2 (thứ Hai) đến 8 (Chủ nhật)
---@field iso string Dạng 2026-06-30
---@field said string Thứ và ngày: thứ Ba, 30/6/2026
---@field doc_la string Thứ và ngày: thứ Ba, 30/6/2026
---@field working boolean Có phải ngày làm việc không
---@field lam_viec boolean Có phải ngày làm việc không
---@field holiday string? Tên ngày nghỉ lễ, nil khi không phải
---@field ngay_le string? Tên ngày nghỉ lễ, nil khi không phải
---@field lunar string Ngày âm lịch
---@field am_lich string Ngày âm lịch

---@class sen.view.agenda
---@field late sen.query Việc quá hạn
---@field qua_han sen.query Việc quá hạn
---@field due sen.query Việc đến hạn hôm nay
---@field hom_nay sen.query Việc đến hạn hôm nay
---@field soon sen.query Việc đến hạn trong 14 ngày
---@field sap_toi sen.query Việc đến hạn trong 14 ngày

---@class sen.library
---@field log fun(...) In ra một dòng, như print
---@field ghi_lai fun(...) In ra một dòng, như print
---@field today fun(): sen.date Ngày đang xét; không dùng được trong khai báo
---@field hom_nay fun(): sen.date Ngày đang xét; không dùng được trong khai báo
---@field due fun(rule: string, of?: table): sen.date, string, table Tính một hạn: ngày cuối, câu đọc lại có thứ, và mọi ngày; T, E tính theo nhiệm vụ hoặc { tu = , den = } đưa vào
---@field han fun(rule: string, of?: table): sen.date, string, table Tính một hạn: ngày cuối, câu đọc lại có thứ, và mọi ngày; T, E tính theo nhiệm vụ hoặc { tu = , den = } đưa vào
---@field period fun(text: string): sen.date, sen.date Ngày đầu và ngày cuối của một khoảng thời gian
---@field thoi_gian fun(text: string): sen.date, sen.date Ngày đầu và ngày cuối của một khoảng thời gian
---@field date fun(text: string): sen.date Một ngày từ chữ: 30/6, 30/6/2026, 2026-06-30
---@field ngay fun(text: string): sen.date Một ngày từ chữ: 30/6, 30/6/2026, 2026-06-30
---@field workdays fun(from: string|sen.date, to: string|sen.date): integer Số ngày làm việc từ ngày này đến hết ngày kia
---@field so_ngay_lam_viec fun(from: string|sen.date, to: string|sen.date): integer Số ngày làm việc từ ngày này đến hết ngày kia
---@field output fun(spec: table) Thêm một đầu ra viết bằng Lua: id, title, suffix, render
---@field dau_ra fun(spec: table) Thêm một đầu ra viết bằng Lua: id, title, suffix, render
---@field hook fun(spec: sen.hookspec) Xen vào một bước khi xuất: hàm nhận tài liệu chỉ để đọc và trả về các khối mới
---@field xen_vao fun(spec: sen.hookspec) Xen vào một bước khi xuất: hàm nhận tài liệu chỉ để đọc và trả về các khối mới
---@field lint sen.lint Nhắc cách dùng chữ
---@field soat_chu sen.lint Nhắc cách dùng chữ
---@field require_api fun(major: integer, minor?: integer) Phiên bản API Lua nhỏ nhất mà kịch bản cần
---@field can_api fun(major: integer, minor?: integer) Phiên bản API Lua nhỏ nhất mà kịch bản cần
---@field vi sen.vi Tiếng Việt
---@field text sen.text Bài đăng
---@field lint sen.lint Nhắc chữ
---@field soat_chu sen.lint Nhắc chữ

---@class sen.vi
---@field speak fun(text: string): string Chữ để đọc thành tiếng: số, ngày, chữ viết tắt
---@field doc fun(text: string): string Chữ để đọc thành tiếng: số, ngày, chữ viết tắt
---@field expand fun(text: string): string Mở các chữ viết tắt
---@field viet_day_du fun(text: string): string Mở các chữ viết tắt
---@field unknown fun(text: string): string Những chữ máy chưa biết đọc
---@field chua_biet_doc fun(text: string): string Những chữ máy chưa biết đọc
---@field number fun(n: number): string Số viết bằng chữ
---@field so fun(n: number): string Số viết bằng chữ
---@field percent fun(n: number): string Phần trăm viết bằng chữ
---@field phan_tram fun(n: number): string Phần trăm viết bằng chữ
---@field group fun(n: integer): string Số có dấu chấm hàng nghìn
---@field nhom_so fun(n: integer): string Số có dấu chấm hàng nghìn
---@field roman fun(n: integer): string Số La Mã
---@field la_ma fun(n: integer): string Số La Mã
---@field syllables fun(text: string): integer Số âm tiết
---@field am_tiet fun(text: string): integer Số âm tiết
---@field seconds fun(text: string, rate?: integer): integer Đọc hết mấy giây
---@field so_giay fun(text: string, rate?: integer): integer Đọc hết mấy giây
---@field compare fun(a: string, b: string): integer Thứ tự từ điển: -1, 0, 1
---@field so_sanh fun(a: string, b: string): integer Thứ tự từ điển: -1, 0, 1
---@field sort_key fun(text: string): string Khóa để xếp theo từ điển
---@field khoa_xep fun(text: string): string Khóa để xếp theo từ điển
---@field fold fun(text: string): string Chữ thường, bỏ dấu
---@field bo_dau fun(text: string): string Chữ thường, bỏ dấu
---@field lower fun(text: string): string Chữ thường
---@field chu_thuong fun(text: string): string Chữ thường
---@field upper fun(text: string): string Chữ hoa
---@field chu_hoa fun(text: string): string Chữ hoa
---@field title fun(text: string): string Viết hoa đầu mỗi từ
---@field hoa_dau_tu fun(text: string): string Viết hoa đầu mỗi từ
---@field sentence fun(text: string): string Viết hoa đầu câu
---@field hoa_dau_cau fun(text: string): string Viết hoa đầu câu

---@class sen.text
---@field split fun(text: string, limit?: integer): string, integer, integer Chia bài dài thành nhiều phần
---@field chia fun(text: string, limit?: integer): string, integer, integer Chia bài dài thành nhiều phần
---@field length fun(text: string): integer Số ký tự như người đếm
---@field do_dai fun(text: string): integer Số ký tự như người đếm

---@class sen.lint
---@field term fun(spec: sen.termspec) Nhắc khi gặp một từ; chỉ là lời nhắc, không bao giờ chặn
---@field thuat_ngu fun(spec: sen.termspec) Nhắc khi gặp một từ; chỉ là lời nhắc, không bao giờ chặn

---@class sen.hookspec
---@field stage string Bước xen vào: tai_lieu, truoc_khi_xuat hoặc muc_luc
---@field buoc string Bước xen vào: tai_lieu, truoc_khi_xuat hoặc muc_luc
---@field run fun(doc: sen.view.document, m: table): any Hàm nhận tài liệu và m (don_vi, ke_hoach, tai_lieu, dau_ra); trả về nil để giữ nguyên, một danh sách khối, hoặc { truoc = …, sau = … }
---@field chay fun(doc: sen.view.document, m: table): any Hàm nhận tài liệu và m (don_vi, ke_hoach, tai_lieu, dau_ra); trả về nil để giữ nguyên, một danh sách khối, hoặc { truoc = …, sau = … }
---@field material string|string[] Chỉ cho những tài liệu này
---@field tai_lieu string|string[] Chỉ cho những tài liệu này
---@field output string|string[] Chỉ cho những đầu ra này (bước truoc_khi_xuat)
---@field dau_ra string|string[] Chỉ cho những đầu ra này (bước truoc_khi_xuat)
---@field id string Tên để gọi trong lời báo
---@field ma string Tên để gọi trong lời báo

---@class sen.termspec
---@field term string|string[] Từ cần nhắc, hoặc danh sách từ; viết ở chỗ đầu tiên
---@field thuat_ngu string|string[] Từ cần nhắc, hoặc danh sách từ; viết ở chỗ đầu tiên
---@field instead string Nên viết thế nào
---@field thay_bang string Nên viết thế nào
---@field why string Vì sao
---@field ly_do string Vì sao
---@field scope string Tìm ở đâu: content (mẫu), data (kịch bản), documents (tài liệu đã điền); bỏ trống là tất cả
---@field pham_vi string Tìm ở đâu: content (mẫu), data (kịch bản), documents (tài liệu đã điền); bỏ trống là tất cả
---@field except string|string[] Những cụm từ mà từ này đứng trong đó thì được
---@field tru_khi string|string[] Những cụm từ mà từ này đứng trong đó thì được
---@field verified string unverified: danh sách do biên tập, chưa đối chiếu
---@field doi_chieu string unverified: danh sách do biên tập, chưa đối chiếu

---@class sen.view.document
---@field title string Tiêu đề
---@field ten string Tiêu đề
---@field plain string Toàn bộ chữ, không định dạng
---@field chu string Toàn bộ chữ, không định dạng
---@field prose string Chữ đã dàn dòng để đăng
---@field van_xuoi string Chữ đã dàn dòng để đăng
---@field speech string Lời để đọc thành tiếng
---@field loi_doc string Lời để đọc thành tiếng
---@field head string Phần đầu văn bản
---@field phan_dau string Phần đầu văn bản
---@field sign string Phần ký
---@field phan_ky string Phần ký
---@field children sen.view.node[] Các khối của tài liệu
---@field cac_khoi sen.view.node[] Các khối của tài liệu
---@field kind string document
---@field loai string document

---@class sen.view.node
---@field kind string heading, paragraph, list, item, table, row, cell, text, strong, link …
---@field loai string heading, paragraph, list, item, table, row, cell, text, strong, link …
---@field children sen.view.node[] Các phần bên trong
---@field cac_khoi sen.view.node[] Các phần bên trong
---@field text string? Chữ của một đoạn chữ, đoạn mã
---@field noi_dung string? Chữ của một đoạn chữ, đoạn mã
---@field plain string Toàn bộ chữ bên trong
---@field chu string Toàn bộ chữ bên trong
---@field level integer? Cấp của đề mục
---@field cap integer? Cấp của đề mục
---@field ordered boolean Danh sách có đánh số
---@field danh_so boolean Danh sách có đánh số
---@field number integer? Số bắt đầu
---@field so_dau integer? Số bắt đầu
---@field check string? Ô đánh dấu: open hoặc done
---@field o_danh_dau string? Ô đánh dấu: open hoặc done
---@field header boolean Dòng đầu bảng
---@field dong_dau boolean Dòng đầu bảng
---@field align string? Canh lề của ô
---@field canh_le string? Canh lề của ô
---@field url string? Địa chỉ của liên kết
---@field dia_chi string? Địa chỉ của liên kết
---@field title string? Tên của liên kết
---@field ten string? Tên của liên kết
---@field classes string? Lớp của khối :::
---@field cac_lop string? Lớp của khối :::
---@field id string? Mã riêng
---@field ma string? Mã riêng
---@field language string? Ngôn ngữ của đoạn mã
---@field ngon_ngu string? Ngôn ngữ của đoạn mã
---@field origin string? Mục, việc hay số liệu mà chữ này từ đó ra
---@field nguon_goc string? Mục, việc hay số liệu mà chữ này từ đó ra
---@field line integer? Dòng trong tệp mẫu
---@field dong integer? Dòng trong tệp mẫu

---@type sen.library
sen = {}

---Kế hoạch nhập sau cùng; nil khi chưa nhập kế hoạch nào
---@type sen.view.plan?
plan = nil
---@type sen.view.plan?
ke_hoach = nil

---Các kế hoạch đang dùng
---@type sen.view.plan[]
plans = nil
---@type sen.view.plan[]
cac_ke_hoach = nil

---Các nhiệm vụ của đơn vị
---@type sen.query
tasks = nil
---@type sen.query
cac_nhiem_vu = nil

---Mọi việc trong các danh mục
---@type sen.query
items = nil
---@type sen.query
cac_viec = nil

---Các danh mục việc dùng chung
---@type sen.query
checklists = nil
---@type sen.query
cac_danh_muc = nil

---Các chỉ tiêu
---@type sen.query
indicators = nil
---@type sen.query
cac_chi_tieu = nil

---Số liệu đã ghi
---@type sen.query
values = nil
---@type sen.query
cac_so_lieu = nil

---Các tài liệu
---@type sen.query
materials = nil
---@type sen.query
cac_tai_lieu = nil

---Các lịch phát, lịch đăng
---@type sen.query
schedules = nil
---@type sen.query
cac_lich = nil

---Các sự kiện
---@type sen.query
events = nil
---@type sen.query
cac_su_kien = nil

---Các cơ quan, đầu mối
---@type sen.query
bodies = nil
---@type sen.query
cac_co_quan = nil

---Thành viên của Ban
---@type sen.query
members = nil
---@type sen.query
cac_thanh_vien = nil

---Các đoạn nhận xét, kiến nghị
---@type sen.query
narratives = nil
---@type sen.query
cac_nhan_xet = nil

---Ngày đang xét
---@type sen.date
today = nil
---@type sen.date
hom_nay = nil

---Năm đang làm
---@type integer
year = nil
---@type integer
nam_ke_hoach = nil

---Các biến của mẫu
---@type table
vars = nil
---@type table
bien = nil

---Việc quá hạn, đến hạn và sắp đến hạn
---@type sen.view.agenda
agenda = nil
---@type sen.view.agenda
viec_can_lam = nil
