/* data.c - fields of the model by name, in the shape a cell wants; knows no sheet's layout. */
#include "plugins/xlsx/data.h"
#include "plugins/common/writer.h"

static SenText name_of(const char *s) { return (SenText){s, strlen(s)}; }

SenValue data_field(const Data *d, const SenValue *of, const char *name)
{
    SenValue v = {.struct_size = sizeof v};
    if (of->type != SEN_VALUE_OBJECT && of->type != SEN_VALUE_MAP) return v;
    if (!d->host->value_field(d->model, of, name_of(name), &v)) v = (SenValue){.struct_size = sizeof v};
    return v;
}

SenText data_print(const Data *d, const SenValue *v)
{
    SenText t = {"", 0};
    if (v->type == SEN_VALUE_NONE || d->host->value_text(d->model, v, &t) != 0) return (SenText){"", 0};
    return t;
}

SenText data_text(const Data *d, const SenValue *of, const char *name)
{
    SenValue v = data_field(d, of, name);
    return data_print(d, &v);
}

SenText data_id(const Data *d, const SenValue *of, const char *name)
{
    SenValue v = data_field(d, of, name);
    return v.type == SEN_VALUE_TEXT || v.type == SEN_VALUE_WORD ? v.text : (SenText){"", 0};
}

long long data_int(const Data *d, const SenValue *of, const char *name)
{
    SenValue v = data_field(d, of, name);
    return v.type == SEN_VALUE_INT || v.type == SEN_VALUE_BOOL || v.type == SEN_VALUE_DATE ? v.integer : 0;
}

int data_number(const Data *d, const SenValue *of, const char *name, double *out)
{
    SenValue v = data_field(d, of, name);
    *out = v.number;
    return v.type == SEN_VALUE_INT || v.type == SEN_VALUE_NUMBER;
}

SenText data_option(const Data *d, const char *key) { return sentext_option(d->host, d->options, key); }

int data_has(const Data *d, const SenValue *of, const char *name)
{
    SenValue v = {.struct_size = sizeof v};
    return (of->type == SEN_VALUE_OBJECT || of->type == SEN_VALUE_MAP) && d->host->value_field(d->model, of, name_of(name), &v);
}

int data_same(SenText a, SenText b) { return a.n == b.n && (!a.n || !memcmp(a.p, b.p, a.n)); }

void data_cell(const Data *d, Sheet *s, int column, const SenValue *v)
{
    switch (v->type) {
    case SEN_VALUE_NONE: sheet_blank(s, column, LOOK_TEXT); break;
    case SEN_VALUE_INT: sheet_integer(s, column, LOOK_WHOLE, v->integer); break;
    case SEN_VALUE_NUMBER: sheet_double(s, column, LOOK_DECIMAL, v->number); break;
    case SEN_VALUE_DATE: sheet_days(s, column, LOOK_DATE, v->integer); break;
    default: sheet_text(s, column, LOOK_TEXT, data_print(d, v)); break;
    }
}
