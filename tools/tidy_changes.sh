#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# clang-tidy on the C++ files (not the tests, which open optionals freely) that differ from BASE (default: the last commit); script/check-all looks at all of them.
set -euo pipefail
cd "$(dirname "$0")/.."
base=${BASE:-HEAD}
files=$({ git diff --name-only --diff-filter=d "$base" -- 'src/*.cc'; git ls-files --others --exclude-standard 'src/*.cc'; } | grep -v _test.cc | sort -u || true)
[ -n "$files" ] || { echo "no changed files"; exit 0; }
cmake --preset dev >/dev/null  # where every file is compiled by itself
# shellcheck disable=SC2086
clang-tidy-19 --quiet -p build/dev $files
