/* rule.h - rules that look at a plan: its texts with their lines, what a declarative rule finds in them, and calling the function
 * of a rule. Includes no lua.h; runs only inside a worker.
 *
 *   rule "typo-long-ghep" { "Viết đúng «lồng ghép»", find = { "lòng ghép → lồng ghép" } }            declarative
 *   rule "own" { "…", plan = function(m) for _, t in ipairs(m.texts) do … m.report(t, "…") end end }  by a function
 *
 * A rule that fails (an error, its share of instructions used up) is one finding that names it; the others run. */
#ifndef SEN_SCRIPT_RULE_H
#define SEN_SCRIPT_RULE_H
#include "core/model/plan.h"
#include "core/script/script.h"

enum { RULE_BYTES_MOST = 1000000, RULE_TEXTS_MOST = 20000, RULE_HITS_MOST = 40, RULE_INSTRUCTIONS_MOST = 20000000 };

/* A text of the plan: a clause's, or a piece of what stands in no clause. */
typedef struct RuleText {
    const char *text, *kind;               /* "item" …, or "header", "signature" … */
    size_t n;
    size_t at;                             /* where its lower-case form (as long) begins in RulePlan.lower */
    int line;                              /* 0 = unknown */
    int node;                              /* -1 = in no clause */
    int heading;                           /* 1 = a clause with others under it */
} RuleText;

typedef struct RulePlan {
    const Plan *plan;
    const char *file;                      /* as findings name it */
    Str lines;                             /* the file as it was read, for exact places; n 0 = not at hand */
    const size_t *line_at;                 /* where line i + 1 begins */
    size_t n_lines;
    RuleText *text;                        /* by line */
    size_t n;
    Str all, lower;                        /* all texts, each ended by "\n"; and the same in lower case, as long */
    Value texts;                           /* them as objects; made when the first function asks */
    size_t left_out;                       /* texts beyond the limits */
    Arena *arena;
} RulePlan;

/* All in `a`; the plan, the name and the lines must outlive it. */
RulePlan *rule_plan_new(const Plan *p, const char *file, Str lines, Arena *a);
/* The exact place of the n bytes at `at` of a text: the line, and the column (characters from 1, 0 = unknown). */
int rule_plan_locate(const RulePlan *rp, size_t text, size_t at, size_t n, int *col);

/* How findings name the place of a text that has no line (a Word file): "ke-hoach.docx (mục II.1.a)"; else the file alone. */
const char *rule_plan_file(const RulePlan *rp, size_t text);

size_t rule_plan_text_at(const RulePlan *rp, size_t at);    /* the text at a place of `all`; n > 0 */

typedef struct RuleHit { size_t text, at, n; const char *instead; } RuleHit;       /* instead: NULL = none of its own */
/* What find, pattern, where and except of a declarative rule match, in order, at most RULE_HITS_MOST of them in `hits`; returns
 * how many there are. A bad pattern is -1 and e. */
long rule_find(const Entity *rule, const RulePlan *rp, RuleHit *hits, Err *e);

int rule_is_for_plans(const Entity *rule);         /* 1 = has find, pattern or plan */
/* Runs the parts of a rule that look at a plan. scope: what the function sees besides plan, texts, report. Findings carry the
 * rule's address as their id. 0; -1 when the rule failed (said in f). */
int rule_check_plan(Script *s, const Entity *rule, RulePlan *rp, const ScriptName *scope, size_t n, Value plan,
                    Findings *f);
#endif
