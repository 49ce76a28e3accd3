/* facts.c - what the options say of an official document: type, number, who issues, who signs; knows no page. */
#include "plugins/common/official/inside.h"
#include "plugins/common/writer.h"
#include <stdio.h>

/* Appendix III of the Decree; a công văn has no name of its type. */
static const OfficialType types[] = {
    {"KH", "KH", "KẾ HOẠCH"}, {"BC", "BC", "BÁO CÁO"}, {"CV", "CV", ""}, {"TB", "TB", "THÔNG BÁO"}, {"TTr", "TTR", "TỜ TRÌNH"},
    {"QĐ", "QD", "QUYẾT ĐỊNH"}, {"GM", "GM", "GIẤY MỜI"}, {"BB", "BB", "BIÊN BẢN"}, {"NQ", "NQ", "NGHỊ QUYẾT"},
    {"CT", "CT", "CHỈ THỊ"}, {"QC", "QC", "QUY CHẾ"}, {"QyĐ", "QYD", "QUY ĐỊNH"}, {"TC", "TC", "THÔNG CÁO"},
    {"HD", "HD", "HƯỚNG DẪN"}, {"CTr", "CTR", "CHƯƠNG TRÌNH"}, {"PA", "PA", "PHƯƠNG ÁN"}, {"ĐA", "DDA", "ĐỀ ÁN"},
    {"DA", "DA", "DỰ ÁN"}, {"HĐ", "HD", "HỢP ĐỒNG"}, {"CĐ", "CD", "CÔNG ĐIỆN"}, {"BGN", "BGN", "BẢN GHI NHỚ"},
    {"BTT", "BTT", "BẢN THỎA THUẬN"}, {"GUQ", "GUQ", "GIẤY ỦY QUYỀN"}, {"GGT", "GGT", "GIẤY GIỚI THIỆU"},
    {"GNP", "GNP", "GIẤY NGHỈ PHÉP"}, {"PG", "PG", "PHIẾU GỬI"}, {"PC", "PC", "PHIẾU CHUYỂN"}, {"PB", "PB", "PHIẾU BÁO"},
};

static SenText fact(const SenHost *h, const SenOptions *o, const char *english, const char *vietnamese)
{
    SenText t = letters_trim(sentext_option(h, o, english));
    return t.n || !vietnamese ? t : letters_trim(sentext_option(h, o, vietnamese));
}

static const OfficialType *find_type(Memory *m, SenText name)
{
    SenText plain = letters_upper(m, name);
    size_t n = sizeof types / sizeof *types;
    for (size_t i = 0; i < n; i++)
        if (sentext_is(name, types[i].symbol)) return &types[i];
    for (size_t i = 0; i < n; i++)
        if (sentext_is(plain, types[i].plain) || letters_same(name, types[i].name) || letters_same(name, types[i].symbol))
            return &types[i];
    return letters_same(name, "công văn") ? &types[2] : NULL;
}

static void read_type(Memory *m, const SenHost *h, const SenOptions *o, Facts *f)
{
    SenText name = fact(h, o, "official", "loai_van_ban");
    f->type = name.n && name.n < 60 ? find_type(m, name) : NULL;
    if (!name.n || f->type) return;
    char say[400];
    int n = snprintf(say, sizeof say, "không có loại văn bản «%.*s»; ghi một trong các chữ KH, BC, CV, TB, TTr, QĐ, GM, BB "
                     "(hoặc chữ viết tắt khác của Phụ lục III Nghị định 30/2020/NĐ-CP)", (int)(name.n < 60 ? name.n : 60),
                         name.p);
    h->log(h, SEN_LOG_WARNING, (SenText){say, (size_t)n});
}

static int has_council(SenText kind)
{
    static const char *const kinds[] = {"phuong", "xa", "dac-khu", "thi-tran", "huyen", "tinh", "thanh-pho", "phường", "xã",
                                        "đặc khu", "thị trấn", "huyện", "tỉnh", "thành phố"};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (sentext_is(kind, kinds[i])) return 1;
    return 0;
}

/* A Board, a Council for coordination and the like stands under the People's Committee of its unit. */
static int is_board(SenText name)
{
    SenText first = {name.p, name.n < 4 ? name.n : 4}, council = {name.p, name.n < 14 ? name.n : 14};
    return letters_same(first, "ban ") || letters_same(council, "hội đồng ") || letters_begin(name, "Hội đồng ") ||
           letters_begin(name, "HỘI ĐỒNG ");
}

static void read_issuer(Memory *m, const SenHost *h, const SenOptions *o, Facts *f)
{
    f->issuer = fact(h, o, "issuer", "co_quan_ban_hanh");
    f->superior = fact(h, o, "superior", "co_quan_chu_quan");
    if (!f->issuer.n) f->issuer = fact(h, o, "unit.issuer", NULL);
    if (!f->superior.n) f->superior = fact(h, o, "unit.superior", NULL);
    SenText committee = letters_join(m, SEN_STR("Ủy ban nhân dân"), "\n", f->unit_name);
    f->own_issuer = f->issuer.n && !letters_same(f->issuer, "Ủy ban nhân dân");
    if (f->council && !f->own_issuer) {
        f->issuer = letters_join(m, SEN_STR("Ủy ban nhân dân"), "\n", f->unit_name);     /* one name, two lines */
        f->superior = SEN_STR("");
    } else if (!f->issuer.n) {
        f->issuer = f->unit_name;
    }
    if (f->council && f->own_issuer && !f->superior.n && is_board(f->issuer)) f->superior = committee;
    f->issuer = letters_upper(m, f->issuer);
    f->superior = letters_upper(m, f->superior);
}

/* What follows the type in the symbol: "UBND" of "KH-UBND". */
static SenText organ_of(SenText symbol)
{
    for (size_t i = 0; i < symbol.n; i++)
        if (symbol.p[i] == '-') return (SenText){symbol.p + i + 1, symbol.n - i - 1};
    return symbol;
}

static void read_symbol(Memory *m, const SenHost *h, const SenOptions *o, Facts *f)
{
    f->symbol = fact(h, o, "symbol", "ky_hieu");
    f->drafter = fact(h, o, "drafter", "don_vi_soan");
    f->number = fact(h, o, "number", "so");
    if (f->symbol.n || !f->type) return;
    SenText organ = organ_of(fact(h, o, "unit.symbol", NULL));
    if (!organ.n) organ = f->own_issuer || !f->council ? SEN_STR("…") : SEN_STR("UBND");
    SenText type = {f->type->symbol, strlen(f->type->symbol)};
    if (f->type->name[0]) f->symbol = letters_join(m, type, "-", organ);
    else f->symbol = f->drafter.n ? letters_join(m, organ, "-", f->drafter) : organ;
}

void facts_read(Memory *m, const SenHost *h, const SenOptions *o, Facts *f)
{
    memset(f, 0, sizeof *f);
    read_type(m, h, o, f);
    f->unit_name = fact(h, o, "unit.name", NULL);
    f->unit_kind = fact(h, o, "unit.kind", NULL);
    f->council = has_council(f->unit_kind);
    f->title = fact(h, o, "title", NULL);
    f->subject = fact(h, o, "subject", "trich_yeu");
    f->issued = fact(h, o, "issued", "ngay_ban_hanh");
    f->year = fact(h, o, "year", "nam");
    f->place = fact(h, o, "place", "dia_danh");
    if (!f->place.n) f->place = fact(h, o, "unit.place", NULL);
    f->to = fact(h, o, "to", "kinh_gui");
    f->decider = fact(h, o, "decider", "tham_quyen");
    read_issuer(m, h, o, f);
    read_symbol(m, h, o, f);
    f->authority = fact(h, o, "authority", "quyen_han");
    f->signer_title = fact(h, o, "signer_title", "chuc_vu");
    f->signer_name = fact(h, o, "signer_name", "ho_ten");
    if (!f->signer_title.n && !f->signer_name.n) {      /* another signer is named whole, never mixed with the unit's */
        if (!f->authority.n) f->authority = fact(h, o, "unit.signer.authority", NULL);
        f->signer_title = fact(h, o, "unit.signer.title", NULL);
        f->signer_name = fact(h, o, "unit.signer.name", NULL);
    }
}

int facts_next_piece(SenText all, size_t *at, SenText *piece)
{
    while (*at < all.n) {
        size_t from = *at, end = from;
        while (end < all.n && all.p[end] != ';' && all.p[end] != '\n') end++;
        *at = end + 1;
        *piece = letters_trim((SenText){all.p + from, end - from});
        if (piece->n) return 1;
    }
    return 0;
}

/* --- number and date --- */

static int read_int(SenText t, size_t *at)
{
    int v = -1;
    while (*at < t.n && t.p[*at] >= '0' && t.p[*at] <= '9' && v < 100000) v = (v < 0 ? 0 : v) * 10 + (t.p[(*at)++] - '0');
    return v;
}

/* "12/02/2026" or "2026-02-12": 1 and the three numbers. */
static int read_date(SenText t, int *day, int *month, int *year)
{
    size_t at = 0;
    int a = read_int(t, &at);
    char first = at < t.n ? t.p[at++] : 0;
    int b = read_int(t, &at);
    char second = at < t.n ? t.p[at++] : 0;
    int c = read_int(t, &at);
    if (at != t.n || first != second || (first != '/' && first != '-' && first != '.')) return 0;
    *day = a > 31 ? c : a;
    *month = b;
    *year = a > 31 ? a : c;
    return *day >= 1 && *day <= 31 && *month >= 1 && *month <= 12 && *year >= 1900 && *year <= 9999;
}

SenText facts_date_text(Memory *m, const Facts *f)
{
    int day, month, year, n;
    char text[120];
    if (read_date(f->issued, &day, &month, &year))      /* a zero before days under 10 and before the months 1 and 2 only */
        n = snprintf(text, sizeof text, month < 3 ? "ngày %02d tháng %02d năm %d" : "ngày %02d tháng %d năm %d", day, month,
            year);
    else if (f->issued.n)
        return f->issued;
    else
        n = snprintf(text, sizeof text, "ngày       tháng       năm %.*s", (int)(f->year.n < 8 ? f->year.n : 8), f->year.p);
    return memory_text(m, text, (size_t)n);
}

SenText facts_number_text(Memory *m, const Facts *f)
{
    SenText number = f->number;
    size_t at = 0;
    int v = read_int(number, &at);
    char two[16];
    if (v >= 0 && v < 10 && at == number.n) {
        int n = snprintf(two, sizeof two, "%02d", v);
        number = memory_text(m, two, (size_t)n);
    }
    for (size_t i = 0; i < number.n; i++)
        if (number.p[i] == '/') return letters_join(m, SEN_STR("Số"), ": ", number);     /* the whole «15/KH-UBND» */
    SenText front = letters_join(m, SEN_STR("Số"), ": ", number.n ? number : SEN_STR("       "));
    return letters_join(m, front, "/", f->symbol);
}
