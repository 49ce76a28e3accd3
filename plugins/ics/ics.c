/* ics.c - the ics output: deadlines, work and events of a unit as a calendar that a phone takes in again without doubles.
 *
 * Each entry has a UID that stays (kind, id, working year, unit). An entry equal to the one given out before keeps its
 * SEQUENCE and DTSTAMP; a changed one gets the next number; one that is gone is sent once more as cancelled until the year ends.
 * The calendar given out before comes as the option "previous". Options: remind = days before a deadline (default 3; 0 = no
 * reminder). */
#include "plugins/common/writer.h"
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { UID_MOST = 200, TEXT_MOST = 4000 };

/* Việt Nam: seven hours ahead, no summer time. Our own, so that no zone file is opened. */
static const char zone_text[] =
    "BEGIN:VTIMEZONE\r\nTZID:Asia/Ho_Chi_Minh\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0700\r\n"
    "TZOFFSETTO:+0700\r\nTZNAME:+07\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";

typedef struct Calendar {
    const SenHost *host;
    SenModel *model;
    SenText unit, year;
    icalcomponent *all, *before;       /* the new one; the one given out before, or NULL */
    struct icaltimetype today;
    int remind;
} Calendar;

/* One entry on its way. Texts are clean: no control characters but line ends. */
typedef struct Entry {
    char uid[UID_MOST], title[TEXT_MOST], note[TEXT_MOST], place[TEXT_MOST];
    struct icaltimetype from, until;   /* until: exclusive for whole days; null = none */
    int days, alarm;                   /* whole days; days before for the reminder, 0 = none */
} Entry;

/* --- texts and dates --- */

static void add_clean(char *to, size_t most, const char *p, size_t n)
{
    size_t at = strlen(to);
    for (size_t i = 0, len; i < n && at + 4 < most; i += len) {
        uint32_t cp;
        len = sentext_decode(p + i, n - i, &cp);
        if ((cp < 0x20 && cp != '\n') || (cp >= 0x7F && cp < 0xA0) || cp == 0xFFFE || cp == 0xFFFF) continue;
        if (cp == 0xFFFD && len == 1) continue;
        memcpy(to + at, p + i, len);
        at += len;
    }
    to[at] = 0;
}

static SenText field_text(Calendar *c, const SenValue *of, const char *field)
{
    SenValue v = {.struct_size = sizeof v};
    SenText text = {"", 0};
    SenText name = {field, strlen(field)};
    if (c->host->value_field(c->model, of, name, &v) && v.type != SEN_VALUE_NONE) c->host->value_text(c->model, &v, &text);
    return text;
}

/* "Giao cho: Công an xã" as a line of the note; nothing when the field is not set. */
static void add_line(Calendar *c, Entry *e, const SenValue *of, const char *field, const char *what)
{
    SenText text = field_text(c, of, field);
    if (!text.n) return;
    if (e->note[0]) add_clean(e->note, sizeof e->note, "\n", 1);
    add_clean(e->note, sizeof e->note, what, strlen(what));
    add_clean(e->note, sizeof e->note, ": ", 2);
    add_clean(e->note, sizeof e->note, text.p, text.n);
}

/* "task", "item" …: of an object its type, of another row its field "type". */
static SenText kind_of(Calendar *c, const SenValue *of)
{
    return of->type == SEN_VALUE_OBJECT ? of->text : field_text(c, of, "type");
}

static int field_day(Calendar *c, const SenValue *of, const char *field, struct icaltimetype *day)
{
    SenValue v = {.struct_size = sizeof v};
    int y, m, d;
    char iso[16] = "";
    if (!c->host->value_field(c->model, of, (SenText){field, strlen(field)}, &v) || v.type != SEN_VALUE_DATE) return 0;
    if (v.text.n >= sizeof iso) return 0;
    memcpy(iso, v.text.p, v.text.n);
    if (sscanf(iso, "%4d-%2d-%2d", &y, &m, &d) != 3) return 0;
    *day = icaltime_null_date();
    day->year = y;
    day->month = m;
    day->day = d;
    return 1;
}

static int field_is_true(Calendar *c, const SenValue *of, const char *field)
{
    SenValue v = {.struct_size = sizeof v};
    return c->host->value_field(c->model, of, (SenText){field, strlen(field)}, &v) && v.type == SEN_VALUE_BOOL && v.integer;
}

static struct icaltimetype day_after(struct icaltimetype day)
{
    icaltime_adjust(&day, 1, 0, 0, 0);
    return day;
}

/* "07:30" -> a time of that day. */
static int set_time(struct icaltimetype *t, SenText at)
{
    char text[8] = "";
    int h, m;
    if (at.n >= sizeof text) return 0;
    memcpy(text, at.p, at.n);
    if (sscanf(text, "%2d:%2d", &h, &m) != 2 || h < 0 || h > 23 || m < 0 || m > 59) return 0;
    t->is_date = t->second = 0;
    t->hour = h;
    t->minute = m;
    return 1;
}

/* --- the calendar given out before --- */

static icalcomponent *find_before(const Calendar *c, const char *uid)
{
    if (!c->before) return NULL;
    icalcomponent *v = icalcomponent_get_first_component(c->before, ICAL_VEVENT_COMPONENT);
    for (; v; v = icalcomponent_get_next_component(c->before, ICAL_VEVENT_COMPONENT)) {
        const char *id = icalcomponent_get_uid(v);
        if (id && !strcmp(id, uid)) return v;
    }
    return NULL;
}

static const char *x_value(icalcomponent *v, const char *name)
{
    icalproperty *p = icalcomponent_get_first_property(v, ICAL_X_PROPERTY);
    for (; p; p = icalcomponent_get_next_property(v, ICAL_X_PROPERTY)) {
        const char *n = icalproperty_get_x_name(p);
        if (n && !strcmp(n, name)) return icalproperty_get_x(p);
    }
    return NULL;
}

static void add_x(icalcomponent *v, const char *name, const char *value)
{
    icalproperty *p = icalproperty_new_x(value);
    icalproperty_set_x_name(p, name);
    icalcomponent_add_property(v, p);
}

/* What an entry says, as 16 hexadecimal digits (FNV-1a): equal ones are the same entry. */
static void digest_of(icalcomponent *v, char out[17])
{
    uint64_t h = 14695981039346656037u;
    char *text = icalcomponent_as_ical_string_r(v);
    for (const char *p = text; p && *p; p++) h = (h ^ (unsigned char)*p) * 1099511628211u;
    icalmemory_free_buffer(text);
    snprintf(out, 17, "%016llx", (unsigned long long)h);
}

static int sequence_of(icalcomponent *v)
{
    icalproperty *p = icalcomponent_get_first_property(v, ICAL_SEQUENCE_PROPERTY);
    return p ? icalproperty_get_sequence(p) : 0;
}

/* A number of up to four digits; otherwise when it is none. */
static int number_of(SenText t, int otherwise)
{
    int n = 0;
    if (!t.n || t.n > 4) return otherwise;
    for (size_t i = 0; i < t.n; i++) {
        if (t.p[i] < '0' || t.p[i] > '9') return otherwise;
        n = n * 10 + t.p[i] - '0';
    }
    return n;
}

/* An entry that is as it was keeps its stamp. One given out for the first time has the first day of the year before the working
 * year: no change is older, and the same calendar comes out on any day. A changed one has today. */
static struct icaltimetype stamp_of(const Calendar *c, icalcomponent *old, int same)
{
    icalproperty *p = same ? icalcomponent_get_first_property(old, ICAL_DTSTAMP_PROPERTY) : NULL;
    if (p) return icalproperty_get_dtstamp(p);
    struct icaltimetype t = c->today;
    if (!old) {
        t.year = number_of(c->year, 1971) - 1;
        t.month = t.day = 1;
    }
    t.is_date = t.hour = t.minute = t.second = 0;
    t.zone = icaltimezone_get_utc_timezone();
    return t;
}

/* Numbers the entry after the one given out before, and takes it into the calendar. */
static void number_entry(Calendar *c, icalcomponent *v, const char *uid)
{
    char digest[17];
    digest_of(v, digest);
    icalcomponent *old = find_before(c, uid);
    const char *was = old ? x_value(old, "X-SEN-DIGEST") : NULL;
    int same = was && !strcmp(was, digest) && icalcomponent_get_status(old) != ICAL_STATUS_CANCELLED;
    icalcomponent_add_property(v, icalproperty_new_sequence(!old ? 0 : sequence_of(old) + !same));
    icalcomponent_add_property(v, icalproperty_new_dtstamp(stamp_of(c, old, same)));
    add_x(v, "X-SEN-DIGEST", digest);
    icalcomponent_add_component(c->all, v);
}

/* --- entries --- */

static void add_day(icalcomponent *v, icalproperty *p, int days)
{
    if (!days) icalproperty_add_parameter(p, icalparameter_new_tzid("Asia/Ho_Chi_Minh"));
    icalcomponent_add_property(v, p);
}

static void add_alarm(icalcomponent *v, const Entry *e)
{
    struct icaltriggertype t = {.time = icaltime_null_time(), .duration = icaldurationtype_null_duration()};
    icalcomponent *alarm = icalcomponent_new_valarm();
    t.duration.is_neg = 1;
    if (e->days) {                         /* at nine in the morning of that day */
        t.duration.days = (unsigned)(e->alarm - 1);
        t.duration.hours = 15;
    } else {
        t.duration.days = (unsigned)e->alarm;
    }
    icalcomponent_add_property(alarm, icalproperty_new_action(ICAL_ACTION_DISPLAY));
    icalcomponent_add_property(alarm, icalproperty_new_description(e->title));
    icalcomponent_add_property(alarm, icalproperty_new_trigger(t));
    icalcomponent_add_component(v, alarm);
}

static void put_entry(Calendar *c, const Entry *e)
{
    icalcomponent *v = icalcomponent_new_vevent();
    icalcomponent_add_property(v, icalproperty_new_uid(e->uid));
    icalcomponent_add_property(v, icalproperty_new_summary(e->title));
    add_day(v, icalproperty_new_dtstart(e->from), e->days);
    if (!icaltime_is_null_time(e->until)) add_day(v, icalproperty_new_dtend(e->until), e->days);
    if (e->note[0]) icalcomponent_add_property(v, icalproperty_new_description(e->note));
    if (e->place[0]) icalcomponent_add_property(v, icalproperty_new_location(e->place));
    if (e->days) icalcomponent_add_property(v, icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));
    if (e->alarm) add_alarm(v, e);
    number_entry(c, v, e->uid);
}

/* An entry of this thing, empty but for its UID, or 0 when it has no id. part tells apart two entries of one thing. */
static int begin_entry(Calendar *c, Entry *e, const SenValue *of, const char *part)
{
    SenText id = field_text(c, of, "path"), kind = kind_of(c, of);
    if (!id.n) id = field_text(c, of, "id");
    *e = (Entry){.from = icaltime_null_date(), .until = icaltime_null_time(), .days = 1};
    if (!id.n || !c->unit.n) return 0;
    int n = snprintf(e->uid, sizeof e->uid, "%.*s.%s%.*s.%.*s@%.*s.sen", (int)kind.n, kind.p, part, (int)id.n, id.p,
                     (int)c->year.n, c->year.p, (int)c->unit.n, c->unit.p);
    return n > 0 && (size_t)n < sizeof e->uid;
}

static void add_title(Calendar *c, Entry *e, const SenValue *of, const char *before)
{
    SenText title = field_text(c, of, "title");
    add_clean(e->title, sizeof e->title, before, strlen(before));
    add_clean(e->title, sizeof e->title, title.p, title.n);
}

static void put_task(Calendar *c, const SenValue *task)
{
    Entry e;
    struct icaltimetype to;
    if (begin_entry(c, &e, task, "") && field_day(c, task, "from", &e.from) && field_day(c, task, "to", &to)) {
        add_title(c, &e, task, "");
        add_line(c, &e, task, "lead", "Chủ trì");
        add_line(c, &e, task, "with", "Phối hợp");
        e.until = day_after(to);
        put_entry(c, &e);
    }
    if (begin_entry(c, &e, task, "due.") && field_day(c, task, "due_on", &e.from)) {
        add_title(c, &e, task, "Hạn: ");
        add_line(c, &e, task, "lead", "Chủ trì");
        add_line(c, &e, task, "must_arrive", "Phải đến nơi nhận");
        add_line(c, &e, task, "evidence", "Minh chứng");
        e.until = day_after(e.from);
        e.alarm = c->remind;
        put_entry(c, &e);
    }
}

static void put_item(Calendar *c, const SenValue *item)
{
    Entry e;
    if (!begin_entry(c, &e, item, "") || !field_day(c, item, "due_on", &e.from)) return;
    int done = field_is_true(c, item, "done");
    add_title(c, &e, item, done ? "Đã xong: " : "");
    add_line(c, &e, item, "who", "Giao cho");
    add_line(c, &e, item, "task", "Nhiệm vụ");
    add_line(c, &e, item, "done_on", "Ngày xong");
    e.until = day_after(e.from);
    e.alarm = done ? 0 : c->remind;
    put_entry(c, &e);
}

static void put_event(Calendar *c, const SenValue *event)
{
    Entry e;
    if (!begin_entry(c, &e, event, "") || !field_day(c, event, "due_on", &e.from)) return;
    add_title(c, &e, event, "");
    add_line(c, &e, event, "lead", "Chủ trì");
    add_line(c, &e, event, "with", "Phối hợp");
    add_line(c, &e, event, "agenda", "Chương trình");
    SenText place = field_text(c, event, "place");
    add_clean(e.place, sizeof e.place, place.p, place.n);
    e.alarm = c->remind;
    if (set_time(&e.from, field_text(c, event, "at"))) e.days = 0;     /* how long it takes is not known: no end */
    else e.until = day_after(e.from);
    put_entry(c, &e);
}

static void put_schedule(Calendar *c, const SenValue *plan)
{
    Entry e;
    struct icaltimetype to;
    if (!begin_entry(c, &e, plan, "") || !field_day(c, plan, "from", &e.from) || !field_day(c, plan, "to", &to)) return;
    add_title(c, &e, plan, "");
    add_line(c, &e, plan, "channel", "Kênh");
    add_line(c, &e, plan, "days", "Các ngày");
    add_line(c, &e, plan, "due", "Lịch");
    add_line(c, &e, plan, "at", "Giờ");
    add_line(c, &e, plan, "who", "Giao cho");
    e.until = day_after(to);
    put_entry(c, &e);
}

/* Entries of the same working year that are gone: sent as cancelled, so that a phone takes them out. */
static void cancel_gone(Calendar *c)
{
    char tail[UID_MOST];
    snprintf(tail, sizeof tail, ".%.*s@%.*s.sen", (int)c->year.n, c->year.p, (int)c->unit.n, c->unit.p);
    size_t n = strlen(tail);
    for (;;) {
        icalcomponent *old = icalcomponent_get_first_component(c->before, ICAL_VEVENT_COMPONENT);
        if (!old) return;
        icalcomponent_remove_component(c->before, old);
        const char *uid = icalcomponent_get_uid(old);
        size_t len = uid ? strlen(uid) : 0;
        int ours = len > n && !strcmp(uid + len - n, tail), there = 0;
        icalcomponent *v = icalcomponent_get_first_component(c->all, ICAL_VEVENT_COMPONENT);
        for (; ours && v && !there; v = icalcomponent_get_next_component(c->all, ICAL_VEVENT_COMPONENT))
            there = !strcmp(icalcomponent_get_uid(v), uid);
        if (ours && !there) {
            if (icalcomponent_get_status(old) != ICAL_STATUS_CANCELLED) {
                icalcomponent_set_status(old, ICAL_STATUS_CANCELLED);
                icalcomponent_set_sequence(old, sequence_of(old) + 1);
                icalcomponent_set_dtstamp(old, stamp_of(c, old, 0));
                for (icalcomponent *a; (a = icalcomponent_get_first_component(old, ICAL_VALARM_COMPONENT));) {
                    icalcomponent_remove_component(old, a);
                    icalcomponent_free(a);
                }
            }
            icalcomponent_add_component(c->all, old);
        } else {
            icalcomponent_free(old);
        }
    }
}

/* --- the output --- */

static char *copy(SenText t)
{
    char *s = malloc(t.n + 1);
    if (s) memcpy(s, t.p, t.n);
    if (s) s[t.n] = 0;
    return s;
}

static void begin_calendar(Calendar *c, const SenOptions *options)
{
    char name[TEXT_MOST] = "";
    SenText title = sentext_option(c->host, options, "title"), unit = sentext_option(c->host, options, "unit.name");
    SenText old = sentext_option(c->host, options, "previous"), today = sentext_option(c->host, options, "date");
    SenText remind = sentext_option(c->host, options, "remind");
    c->unit = sentext_option(c->host, options, "unit.id");
    c->year = sentext_option(c->host, options, "year");
    c->remind = number_of(remind, 3);
    if (c->remind > 60) c->remind = 3;
    c->today = icaltime_null_date();
    char *day = copy(today), *text = copy(old);
    if (!day || sscanf(day, "%4d-%2d-%2d", &c->today.year, &c->today.month, &c->today.day) != 3) c->today.year = 1970;
    c->before = text && *text ? icalparser_parse_string(text) : NULL;
    free(day);
    free(text);
    add_clean(name, sizeof name, title.p, title.n);
    if (title.n && unit.n) add_clean(name, sizeof name, " - ", 3);
    add_clean(name, sizeof name, unit.p, unit.n);
    c->all = icalcomponent_new(ICAL_VCALENDAR_COMPONENT);
    icalcomponent_add_property(c->all, icalproperty_new_version("2.0"));
    icalcomponent_add_property(c->all, icalproperty_new_prodid("-//Sen//Lịch công tác//VI"));
    icalcomponent_add_property(c->all, icalproperty_new_calscale("GREGORIAN"));
    icalcomponent_add_property(c->all, icalproperty_new_method(ICAL_METHOD_PUBLISH));
    add_x(c->all, "X-WR-CALNAME", name);
    add_x(c->all, "X-WR-TIMEZONE", "Asia/Ho_Chi_Minh");
    icalcomponent *zone = icalparser_parse_string(zone_text);
    if (zone) icalcomponent_add_component(c->all, zone);
}

static void put_all(Calendar *c, const SenValue *root)
{
    SenValue v = {.struct_size = sizeof v};
    for (uint32_t i = 0; c->host->value_at(c->model, root, i, NULL, &v); i++) {
        SenText kind = kind_of(c, &v);
        if (sentext_is(kind, "task")) put_task(c, &v);
        else if (sentext_is(kind, "item")) put_item(c, &v);
        else if (sentext_is(kind, "event")) put_event(c, &v);
        else if (sentext_is(kind, "schedule")) put_schedule(c, &v);
    }
}

static int render(void *state, const SenHost *h, SenDoc *doc, SenModel *model, const SenOptions *options, SenSink *sink,
                  SenErr *err)
{
    (void)state;
    (void)doc;
    Calendar c = {.host = h, .model = model};
    SenValue root = {.struct_size = sizeof root};
    h->model_root(model, &root);
    if (root.type != SEN_VALUE_LIST) return h->fail(err, SEN_STR("lịch cần một danh sách: đặt data = \"calendar\" ở tài liệu"));
    begin_calendar(&c, options);
    put_all(&c, &root);
    if (c.before) cancel_gone(&c);
    char *text = icalcomponent_as_ical_string_r(c.all);
    int rc = text ? h->write(sink, text, strlen(text)) : -1;
    icalmemory_free_buffer(text);
    icalcomponent_free(c.all);
    if (c.before) icalcomponent_free(c.before);
    return rc == 0 ? 0 : h->fail(err, SEN_STR("lịch quá lớn"));
}

static const SenOutput ics = {
    .struct_size = sizeof ics,
    .wants = SEN_WANTS_MODEL,
    .id = SEN_TEXT("ics"),
    .title = SEN_TEXT("Lịch cho điện thoại và Outlook"),
    .suffix = SEN_TEXT("ics"),
    .mime = SEN_TEXT("text/calendar; charset=utf-8"),
    .render = render,
};
static const SenOutput *const outputs[] = {&ics, NULL};

static const SenPlugin plugin = {
    .struct_size = sizeof plugin,
    .abi_major = SEN_ABI_MAJOR,
    .abi_minor = SEN_ABI_MINOR,
    .wall = SEN_WALL_SEALED,
    .name = SEN_TEXT("ics"),
    .version = SEN_TEXT("1.0"),
    .license = SEN_TEXT("MIT"),
    .summary = SEN_TEXT("Hạn, việc và sự kiện của đơn vị thành lịch iCalendar; nhập lại thì cập nhật, không nhân đôi."),
    .outputs = outputs,
};

const SenPlugin *sen_plugin_v1(void) { return &plugin; }
