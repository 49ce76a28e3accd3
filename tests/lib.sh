# lib.sh - what a command-line case needs: source it first. Each check prints "ok - …" or "not ok - …".
# Every case works in a folder of its own ($W) and calls the built program as `sen`.
set -u
W=$(mktemp -d)
trap 'rm -rf "$W"' EXIT
cd "$W"
SHARED=$SEN_ROOT/../shared
bad=0
sen() { "$SEN_BIN/sen" "$@"; }
ok() { printf 'ok - %s\n' "$1"; }
not_ok() { bad=1; printf 'not ok - %s\n' "$1"; shift; [ $# -gt 0 ] && printf '# %s\n' "$@"; return 0; }
is() { if [ "$2" = "$3" ]; then ok "$1"; else not_ok "$1" "want: $2" "got:  $3"; fi; }            # name want got
has() { case $3 in *"$2"*) ok "$1" ;; *) not_ok "$1" "wanted to see: $2" "in: $3" ;; esac; }        # name part text
lacks() { case $3 in *"$2"*) not_ok "$1" "did not want to see: $2" "in: $3" ;; *) ok "$1" ;; esac; }
exits() { local name=$1 want=$2 got; shift 2; out=$("$@" 2>"$W/.err"); got=$?; err=$(cat "$W/.err"); if [ "$got" = "$want" ]; then ok "$name"; else not_ok "$name" "want exit $want, got $got" "stderr: $err" "stdout: ${out:0:400}"; fi; }   # name code command...
need_shared() { [ -r "$SHARED/plans/sa-dec-2023.txt" ] && return 0; if [ "${CI:-}" = true ]; then not_ok "../shared is missing and CI=true"; exit 1; fi; ok "skipped: no ../shared"; exit 0; }
until_true() { local i; for ((i = 0; i < 600; i++)); do "$@" && return 0; sleep 0.1; done; return 1; }     # command…: up to a minute
finish() { exit $bad; }
