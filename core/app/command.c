/* command.c - the table of commands and options. */
#include "core/app/command.h"
#include "core/base/text.h"
#include <string.h>

#define ANY ((size_t)-1)
#define NONE {NULL, NULL}
#define OPTS(...) (const OptionId[]){__VA_ARGS__, OPT_COUNT}

static const Option options[] = {
    {OPT_DIR, "dir", "thu-muc", 'C', {"THƯ_MỤC", "DIR"},
     {"không gian làm việc (mặc định: tìm ngược từ thư mục hiện tại)",
      "the workspace (default: searched upwards from the current folder)"}},
    {OPT_DATE, "date", "ngay", 0, {"NGÀY", "DATE"},
     {"coi như hôm nay là ngày này (mặc định: hôm nay)", "take this as today's date (default: today)"}},
    {OPT_YEAR, "year", "nam", 0, {"NĂM", "YEAR"},
     {"năm làm việc (mặc định: năm trong sen.lua)", "the working year (default: the one in sen.lua)"}},
    {OPT_LANG, "lang", "ngon-ngu", 0, {"vi|en", "vi|en"}, {"ngôn ngữ của thông báo", "language of the messages"}},
    {OPT_JSON, "json", NULL, 0, NONE, {"in kết quả dạng JSON", "print JSON"}},
    {OPT_QUIET, "quiet", "im-lang", 'q', NONE, {"chỉ in lỗi", "print errors only"}},
    {OPT_HELP, "help", "tro-giup", 'h', NONE, {"hướng dẫn của lệnh", "help of the command"}},
    {OPT_FOR, "for", "cho", 0, {"ĐƠN_VỊ|all", "UNIT|all"}, {"đơn vị cần làm, hoặc all (tất cả)", "the unit, or all"}},
    {OPT_UNIT, "unit", "don-vi", 0, {"TÊN", "NAME"},
     {"tên đầy đủ của đơn vị; dùng được nhiều lần", "full name of a unit; may be repeated"}},
    {OPT_DRY_RUN, "dry-run", "thu", 0, NONE, {"chỉ đọc và in kết quả, không ghi gì", "read and print, write nothing"}},
    {OPT_REVIEW, "review", "xem-lai", 0, NONE,
     {"nhập, in báo cáo đầy đủ và ghi tệp TÊN.sua.csv cạnh kế hoạch để sửa chỗ đọc sai",
      "import, print the whole report and write NAME.sua.csv beside the plan, to correct what was misread"}},
    {OPT_STRICT, "strict", "nghiem", 0, NONE, {"một lỗi bất kỳ làm cả đơn vị không đạt", "any error fails the unit"}},
    {OPT_CONFLICTS, "conflicts", "xung-dot", 0, NONE,
     {"liệt kê các trường bị nhiều lớp cùng đặt", "list the fields that several layers set"}},
    {OPT_FORMAT, "format", "dang", 0, {"ĐẦU_RA,…", "OUTPUT,…"},
     {"chỉ xuất các dạng này (html, zalo, csv …)", "only these outputs (html, zalo, csv …)"}},
    {OPT_OUT, "out", "noi-xuat", 0, {"THƯ_MỤC", "DIR"},
     {"nơi ghi kết quả (mặc định: out/ của không gian làm việc)", "where to write (default: the workspace's out/)"}},
    {OPT_JOBS, "jobs", "so-luong", 'j', {"N", "N"}, {"số tiến trình chạy song song", "number of parallel workers"}},
    {OPT_DRAFT, "draft", "du-thao", 0, NONE, {"bản dự thảo: chỗ thiếu để trống, thấy rõ",
                                              "a draft: what is missing is left visibly blank"}},
    {OPT_PUBLISH, "publish", "phat-hanh", 0, NONE,
     {"chỉ xuất khi không còn chỗ thiếu và không có lỗi", "only when nothing is missing and nothing is wrong"}},
    {OPT_VERIFY, "verify", "doi-chieu", 0, NONE,
     {"xuất lại tất cả và so từng byte với kết quả cũ", "build all again and compare every byte with the old files"}},
    {OPT_WATCH, "watch", "theo-doi", 0, NONE, {"xuất lại mỗi khi tệp thay đổi", "build again whenever a file changes"}},
    {OPT_ON, "on", "vao-ngay", 0, {"NGÀY", "DATE"},
     {"ngày làm xong hoặc ngày của số liệu", "the day it was done, or the day of the figure"}},
    {OPT_TIMES, "times", "so-lan", 0, {"N", "N"}, {"số lần đã làm", "how many times it was done"}},
    {OPT_NOTE, "note", "ghi-chu", 0, {"CHỮ", "TEXT"}, {"ghi chú", "a note"}},
    {OPT_EVIDENCE, "evidence", "minh-chung", 0, {"TỆP", "FILE"},
     {"tệp minh chứng (ghi tên và mã băm)", "a file as evidence (its name and hash are kept)"}},
    {OPT_BY, "by", "nguoi", 0, {"TÊN", "NAME"}, {"người làm", "who did it"}},
    {OPT_PERIOD, "period", "ky", 0, {"KỲ", "PERIOD"},
     {"kỳ số liệu: 2026, 2026-Q2 hoặc 2026-06", "period: 2026, 2026-Q2 or 2026-06"}},
    {OPT_STATE, "state", "tinh-trang", 0, {"uoc|so_bo|chinh_thuc", "estimate|provisional|final"},
     {"mức chắc chắn của số liệu", "how certain the figure is"}},
    {OPT_WHY, "why", "ly-do", 0, {"CHỮ", "TEXT"}, {"lý do của thay đổi", "the reason of the change"}},
    {OPT_LUA, "lua", NULL, 0, NONE, {"phần mở rộng viết bằng Lua", "a plugin in Lua"}},
    {OPT_C, "c", NULL, 0, NONE, {"phần mở rộng viết bằng C", "a plugin in C"}},
    {OPT_BUILT, "built", NULL, 0, {"DIR", "DIR"}, NONE},
    {OPT_ONCE, "once", "mot-lan", 0, NONE, {"làm một lượt rồi thôi, không chờ tiếp", "one round, then end"}},
    {OPT_MAN, "man", NULL, 0, NONE, NONE},
    {OPT_COMPLETION, "completion", NULL, 0, NONE, NONE},
    {OPT_META, "meta", NULL, 0, NONE, NONE},
    {OPT_LUACHECK, "luacheck", NULL, 0, NONE, NONE},
    {OPT_WORDS, "words", "tu-dien", 0, NONE, {"mọi từ của kịch bản, hai cách viết", "every word of the scripts, both spellings"}},
    {OPT_ACCEPT, "accept", "chap-nhan", 0, NONE,
     {"ghi kết quả vừa có làm kết quả mong đợi", "keep what came out as what is expected"}},
    {OPT_LIST, "list", "liet-ke", 0, NONE,
     {"chỉ kể những thay đổi có thể rút lại", "only list the changes that can be taken back"}},
    {OPT_TRACE, "trace", "do-tung-dong", 0, NONE,
     {"đo từng dòng của kịch bản: thời gian, bước máy, bộ nhớ, lần gọi",
      "measure the script line by line: time, steps, memory, calls"}},
    {OPT_NO_OPLIST, "no-oplist", NULL, 0, NONE, NONE},
    {OPT_LAYER, "layer", "lop", 0, {"THƯ_MỤC", "DIR"},
     {"thư mục của lớp: scripts/, content/, phien-ban.txt", "the layer's folder: scripts/, content/, version.txt"}},
    {OPT_KEY, "key", "khoa", 0, {"TÊN", "NAME"}, {"ký bằng khóa này (sen khoa-ky tao)", "sign with this key (sen key new)"}},
    {OPT_NAME, "name", "ten", 0, {"TÊN", "NAME"}, {"tên gọi", "what it is called"}},
    {OPT_HASH, "hash", "ma", 0, {"MÃ", "HASH"},
     {"mã băm của tệp, như lệnh xem đã in ra: đồng ý với đúng nội dung đó",
      "the file's hash as the show command printed it: consent to exactly that content"}},
    {OPT_NUMBER, "number", "so", 0, {"SỐ/KÝ_HIỆU", "NUMBER/SYMBOL"},
     {"số và ký hiệu văn thư đã cấp, ví dụ 15/KH-UBND", "number and symbol the records clerk gave, such as 15/KH-UBND"}},
    {OPT_FILE, "file", "tep", 0, {"TỆP", "FILE"},
     {"bản đã ký (ghi tên và mã băm)", "the signed copy (its name and hash are kept)"}},
    {OPT_REISSUE, "reissue", "ban-hanh-lai", 0, NONE,
     {"ban hành lại: làm lại tệp của tài liệu đã ban hành", "issue again: the files of an issued material may be made anew"}},
};

static const Command commands[] = {
    {"init", "tao", {"THƯ_MỤC --don-vi TÊN…", "DIR --unit NAME…"},
     {"tạo không gian làm việc cho một hay nhiều đơn vị", "make a workspace for one or more units"},
     {"Mã đơn vị là tên viết thường, không dấu, nối bằng “-”: «Phường An Hòa» thành phuong-an-hoa.",
      "The id of a unit is its name in lower case without accents: «Phường An Hòa» becomes phuong-an-hoa."},
     "sen tao cong-viec --don-vi \"Phường An Hòa\"", OPTS(OPT_UNIT), 1, 1, CMD_INIT, 0},
    {"unit", "don-vi", {"them TÊN | liet-ke", "add NAME | list"}, {"thêm hoặc liệt kê đơn vị", "add or list units"}, {"", ""},
     "sen don-vi them \"Xã Tân Quy\"", OPTS(OPT_COUNT), 1, 2, CMD_UNIT, 0},
    {"import", "nhap", {"TỆP…", "FILE…"},
     {"đọc một kế hoạch (văn bản, Word, PDF) hoặc một biểu mẫu Excel đã điền vào không gian làm việc",
      "read a plan (text, Word, PDF) or a filled-in Excel form into the workspace"},
     {"Không mất chữ nào của văn bản: điều Sen sửa khi đọc và điều còn để trống đều được kể ra."
      " Tệp TÊN.sua.csv cạnh kế hoạch được áp dụng mỗi lần nhập."
      " Biểu mẫu: ô đúng được ghi, ô sai có ghi chú trong TÊN.loi.xlsx; --nghiem thì sai một ô là không ghi gì.",
      "Nothing of the text is lost: what was repaired and what is blank is listed."
      " The file NAME.sua.csv beside the plan is applied at every import."
      " Forms: good cells are recorded, wrong ones get comments in NAME.loi.xlsx; with --strict one wrong cell refuses all."},
     "sen nhap ke-hoach-tinh.txt", OPTS(OPT_DRY_RUN, OPT_REVIEW, OPT_HASH, OPT_FOR, OPT_STRICT, OPT_BY), 1, ANY, CMD_IMPORT, 0},
    {"show", "xem", {"MỤC [MÃ]", "WHAT [ID]"},
     {"xem dữ liệu: ke-hoach nhiem-vu danh-muc chi-tieu so-lieu tai-lieu co-quan don-vi van-ban dau-ra lop hom-nay",
      "show data: plan tasks checklists indicators values materials bodies units legal outputs layers today"}, {"", ""},
     "sen xem nhiem-vu", OPTS(OPT_FOR), 1, 2, CMD_SHOW, 0},
    {"check", "soat", {"[TỆP…]", "[FILE…]"}, {"soát kịch bản, mẫu và kế hoạch; kể ra lỗi và cách sửa",
                                              "check scripts, templates and plans; list what is wrong and the remedy"},
     {"Tệp Word (.docx) được soát thể thức: theo bộ thể thức của đơn vị, hoặc theo Nghị định 30/2020/NĐ-CP.",
      "Of a Word file (.docx) the layout is checked: against the unit's own layout, or Decree 30/2020/NĐ-CP."},
     "sen soat --cho all", OPTS(OPT_FOR, OPT_STRICT, OPT_CONFLICTS), 0, ANY, CMD_CHECK, 0},
    {"build", "xuat", {"[TÀI_LIỆU…]", "[MATERIAL…]"}, {"xuất tài liệu của đơn vị vào out/", "build the unit's files into out/"},
     {"", ""},
     "sen xuat --cho all", OPTS(OPT_FOR, OPT_FORMAT, OPT_OUT, OPT_JOBS, OPT_DRAFT, OPT_PUBLISH, OPT_VERIFY, OPT_WATCH,
                                OPT_NO_OPLIST, OPT_REISSUE), 0, ANY, CMD_BUILD, 0},
    {"why", "vi-sao", {"ĐỊA_CHỈ", "ADDRESS"},
     {"một giá trị từ đâu mà có: mục của kế hoạch, tệp, dòng, lý do", "where a value comes from: clause, file, line, reason"},
         {"", ""},
     "sen vi-sao task:action-month.lead", OPTS(OPT_FOR), 1, 1, CMD_WHY, 0},
    {"tick", "xong", {"VIỆC", "ITEM"}, {"ghi một việc đã làm xong", "record that an item is done"}, {"", ""},
     "sen xong action-month/plan --vao-ngay 30/10 --minh-chung kh-12.pdf",
     OPTS(OPT_FOR, OPT_ON, OPT_TIMES, OPT_NOTE, OPT_EVIDENCE, OPT_BY), 1, 1, CMD_TICK, 0},
    {"record", "ghi", {"CHỈ_TIÊU N[/D]|PHẦN=N…", "INDICATOR N[/D]|PART=N…"}, {"ghi một số liệu", "record a figure"}, {"", ""},
     "sen ghi people-reached nam=120 nu=180 --ky 2026-Q2", OPTS(OPT_FOR, OPT_PERIOD, OPT_ON, OPT_STATE, OPT_BY), 2, ANY,
     CMD_RECORD, 0},
    {"undo", "hoan-tac", {"[N]", "[N]"}, {"rút lại N thay đổi gần nhất (mặc định 1)", "take back the last N changes (default 1)"},
     {"", ""},
     "sen hoan-tac", OPTS(OPT_LIST), 0, 1, CMD_UNDO, 0},
    {"today", "hom-nay", {"", ""}, {"việc đến hạn, quá hạn và sắp tới", "what is due, late and soon"}, {"", ""},
     "sen hom-nay --cho all", OPTS(OPT_FOR), 0, 0, CMD_TODAY, 0},
    {"watch", "theo-doi", {"", ""}, {"nhập tệp thả vào inbox/ và xuất lại khi có thay đổi",
                                     "import what is dropped into inbox/ and rebuild on change"}, {"", ""},
     "sen theo-doi", OPTS(OPT_ONCE), 0, 0, CMD_WATCH, 0},
    {"edit", "sua", {"ĐỊA_CHỈ.TRƯỜNG GIÁ_TRỊ --ly-do CHỮ", "ADDRESS.FIELD VALUE --why TEXT"},
     {"sửa một trường ở lớp của đơn vị (ghi thêm một câu vào ward.lua)",
      "change a field in the unit's layer (appends one statement to ward.lua)"}, {"", ""},
     "sen sua task:action-month.lead women --ly-do \"Phân công tại cuộc họp giao ban\"", OPTS(OPT_FOR, OPT_WHY), 2, ANY, CMD_EDIT,
     0},
    {"add", "them", {"ĐỊA_CHỈ CHỮ [TRƯỜNG=GIÁ_TRỊ…]", "ADDRESS TEXT [FIELD=VALUE…]"},
     {"thêm một việc hoặc nhiệm vụ ở lớp của đơn vị", "add an item or task in the unit's layer"}, {"", ""},
     "sen them item:action-month/toa-dam \"Tọa đàm với nam công nhân\" han=20/11", OPTS(OPT_FOR, OPT_WHY), 2, ANY, CMD_ADD, 0},
    {"remove", "bo", {"ĐỊA_CHỈ --ly-do CHỮ", "ADDRESS --why TEXT"},
     {"bỏ một việc hoặc nhiệm vụ ở lớp của đơn vị (giữ lịch sử)", "remove an item or task in the unit's layer (history is kept)"},
         {"", ""},
     "sen bo item:action-month/radio --ly-do \"Đài đang sửa\"", OPTS(OPT_FOR, OPT_WHY), 1, 1, CMD_REMOVE, 0},
    {"run", "chay", {"TỆP [THAM_SỐ…]", "FILE [ARG…]"},
     {"chạy một kịch bản Lua trên dữ liệu của đơn vị; không ghi gì", "run a Lua script against the unit's data; writes nothing"},
         {"", ""},
     "sen chay viec-tre.lua", OPTS(OPT_FOR, OPT_TRACE), 1, ANY, CMD_RUN, 1},
    {"repl", "hoi", {"", ""}, {"gõ từng câu Lua và xem kết quả", "type Lua line by line and see the result"}, {"", ""},
     "sen hoi", OPTS(OPT_FOR), 0, 0, CMD_REPL, 0},
    {"test", "kiem-thu", {"[TỆP…]", "[FILE…]"},
     {"chạy các kịch bản kiểm thử trong tests/ của không gian làm việc", "run the workspace's own tests in tests/"}, {"", ""},
     "sen kiem-thu", OPTS(OPT_FOR, OPT_ACCEPT), 0, ANY, CMD_TEST, 0},
    {"plugin", "mo-rong", {"liet-ke | tao TÊN | kiem-thu THƯ_MỤC | cho-phep THƯ_MỤC", "list | new NAME | test DIR | allow DIR"},
     {"phần mở rộng: liệt kê, tạo mới, kiểm thử, cho phép", "plugins: list, new, test, allow"}, {"", ""},
     "sen mo-rong liet-ke", OPTS(OPT_LUA, OPT_C, OPT_ACCEPT, OPT_BUILT), 1, 2, CMD_PLUGIN, 0},
    {"help", "giup", {"[CHỦ_ĐỀ]", "[TOPIC]"},
     {"hướng dẫn: một lệnh, một từ của kịch bản, hoặc mã lỗi SENnnnn",
      "help: a command, a word of the scripts, or a code SENnnnn"}, {"", ""},
     "sen giup chu_tri", OPTS(OPT_MAN, OPT_COMPLETION, OPT_META, OPT_LUACHECK, OPT_WORDS), 0, ANY, CMD_HELP, 0},
    {"doctor", "kham", {"", ""}, {"khám máy và không gian làm việc: thư viện, tường chắn, cơ sở dữ liệu",
                                  "examine the machine and the workspace: libraries, walls, database"}, {"", ""},
     "sen kham", OPTS(OPT_COUNT), 0, 0, CMD_DOCTOR, 0},
    {"backup", "sao-luu", {"TỆP", "FILE"}, {"chép an toàn cơ sở dữ liệu ra một tệp", "a safe copy of the database"}, {"", ""},
     "sen sao-luu sen-2026-11-26.db", OPTS(OPT_COUNT), 1, 1, CMD_BACKUP, 0},
    {"key", "khoa-ky", {"tao TÊN | xem [TÊN] | tin TỆP|KHÓA | bo KHÓA", "new NAME | show [NAME] | trust FILE|KEY | forget KEY"},
     {"khóa ký: làm khóa của mình, in khóa công khai, tin khóa của nơi gửi lớp",
      "signing keys: make one, print the public half, trust a sender's"},
     {"Khóa bí mật nằm trong thư mục cấu hình của tài khoản, không nằm trong không gian làm việc.",
      "The secret half stays in the account's configuration folder, never in the workspace."},
     "sen khoa-ky tin dong-thap.khoa --ten \"Sở Nội vụ\"", OPTS(OPT_NAME), 1, 2, CMD_KEY, 0},
    {"bundle", "dong-goi", {"--lop THƯ_MỤC [--khoa TÊN]", "--layer DIR [--key NAME]"},
     {"đóng một lớp (kịch bản, mẫu) thành một tệp .senlayer để gửi đi",
      "pack a layer (scripts, templates) into one .senlayer file to send"},
     {"Nơi nhận gõ: sen nhap TỆP.senlayer", "The receiver types: sen import FILE.senlayer"},
     "sen dong-goi --lop lop-tinh --khoa dong-thap", OPTS(OPT_LAYER, OPT_KEY, OPT_OUT, OPT_NAME), 0, 0, CMD_BUNDLE, 0},
    {"trust", "tin-cay", {"liet-ke | xem TỆP | cho-phep TỆP | tu-choi TỆP", "list | show FILE | allow FILE | deny FILE"},
     {"tệp từ nơi khác đến: đọc, cho phép chạy, từ chối", "files from elsewhere: read them, allow them to run, deny them"},
     {"Cho phép là cho đúng nội dung đã đọc; đổi một byte là phải hỏi lại.",
      "Consent is to exactly what was read; one changed byte asks again."},
     "sen tin-cay xem units/phuong-an-hoa/scripts/tu-tinh.lua", OPTS(OPT_HASH, OPT_BY), 1, 2, CMD_TRUST, 0},
    {"upgrade", "nang-cap", {"", ""},
     {"tiếp nhận lớp nền mới của Sen, giữ phần đơn vị đã sửa", "take up Sen's new base layer, keeping what the unit changed"},
     {"Điều ghép được thì ghép; điều trái nhau thì để lại cho sen xem-lai, từng điều một.",
      "What merges is merged; what conflicts waits in sen review, one decision each."},
     "sen nang-cap --thu", OPTS(OPT_DRY_RUN), 0, 0, CMD_UPGRADE, 0},
    {"review", "xem-lai", {"[SỐ|tat-ca [nhan|giu]]", "[ID|all [accept|reject]]"},
     {"những điều chờ đơn vị quyết: gốc, bản mới, bản của mình; nhận bản mới hay giữ bản mình",
      "what waits for the unit: base, theirs, mine; accept theirs or keep mine"}, {"", ""},
     "sen xem-lai", OPTS(OPT_WHY, OPT_FOR, OPT_ON, OPT_BY), 0, 2, CMD_REVIEW, 0},
    {"issued", "ban-hanh", {"TÀI_LIỆU --so SỐ/KÝ_HIỆU --ngay NGÀY", "MATERIAL --number NUMBER/SYMBOL --date DATE"},
     {"nhận lại số, ký hiệu và ngày ban hành văn thư đã cấp", "take back the number and day the records clerk gave"},
     {"Số và ngày được điền vào đầu văn bản và các căn cứ về sau; tệp đã ban hành được giữ nguyên từng byte. "
      "Rút lại: sen hoan-tac",
      "Number and day are filled in, here and in later legal bases; the issued files are kept byte for byte. To take it back: "
      "sen undo"},
     "sen ban-hanh ward-plan --so 15/KH-UBND --ngay 12/02/2026", OPTS(OPT_FOR, OPT_NUMBER, OPT_ON, OPT_FILE, OPT_REISSUE, OPT_BY),
     1, 1, CMD_ISSUED, 0},
};

static const OptionId common[] = {OPT_DIR, OPT_DATE, OPT_YEAR, OPT_LANG, OPT_JSON, OPT_QUIET, OPT_HELP};

const Command *command_all(size_t *n)
{
    *n = sizeof commands / sizeof *commands;
    return commands;
}

const Command *command_find(const char *name)
{
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        if (text_same_folded(name, commands[i].en) || text_same_folded(name, commands[i].vi)) return &commands[i];
    return NULL;
}

const char *command_nearest(const char *name)
{
    const char *names[2 * sizeof commands / sizeof *commands];
    size_t n = 0;
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
        names[n++] = commands[i].en;
        names[n++] = commands[i].vi;
    }
    return text_nearest(name, names, n);
}

const Option *option_of(OptionId id)
{
    for (size_t i = 0; i < sizeof options / sizeof *options; i++)
        if (options[i].id == id) return &options[i];
    return NULL;
}

const Option *option_find(const char *name, size_t n)
{
    Buf typed = {0};
    const Option *found = NULL;
    text_fold(name, n, &typed);
    for (size_t i = 0; i < sizeof options / sizeof *options && !found; i++)
        if (text_same_folded(buf_text(&typed), options[i].en) ||
            (options[i].vi && text_same_folded(buf_text(&typed), options[i].vi))) found = &options[i];
    buf_free(&typed);
    return found;
}

const Option *option_find_letter(char c)
{
    for (size_t i = 0; i < sizeof options / sizeof *options; i++)
        if (options[i].letter == c) return &options[i];
    return NULL;
}

const char *option_nearest(const char *name)
{
    const char *names[2 * sizeof options / sizeof *options];
    size_t n = 0;
    for (size_t i = 0; i < sizeof options / sizeof *options; i++) {
        if (!options[i].help[0]) continue;
        names[n++] = options[i].en;
        if (options[i].vi) names[n++] = options[i].vi;
    }
    return text_nearest(name, names, n);
}

int option_is_common(OptionId id)
{
    for (size_t i = 0; i < sizeof common / sizeof *common; i++)
        if (common[i] == id) return 1;
    return 0;
}

int command_takes(const Command *c, OptionId id)
{
    if (option_is_common(id)) return 1;
    for (const OptionId *o = c->options; *o != OPT_COUNT; o++)
        if (*o == id) return 1;
    return 0;
}
