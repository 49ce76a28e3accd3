/* layout_type.c - the types of official documents, their titles and abbreviations (Decree 30, Phụ lục III). */
#include "core/press/layout_inside.h"
#include <string.h>

static const LayType TYPES[] = {
    {"NQ", "NGHỊ QUYẾT", "nghi quyet"}, {"QĐ", "QUYẾT ĐỊNH", "quyet dinh"}, {"CT", "CHỈ THỊ", "chi thi"},
    {"QC", "QUY CHẾ", "quy che"}, {"QyĐ", "QUY ĐỊNH", "quy dinh"}, {"TC", "THÔNG CÁO", "thong cao"},
    {"TB", "THÔNG BÁO", "thong bao"}, {"HD", "HƯỚNG DẪN", "huong dan"}, {"CTr", "CHƯƠNG TRÌNH", "chuong trinh"},
    {"KH", "KẾ HOẠCH", "ke hoach"}, {"PA", "PHƯƠNG ÁN", "phuong an"}, {"ĐA", "ĐỀ ÁN", "de an"}, {"DA", "DỰ ÁN", "du an"},
    {"BC", "BÁO CÁO", "bao cao"}, {"BB", "BIÊN BẢN", "bien ban"}, {"TTr", "TỜ TRÌNH", "to trinh"}, {"HĐ", "HỢP ĐỒNG", "hop dong"},
    {"CĐ", "CÔNG ĐIỆN", "cong dien"}, {"BGN", "BẢN GHI NHỚ", "ban ghi nho"}, {"BTT", "BẢN THỎA THUẬN", "ban thoa thuan"},
    {"GUQ", "GIẤY ỦY QUYỀN", "giay uy quyen"}, {"GM", "GIẤY MỜI", "giay moi"}, {"GGT", "GIẤY GIỚI THIỆU", "giay gioi thieu"},
    {"GNP", "GIẤY NGHỈ PHÉP", "giay nghi phep"}, {"PG", "PHIẾU GỬI", "phieu gui"}, {"PC", "PHIẾU CHUYỂN", "phieu chuyen"},
    {"PB", "PHIẾU BÁO", "phieu bao"},
};

const LayType *layout_type_of(const char *fold)
{
    for (size_t i = 0; i < sizeof TYPES / sizeof *TYPES; i++)
        if (!strcmp(fold, TYPES[i].fold)) return &TYPES[i];
    return NULL;
}

const LayType *layout_type_symbol(Str symbol)
{
    for (size_t i = 0; i < sizeof TYPES / sizeof *TYPES; i++)
        if (str_is(symbol, TYPES[i].symbol)) return &TYPES[i];
    return NULL;
}
