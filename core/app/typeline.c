/* typeline.c - a small line editor: keys in, a line out; redraws one row, by characters as a person counts them. */
#include "core/app/typeline.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>
#include "core/app/grid.h"
#include "core/base/mem.h"
#include "core/base/text.h"

enum { HISTORY = 200, LINE_MOST = 64 * 1024 };
enum { KEY_UP = 1000, KEY_DOWN, KEY_LEFT, KEY_RIGHT, KEY_HOME, KEY_END, KEY_DELETE, KEY_NONE };

struct Typeline {
    TypelineComplete complete;
    void *self;
    int talks;
    char *plain;                           /* getline's */
    size_t plain_cap;
    Buf line;
    size_t at;                             /* the cursor, in bytes */
    char *history[HISTORY];
    int n_history, seen;                   /* seen: the entry shown, n_history = the line being typed */
    struct termios before;                 /* how the terminal was, to be given back so */
};

/* Keys come one by one from here to typeline_free, also those typed while a line is computed: given back in between, the
   terminal would take a Ctrl-D typed there for itself. Output keeps its line ends. */
static int take_terminal(Typeline *t)
{
    if (tcgetattr(0, &t->before)) return -1;
    struct termios raw = t->before;
    raw.c_lflag &= ~(tcflag_t)(ICANON | ECHO | ISIG | IEXTEN);
    raw.c_iflag &= ~(tcflag_t)(IXON | ICRNL);
    raw.c_cc[VMIN] = 1;
    raw.c_cc[VTIME] = 0;
    return tcsetattr(0, TCSADRAIN, &raw);
}

Typeline *typeline_new(TypelineComplete complete, void *self)
{
    Typeline *t = mem_alloc(sizeof *t);
    t->complete = complete;
    t->self = self;
    t->talks = isatty(0) && isatty(1) && take_terminal(t) == 0;
    return t;
}

void typeline_free(Typeline *t)
{
    if (!t) return;
    if (t->talks) tcsetattr(0, TCSADRAIN, &t->before);
    for (int i = 0; i < t->n_history; i++) free(t->history[i]);
    free(t->plain);
    buf_free(&t->line);
    free(t);
}

int typeline_talks(const Typeline *t) { return t->talks; }

static void put(const char *p, size_t n)
{
    while (n) {
        ssize_t k = write(1, p, n);
        if (k < 0 && errno == EINTR) continue;
        if (k <= 0) return;
        p += k;
        n -= (size_t)k;
    }
}

/* --- the line --- */

static void set_line(Typeline *t, const char *s)
{
    buf_clear(&t->line);
    buf_puts(&t->line, s);
    t->at = t->line.n;
}

static void insert(Typeline *t, const char *p, size_t n)
{
    if (t->line.n + n > LINE_MOST) return;
    Buf b = {0};
    buf_add(&b, buf_text(&t->line), t->at);
    buf_add(&b, p, n);
    buf_add(&b, buf_text(&t->line) + t->at, t->line.n - t->at);
    buf_free(&t->line);
    t->line = b;
    t->at += n;
}

static void cut(Typeline *t, size_t from, size_t to)
{
    Buf b = {0};
    buf_add(&b, buf_text(&t->line), from);
    buf_add(&b, buf_text(&t->line) + to, t->line.n - to);
    buf_free(&t->line);
    t->line = b;
    t->at = from;
}

static size_t before(const Typeline *t)
{
    size_t i = 0, last = 0;
    while (i < t->at) {
        last = i;
        i = text_next_grapheme(t->line.p, t->line.n, i);
    }
    return last;
}

static size_t behind(const Typeline *t)
{
    return t->at < t->line.n ? text_next_grapheme(t->line.p, t->line.n, t->at) : t->at;
}

/* Shows the part of the line around the cursor that fits the row. */
static void draw(const Typeline *t, const char *prompt)
{
    int width = grid_terminal_width(), room = (width > 20 ? width : 80) - text_width(prompt, strlen(prompt)) - 1;
    const char *s = buf_text(&t->line);
    size_t from = 0, to;
    while (text_width(s + from, t->at - from) >= room) from = text_next_grapheme(s, t->line.n, from);
    for (to = from; to < t->line.n;) {
        size_t next = text_next_grapheme(s, t->line.n, to);
        if (text_width(s + from, next - from) > room) break;
        to = next;
    }
    Buf b = {0};
    buf_printf(&b, "\r%s", prompt);
    text_show_lines(s + from, to - from, &b);
    buf_puts(&b, "\x1b[K\r");
    int column = text_width(prompt, strlen(prompt)) + text_width(s + from, t->at - from);
    if (column > 0) buf_printf(&b, "\x1b[%dC", column);
    put(b.p, b.n);
    buf_free(&b);
}

/* --- keys --- */

static int read_byte(void)
{
    unsigned char c;
    for (;;) {
        ssize_t k = read(0, &c, 1);
        if (k == 1) return c;
        if (k < 0 && errno == EINTR) continue;
        return -1;
    }
}

/* What follows ESC: an arrow, Home, End, Delete. */
static int read_escape(void)
{
    int c = read_byte();
    if (c != '[' && c != 'O') return KEY_NONE;
    c = read_byte();
    if (c >= '0' && c <= '9') {
        int n = c - '0';
        while ((c = read_byte()) >= '0' && c <= '9') n = n * 10 + c - '0';
        while (c > 0 && c != '~' && !(c >= 'A' && c <= 'Z')) c = read_byte();
        return n == 3 ? KEY_DELETE : n == 1 || n == 7 ? KEY_HOME : n == 4 || n == 8 ? KEY_END : KEY_NONE;
    }
    switch (c) {
    case 'A': return KEY_UP;
    case 'B': return KEY_DOWN;
    case 'C': return KEY_RIGHT;
    case 'D': return KEY_LEFT;
    case 'H': return KEY_HOME;
    case 'F': return KEY_END;
    default: return KEY_NONE;
    }
}

static void recall(Typeline *t, int step)
{
    int to = t->seen + step;
    if (to < 0 || to > t->n_history) return;
    t->seen = to;
    set_line(t, to == t->n_history ? "" : t->history[to]);
}

/* --- completion --- */

static size_t common(const char *list)
{
    size_t n = strcspn(list, "\n");
    for (const char *p = list; *p; p += strcspn(p, "\n") + 1) {
        size_t k = 0;
        while (k < n && p[k] == list[k] && p[k] != '\n') k++;
        n = k;
    }
    return text_cut(list, n);
}

static void complete(Typeline *t, const char *prompt)
{
    Buf found = {0};
    if (!t->complete) return;
    size_t from = t->complete(t->self, buf_text(&t->line), t->at, &found);
    if (found.n && from <= t->at) {
        size_t n = common(found.p), typed = t->at - from;
        int one = !strchr(strchr(found.p, '\n') + 1, '\n');
        if (n > typed || one) {
            cut(t, from, t->at);
            insert(t, found.p, n);
        } else {                           /* several: they are listed, the line stays */
            put("\r\n", 2);
            for (const char *p = found.p; *p; p += strcspn(p, "\n") + 1) {
                put(p, strcspn(p, "\n"));
                put("  ", 2);
            }
            put("\r\n", 2);
        }
    }
    buf_free(&found);
    draw(t, prompt);
}

/* One key; 1 = the line is finished, -1 = the end of input. */
static int press(Typeline *t, int key, const char *prompt)
{
    switch (key) {
    case -1: return -1;
    case '\r': case '\n': return 1;
    case 4: if (!t->line.n) return -1; cut(t, t->at, behind(t)); break;    /* Ctrl-D */
    case KEY_DELETE: cut(t, t->at, behind(t)); break;
    case 3: set_line(t, ""); break;                                        /* Ctrl-C */
    case 127: case 8: cut(t, before(t), t->at); break;
    case 1: case KEY_HOME: t->at = 0; break;
    case 5: case KEY_END: t->at = t->line.n; break;
    case 21: cut(t, 0, t->at); break;                                      /* Ctrl-U */
    case 11: cut(t, t->at, t->line.n); break;                              /* Ctrl-K */
    case 2: case KEY_LEFT: t->at = before(t); break;
    case 6: case KEY_RIGHT: t->at = behind(t); break;
    case 16: case KEY_UP: recall(t, -1); break;
    case 14: case KEY_DOWN: recall(t, 1); break;
    case 9: complete(t, prompt); return 0;
    default: break;
    }
    return 0;
}

/* A whole character whose first byte is c, into the line. */
static void type(Typeline *t, int c)
{
    char b[4] = {(char)c};
    size_t n = c < 0x80 ? 1 : c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : 2;
    uint32_t cp;
    for (size_t i = 1; i < n; i++) {
        int next = read_byte();
        if (next < 0) return;
        b[i] = (char)next;
    }
    if (text_decode(b, n, &cp) == n) insert(t, b, n);
}

static const char *read_keys(Typeline *t, const char *prompt)
{
    int done = 0;
    set_line(t, "");
    t->seen = t->n_history;
    draw(t, prompt);
    while (!done) {
        int c = read_byte();
        if (c == 27) c = read_escape();
        if (c >= 32 && c < 256 && c != 127) type(t, c);
        else done = press(t, c, prompt);
        if (!done && c != 9) draw(t, prompt);
    }
    put("\r\n", 2);
    if (done < 0) return NULL;
    if (t->line.n && (!t->n_history || strcmp(t->history[t->n_history - 1], t->line.p))) {
        if (t->n_history == HISTORY) {
            free(t->history[0]);
            memmove(t->history, t->history + 1, (HISTORY - 1) * sizeof *t->history);
            t->n_history--;
        }
        t->history[t->n_history++] = mem_copy_text(t->line.p);
    }
    return buf_text(&t->line);
}

const char *typeline_read(Typeline *t, const char *prompt)
{
    if (t->talks) return read_keys(t, prompt);
    ssize_t n = getline(&t->plain, &t->plain_cap, stdin);
    if (n < 0) return NULL;
    while (n && (t->plain[n - 1] == '\n' || t->plain[n - 1] == '\r')) t->plain[--n] = 0;
    return t->plain;
}
