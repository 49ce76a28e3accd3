/* taking_words.c - sentences about changes of layers; must not decide anything. */
#include "core/app/taking_words.h"
#include "core/base/text.h"
#include <string.h>

static const char *in(Lang lang, const char *vi, const char *en) { return lang == LANG_EN ? en : vi; }

const char *taking_words_head(ChangeKind k, Lang lang)
{
    switch (k) {
    case CHANGE_NEW: return in(lang, "Lớp dưới thêm %zu mục:\n", "The layer adds %zu:\n");
    case CHANGE_GONE: return in(lang, "Lớp dưới bỏ %zu mục:\n", "The layer drops %zu:\n");
    case CHANGE_VALUE: return in(lang, "Lớp dưới đổi %zu chỗ mà ở đây không ai đụng tới:\n",
        "The layer changes %zu that nobody here touched:\n");
    case CHANGE_MERGED: return in(lang, "Đã ghép %zu danh sách: giữ cả phần mới và phần của đơn vị:\n",
        "%zu lists merged, both sides kept:\n");
    default: return in(lang, "Lớp dưới nay đã ghi đúng như đơn vị, %zu câu không cần nữa (chuyển thành chú thích):\n",
                       "The layer now says what the unit said, %zu statements are not needed (made comments):\n");
    }
}

/* One line, at most 90 bytes of it. */
static void put_short(const char *s, Buf *out)
{
    Buf line = {0};
    for (; *s; s++) {
        if (*s == '\n' || *s == '\r') buf_puts(&line, s[1] ? " / " : "");
        else buf_putc(&line, *s);
    }
    text_show(buf_text(&line), 90, out);
    buf_free(&line);
}

static void put_value(const char *s, Lang lang, Buf *out)
{
    if (!s) {
        buf_puts(out, in(lang, "(để trống)", "(blank)"));
        return;
    }
    buf_puts(out, "«");
    put_short(s, out);
    buf_puts(out, "»");
}

void taking_words_three(const char *base, const char *theirs, const char *mine, Lang lang, Buf *out)
{
    buf_puts(out, in(lang, "gốc ", "base "));
    put_value(base, lang, out);
    buf_puts(out, in(lang, " · bản mới ", " · theirs "));
    put_value(theirs, lang, out);
    buf_puts(out, in(lang, " · của đơn vị ", " · mine "));
    put_value(mine, lang, out);
}

void taking_words_line(const Change *x, Lang lang, Buf *out)
{
    if (*x->unit) buf_printf(out, "%s: ", x->unit);
    buf_printf(out, "%s%s%s", x->address, x->field ? "." : "", x->field ? x->field : "");
    if (x->kind == CHANGE_NEW || x->kind == CHANGE_GONE) {
        buf_putc(out, ' ');
        put_value(x->kind == CHANGE_NEW ? x->theirs : x->base, lang, out);
    } else if (x->kind == CHANGE_VALUE) {
        buf_puts(out, ": ");
        put_value(x->base, lang, out);
        buf_puts(out, " → ");
        put_value(x->theirs, lang, out);
    } else if (x->kind == CHANGE_SAME) {
        if (x->file) buf_printf(out, " (%s:%d)", x->file, x->line);
    } else {
        buf_puts(out, ": ");
        taking_words_three(x->base, x->theirs, x->mine, lang, out);
    }
}

const char *taking_words_kind(const char *kind, Lang lang)
{
    static const struct { const char *kind, *vi, *en; } words[] = {
        {"field", "hai bên cùng đổi một trường", "both changed one field"},
        {"refused", "câu của đơn vị không còn áp dụng được", "the unit's statement does not hold any more"},
        {"lost", "mục mà đơn vị sửa không còn ở lớp dưới", "what the unit changed is gone below"},
        {"removed", "lớp dưới đổi mục mà đơn vị đã bỏ", "the layer changed what the unit removed"},
        {"twin", "mục riêng của đơn vị trùng mã với mục mới", "the unit's own thing has the id of a new one"},
        {"block", "hai bên cùng sửa một đoạn của mẫu", "both changed a passage of a template"},
        {"word-text", "sửa chữ trong Word", "text changed in Word"},
        {"word-field", "sửa giá trị trong Word", "value changed in Word"},
        {"word-vars", "sửa phần đầu của mẫu trong Word", "front matter changed in Word"},
        {"word-added", "thêm trong Word", "added in Word"},
        {"word-deleted", "xóa trong Word", "deleted in Word"},
        {"word-moved", "chuyển chỗ trong Word", "moved in Word"},
        {"word-fixed", "sửa trong Word nhưng không đổi được ở đây", "changed in Word, cannot be changed here"},
        {"word-tick", "đánh dấu trong Word", "ticked in Word"},
        {"word-note", "lời bình trong Word", "comment in Word"},
        {"file", "mẫu riêng của đơn vị trùng tên với mẫu mới", "the unit's own template has the name of a new one"},
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (!strcmp(words[i].kind, kind)) return in(lang, words[i].vi, words[i].en);
    return kind;
}
