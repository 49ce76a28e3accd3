/* today.h - the day's list, as JSON and as people read it; shared by `sen`, `sen today`, `sen show today`. */
#ifndef SEN_APP_TODAY_H
#define SEN_APP_TODAY_H
#include <jansson.h>
#include "core/app/session.h"
#include "core/model/model.h"

/* {schema, unit, date, due[], late[], soon[], items[]}; owned by the caller. */
json_t *today_json(Session *s, const Model *m, const char *unit);
void today_print(Cli *c, const Model *m, const char *unit, json_t *today);     /* today: as today_json made it */
#endif
