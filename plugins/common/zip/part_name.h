/* part_name.h - names of the parts of an office file, as its relations write them; knows no archive and no format. */
#ifndef SEN_COMMON_PART_NAME_H
#define SEN_COMMON_PART_NAME_H

enum { PART_NAME = 260 };                  /* bytes of a name with its NUL; a longer one is nobody's */

/* base: the folder of the part that points ("word/"); target "/x" is from the top, "../x" one up. "" when it is too long. */
void part_name_join(const char *base, const char *target, char out[PART_NAME]);
int part_name_ends(const char *name, const char *end);      /* also of the type of a relation, an address */
#endif
