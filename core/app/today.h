/* today.h - the day's list as people read it; shared by `sen`, `sen today`, `sen show today`. */
#ifndef SEN_APP_TODAY_H
#define SEN_APP_TODAY_H
#include <jansson.h>
#include "core/app/cli.h"
#include "core/model/model.h"

void today_print(Cli *c, const Model *m, const char *unit, json_t *today);     /* today: as today_json made it */
#endif
