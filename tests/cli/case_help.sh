#!/usr/bin/env bash
# case_help.sh - the manual page renders without a warning in both languages, bash completion works, the reference is whole.
. "$SEN_ROOT/tests/lib.sh"
for l in vi en; do
    sen help --man --lang $l >sen.$l.1
    LC_ALL=C.UTF-8 MANWIDTH=80 man --warnings -E UTF-8 -l sen.$l.1 >$l.txt 2>$l.err
    is "the manual page ($l) gives no warning" "" "$(cat $l.err)"
    awk 'length > 200' $l.txt | grep -q . && not_ok "the manual page ($l) has long lines" || ok "the manual page ($l) fits the screen"
    for c in init import show check build why tick record undo today watch edit add remove run repl test plugin help doctor backup; do
        vi=$(sen help --completion | grep -o "^ *$c|[a-z-]*" | sed 's/.*|//')
        name=$c
        [ $l = vi ] && name=$vi
        grep -q "sen $name" $l.txt || not_ok "the manual page ($l) has $name"
    done
done
has "Vietnamese is Vietnamese" "LỆNH" "$(cat vi.txt)"
lacks "no English heading in it" "COMMANDS" "$(cat vi.txt)"

# completion as bash does it
sen help --completion >completion
exits "the completion file is bash" 0 bash -n completion
complete_words() { # words…: what bash offers for the last one
    bash --norc -c '. ./completion; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _sen; printf "%s\n" "${COMPREPLY[@]}"' x sen "$@"
}
is "sen im" import "$(complete_words im)"
is "sen nh" nhap "$(complete_words nh)"
has "sen (nothing)" "xuat" "$(complete_words '')"
is "sen build --fo" "--for
--format" "$(complete_words build --fo)"
is "sen xuat --ch" --cho "$(complete_words xuat --ch)"
is "an unknown command offers no option" "" "$(complete_words xyz --fo)"
touch ke-hoach.txt
is "sen nhap ke-" ke-hoach.txt "$(complete_words nhap ke-)"
is "complete knows sen" "complete -F _sen sen" "$(bash --norc -c '. ./completion; complete -p sen')"
# every command and option that --help tells is offered
sen help --completion | sed -n 's/^ *\([a-z-]*|[a-z-]*\)) opts=.*/\1/p' >commands
while IFS='|' read -r en vi; do
    offered=$(complete_words '')
    case $offered in *"$en"*"$vi"*|*"$vi"*"$en"*) ;; *) not_ok "$en and $vi are offered" ;; esac
    for opt in $(sen "$en" --help --lang en | grep -o '^ *--[a-z-]*' | tr -d ' '); do
        complete_words "$en" "$opt" | grep -qx -- "$opt" || not_ok "sen $en $opt is offered"
    done
done <commands
[ "$(wc -l <commands)" -ge 22 ] && ok "$(wc -l <commands) commands with their options are offered" || not_ok "the commands are offered"

# the reference: every word of scripts, its fields, an example that is Lua
sen help --words >words.vi.md
sen help --words --lang en >words.en.md
for l in vi en; do
    for w in workspace unit body task item checklist indicator material schedule event member legal narrative rule lock edit add remove waive; do
        grep -q "^## .*\`$w\`" words.$l.md || not_ok "the reference ($l) has $w"
    done
    is "every fence of the reference ($l) is closed" 0 $(($(grep -c '^```' words.$l.md) % 2))
    is "its tables are even ($l)" "" "$(awk -F'|' '/^\| `/ && NF != 8 { print }' words.$l.md | grep -v '\\|' | head -3)"
done
finish
