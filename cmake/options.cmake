# SPDX-License-Identifier: EUPL-1.2
# What every file of ours is compiled with.
add_library(wegwijzer_options INTERFACE)
target_compile_features(wegwijzer_options INTERFACE cxx_std_20)
target_compile_options(wegwijzer_options INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror)
set(WEGWIJZER_SANITIZE "" CACHE STRING "address,undefined or thread")
if(WEGWIJZER_SANITIZE)
  target_compile_options(wegwijzer_options INTERFACE -fsanitize=${WEGWIJZER_SANITIZE} -fno-omit-frame-pointer
                         -fno-sanitize-recover=all)
  target_link_options(wegwijzer_options INTERFACE -fsanitize=${WEGWIJZER_SANITIZE})
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # g++ 12 reports false positives inside its own <string> and <variant> at -O2 (GCC bugs 105329 and 105562).
  target_compile_options(wegwijzer_options INTERFACE -Wno-restrict -Wno-maybe-uninitialized)
endif()
find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()
