/* name.c - look-ups in the second half of the bilingual table; the data stand in names.def. */
#include "core/model/name.h"
#include "core/base/text.h"
#include <string.h>

static const Name names[] = {
#define N(place, en, vi, read, type, help_vi, help_en, ex_vi, ex_en) \
    {PLACE_##place, en, vi, read, type, help_vi, help_en, ex_vi, ex_en},
#include "core/model/names.def"
#undef N
};

enum { COUNT = sizeof names / sizeof *names };

/* Where a place begins in the table: its names stand together. */
static const Name *first_of(Place p, size_t *n)
{
    size_t i = 0;
    while (i < COUNT && names[i].place != p) i++;
    for (*n = 0; i + *n < COUNT && names[i + *n].place == p;) ++*n;
    return &names[i];
}

const Name *name_all(size_t *n)
{
    *n = COUNT;
    return names;
}

static int is(const char *word, const char *s, size_t n) { return *word == *s && !strncmp(word, s, n) && !word[n]; }

const Name *name_find(Place p, const char *s, size_t n)
{
    size_t count;
    const Name *v = first_of(p, &count);
    if (!n) return NULL;
    for (size_t i = 0; i < count; i++)
        if (is(v[i].en, s, n) || is(v[i].vi, s, n)) return &v[i];
    return NULL;
}

const char *name_near(Place p, const char *s)
{
    const char *all[128];
    size_t count, n = 0;
    const Name *v = first_of(p, &count);
    for (size_t i = 0; i < count && n + 2 <= sizeof all / sizeof *all; i++) {
        all[n++] = v[i].en;
        all[n++] = v[i].vi;
    }
    return text_nearest(s, all, n);
}

static const char *const titles[PLACES][2] = {
    [PLACE_ROOT] = {"giá trị có sẵn khi chạy", "a value of a run"},
    [PLACE_QUERY] = {"phương thức của danh sách", "a method of lists"},
    [PLACE_TEST] = {"phép so trong loc { … }", "a test inside where { … }"},
    [PLACE_PLAN] = {"trường của kế hoạch", "a field of the plan"},
    [PLACE_CLAUSE] = {"trường của một mục", "a field of a clause"},
    [PLACE_REFERENCE] = {"trường của một viện dẫn", "a field of a reference"},
    [PLACE_SPAN] = {"trường của một mốc thời gian", "a field of a date of the plan"},
    [PLACE_ACTOR] = {"trường của một nơi làm", "a field of an actor"},
    [PLACE_GOAL] = {"trường của một mức cần đạt", "a field of a target of the plan"},
    [PLACE_VALUE] = {"trường của một số liệu", "a field of a figure"},
    [PLACE_TASK] = {"từ nhiệm vụ đi tới", "from a task to"},
    [PLACE_ITEM] = {"từ việc đi tới", "from an item to"},
    [PLACE_CHECKLIST] = {"từ danh mục đi tới", "from a checklist to"},
    [PLACE_INDICATOR] = {"từ chỉ tiêu đi tới", "from an indicator to"},
    [PLACE_MATERIAL] = {"từ tài liệu đi tới", "from a material to"},
    [PLACE_SCHEDULE] = {"từ lịch đi tới", "from a schedule to"},
    [PLACE_EVENT] = {"từ sự kiện đi tới", "from an event to"},
    [PLACE_BODY] = {"từ cơ quan đi tới", "from a body to"},
    [PLACE_LEGAL] = {"từ văn bản đi tới", "from a legal reference to"},
    [PLACE_NARRATIVE] = {"từ nhận xét đi tới", "from a narrative to"},
    [PLACE_ANY] = {"trường của mọi thứ đã khai báo", "a field of everything declared"},
    [PLACE_DATE] = {"trường của một ngày", "a field of a date"},
    [PLACE_AGENDA] = {"trường của việc cần làm", "a field of the agenda"},
    [PLACE_SEN] = {"hàm của Sen", "a function of Sen"},
    [PLACE_VI] = {"hàm về tiếng Việt", "a function for Vietnamese"},
    [PLACE_POST] = {"hàm về bài đăng", "a function for posts"},
    [PLACE_LINT] = {"hàm nhắc chữ", "a function of advice about words"},
    [PLACE_HOOK] = {"trường của sen.xen_vao { … }", "a field of sen.hook { … }"},
    [PLACE_TERM] = {"trường của sen.soat_chu.thuat_ngu { … }", "a field of sen.lint.term { … }"},
    [PLACE_DOC] = {"trường của tài liệu", "a field of a document"},
    [PLACE_NODE] = {"trường của một khối tài liệu", "a field of a document node"},
    [PLACE_FILTER] = {"bộ lọc trong mẫu", "a filter of templates"},
};

/* By Lang. Objects are shown by a name a script would give them. */
static const char *const prefixes[PLACES][2] = {
    [PLACE_ROOT] = {"", ""}, [PLACE_QUERY] = {"ds:", "list:"}, [PLACE_TEST] = {"", ""},
    [PLACE_PLAN] = {"ke_hoach.", "plan."}, [PLACE_CLAUSE] = {"muc.", "clause."}, [PLACE_REFERENCE] = {"vien_dan.", "reference."},
    [PLACE_SPAN] = {"moc.", "span."}, [PLACE_ACTOR] = {"noi_lam.", "actor."}, [PLACE_GOAL] = {"muc_tieu.", "target."},
    [PLACE_VALUE] = {"so_lieu.", "value."}, [PLACE_TASK] = {"nhiem_vu.", "task."}, [PLACE_ITEM] = {"viec.", "item."},
    [PLACE_CHECKLIST] = {"danh_muc.", "checklist."}, [PLACE_INDICATOR] = {"chi_tieu.", "indicator."},
    [PLACE_MATERIAL] = {"tai_lieu.", "material."}, [PLACE_SCHEDULE] = {"lich.", "schedule."},
    [PLACE_EVENT] = {"su_kien.", "event."}, [PLACE_BODY] = {"co_quan.", "body."}, [PLACE_LEGAL] = {"van_ban.", "legal."},
    [PLACE_NARRATIVE] = {"nhan_xet.", "narrative."}, [PLACE_ANY] = {"x.", "x."}, [PLACE_DATE] = {"ngay.", "date."},
    [PLACE_AGENDA] = {"viec_can_lam.", "agenda."}, [PLACE_SEN] = {"sen.", "sen."}, [PLACE_VI] = {"sen.vi.", "sen.vi."},
    [PLACE_POST] = {"sen.text.", "sen.text."}, [PLACE_LINT] = {"sen.soat_chu.", "sen.lint."},
    [PLACE_HOOK] = {"", ""}, [PLACE_TERM] = {"", ""}, [PLACE_DOC] = {"doc.", "doc."}, [PLACE_NODE] = {"khoi.", "node."},
    [PLACE_FILTER] = {"| ", "| "},
};

const char *name_place_title(Place p, Lang lang) { return titles[p][lang == LANG_EN]; }
const char *name_place_prefix(Place p, Lang lang) { return prefixes[p][lang == LANG_EN]; }
