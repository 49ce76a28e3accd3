/* back_take.h - the steps of back_accept.c: back_passage.c changes templates, back_statement.c writes statements; for these
 * files only. */
#ifndef SEN_APP_BACK_TAKE_H
#define SEN_APP_BACK_TAKE_H
#include "core/app/back.h"
#include "core/script/edit.h"

typedef struct BackTake {
    Session *s;
    Edits *x;
    Model *m;
    Source src;
    const StoreProposal *p;                /* the one that is carried out */
} BackTake;

int back_not_there(const BackTake *t, const char *what, Err *e);      /* SEN8235; -1 */
/* back_passage.c: puts `now` in place of the block's lines in the unit's copy */
int back_write_lines(BackTake *t, const SourceBlock *b, Str now, Err *e);
const SourceBlock *back_find_block(const BackTake *t);        /* the one the proposal is about; NULL = not there */
const char *back_file_name(const StoreProposal *p);           /* of the Word file */
int back_write_edit(BackTake *t, const char *address, const char *field, const char *value, Err *e);
int back_write_remove(BackTake *t, const char *address, Err *e);
int back_write_item(BackTake *t, const char *path, const char *title, const char *const *fields, size_t n, Err *e);

int back_take_text(BackTake *t, Err *e);
int back_take_added(BackTake *t, Err *e);
int back_take_deleted(BackTake *t, Err *e);
int back_take_moved(BackTake *t, Err *e);
int back_take_tick(BackTake *t, Err *e);
/* back_table.c: the lines of a whole table, as a block; `text` (rows as lines) as a table of Markdown */
int back_is_whole_table(const StoreProposal *p);
SourceBlock back_whole_table(const BackTake *t, const SourceBlock *head);
void back_put_table(const char *text, Buf *out);
int back_take_vars(BackTake *t, Err *e);
#endif
