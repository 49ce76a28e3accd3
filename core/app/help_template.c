/* help_template.c - `sen help template`: holes, control lines, names and filters of templates on one page. */
#include "core/app/help.h"
#include "core/base/text.h"

static const char page_vi[] =
    "Mẫu (content/*.md): Markdown có chỗ điền và dòng lệnh.\n\n"
    "  {{ unit.name }}                       điền một giá trị; giá trị luôn là chữ, không bao giờ thành định dạng\n"
    "  {{ t.due_on | date(\"long\") }}         đưa qua bộ lọc\n"
    "  {% for t in tasks %} … {% else %} … {% end %}      lặp; {% else %} khi danh sách rỗng\n"
    "  {% if unit.kind == \"xa\" %} … {% elseif … %} … {% else %} … {% end %}\n"
    "  {% include \"phrases/signature.md\" %}  chèn một tệp khác trong content/\n"
    "  {# ghi chú, không in ra #}\n\n"
    "Tên dùng được: unit plan tasks checklists indicators values materials events legal today year vars\n"
    "  vars là các dòng giữa hai dòng --- ở đầu mẫu; trong vòng lặp có loop.index loop.first loop.last loop.count\n\n"
    "Bộ lọc:\n"
    "  date(\"d/m/y\") date(\"long\")   ngày: 05/12/2026, ngày 05 tháng 12 năm 2026\n"
    "  number(1) percent(1) money     số: 1.234,5 · 25,6% · 1.500.000 đồng\n"
    "  upper lower title spell roman  chữ hoa, chữ thường, Viết Hoa, số thành chữ, số La Mã\n"
    "  default(\"chưa có\")            thay cho giá trị còn thiếu\n"
    "  join(\", \") count              nối danh sách, đếm\n"
    "  markdown                       đọc giá trị như Markdown (đứng cuối)\n\n"
    "Soát một mẫu: sen soat content/ten-mau.md    Xuất thử: sen xuat TÀI_LIỆU --du-thao\n";

static const char page_en[] =
    "Templates (content/*.md): Markdown with holes and control lines.\n\n"
    "  {{ unit.name }}                       a value; it is always text, never markup\n"
    "  {{ t.due_on | date(\"long\") }}         through a filter\n"
    "  {% for t in tasks %} … {% else %} … {% end %}      a loop; {% else %} when the list is empty\n"
    "  {% if unit.kind == \"xa\" %} … {% elseif … %} … {% else %} … {% end %}\n"
    "  {% include \"phrases/signature.md\" %}  another file of content/\n"
    "  {# a comment, not printed #}\n\n"
    "Names: unit plan tasks checklists indicators values materials events legal today year vars\n"
    "  vars are the lines between the two --- at the top; in a loop: loop.index loop.first loop.last loop.count\n\n"
    "Filters: date(\"d/m/y\") date(\"long\") number(1) percent(1) money upper lower title spell roman\n"
    "  default(\"…\") join(\", \") count markdown (last)\n\n"
    "Check a template: sen check content/name.md    Try it: sen build MATERIAL --draft\n";

int help_template(Cli *c, const char *topic)
{
    static const char *const topics[] = {"template", "templates", "mau", "mẫu", "filter", "filters", "bo loc", "cho dien", "hole",
                                         "holes",
                                         "include", "loop", "percent", "number", "money", "upper", "lower", "spell", "roman",
                                         "default", "join", "markdown", "vars"};
    for (size_t i = 0; i < sizeof topics / sizeof *topics; i++) {
        if (!text_same_folded(topic, topics[i])) continue;
        buf_puts(&c->out, cli_word(c, page_vi, page_en));
        return 1;
    }
    return 0;
}
