# case_structure.sh - the house rules as tests, so that `./build.sh test` shows a broken one.
cd "$SEN_ROOT" && exec bash tests/structure/rules.sh
