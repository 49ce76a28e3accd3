#!/usr/bin/env bash
# header.sh - prints what a compiled plugin relies on in a sen_plugin.h: constants, sizes, offsets. Argument: the header.
set -u
h=$1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
awk '
    { line = $0; gsub(/\/\*[^*]*\*\//, "", line) }
    /^typedef struct [A-Za-z]+ \{/ { name = $3; inside = 1; next }
    /^struct SenHost \{/ { name = "SenHost"; inside = 1; next }
    inside && /^\}/ { inside = 0; print "    printf(\"sizeof " name " %zu\\n\", sizeof(" name "));"; next }
    inside && match(line, /\(\*[a-z_]+\)/) { f = substr(line, RSTART + 2, RLENGTH - 3); field(f); next }
    inside && /^    [a-zA-Z]/ && line !~ /\(/ || (inside && line ~ /^    [A-Za-z_ *]+;/) {
        sub(/;.*/, "", line); sub(/^ +/, "", line)
        if (line !~ /^(const )?[A-Za-z0-9_]+ /) next
        sub(/^const /, "", line); sub(/^[A-Za-z0-9_]+ /, "", line); gsub(/\*|const /, "", line)
        n = split(line, parts, /, */)
        for (i = 1; i <= n; i++) { gsub(/ /, "", parts[i]); if (parts[i] ~ /^[a-z_]+$/) field(parts[i]) }
    }
    match(line, /SEN_[A-Z_]+ = [0-9]+/) {
        rest = line
        while (match(rest, /SEN_[A-Z_]+ = [0-9]+/)) {
            c = substr(rest, RSTART, RLENGTH); sub(/ =.*/, "", c)
            print "    printf(\"" c " %d\\n\", (int)" c ");"
            rest = substr(rest, RSTART + RLENGTH)
        }
    }
    function field(f) { print "    printf(\"" name "." f " %zu %zu\\n\", offsetof(" name ", " f "), sizeof(((" name " *)0)->" f "));" }
' "$h" >"$dir/body"
{
    printf '#include "%s"\n#include <stdio.h>\nint main(void)\n{\n    printf("SEN_ABI_MAJOR %%d\\n", SEN_ABI_MAJOR);\n' "$h"
    cat "$dir/body"
    printf '    return 0;\n}\n'
} >"$dir/dump.c"
cc -std=c11 -o "$dir/dump" "$dir/dump.c" && "$dir/dump"
