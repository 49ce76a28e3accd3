# frozen.sh - an install of its own for compatibility tests, whose base layer is a small one that never changes: source after lib.sh.
# Makes $W/inst with the built program, its plugins and FOLDER/scripts, FOLDER/content as the base; `sen` then means this program.
frozen_install() { # FOLDER
    export XDG_DATA_HOME=$W/data
    mkdir -p "$W/inst/share/sen"
    cp "$SEN_BIN/sen" "$SEN_BIN/sen-command" "$SEN_BIN/sen-worker" "$W/inst/"
    cp -r "$SEN_BIN/plugins" "$W/inst/plugins"
    cp -r "$1/scripts" "$1/content" "$W/inst/share/sen/"
    cp -rL "$SEN_BIN/share/sen/include" "$W/inst/share/sen/include"
    sen() { "$W/inst/sen" "$@"; }
}
# Byte for byte against a committed file; SEN_WRITE_EXPECT=1 writes it for a person who then reads the difference.
same_file() { # name want-file got-file
    [ -n "${SEN_WRITE_EXPECT:-}" ] && cp "$3" "$2"
    if cmp -s "$2" "$3"; then ok "$1"; else not_ok "$1" "$(diff "$2" "$3" | head -20)"; fi
}
