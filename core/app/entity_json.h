/* entity_json.h - one thing of the model as a JSON object, with the keys of cli-contract.md; knows no workspace. All owned by
 * the caller. */
#ifndef SEN_APP_ENTITY_JSON_H
#define SEN_APP_ENTITY_JSON_H
#include <jansson.h>
#include "core/model/model.h"

json_t *entity_json(const Model *m, const Entity *e);                /* task, item, indicator, material, body, unit */
void entity_json_all(const Model *m, Kind kind, json_t *list);       /* all of a kind that are not removed, appended */
json_t *entity_json_unread(Kind kind, const char *id);               /* only its id is known: the other keys are null or [] */
json_t *entity_json_field(const Entity *e, const char *field);       /* null when it is not set */
json_t *entity_json_first(const Entity *e, const char *field);       /* of a list its first */
#endif
