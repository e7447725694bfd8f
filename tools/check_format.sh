#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# Every C++ file is formatted as .clang-format says; every source file has its licence line.
set -euo pipefail
cd "$(dirname "$0")/.."
git ls-files '*.cc' '*.h' | xargs clang-format-19 --dry-run --Werror
without=$(git ls-files '*.cc' '*.h' '*.py' '*.sh' '*.mjs' '*.sql' '*.css' '*.cmake' CMakeLists.txt 'script/*' | xargs grep -L 'SPDX-License-Identifier: EUPL-1.2' || true)
if [ -n "$without" ]; then
  printf 'No licence line in:\n%s\n' "$without"
  exit 1
fi
