# SPDX-License-Identifier: EUPL-1.2
# What every file of ours is compiled with.
add_library(wegwijzer_options INTERFACE)
target_compile_features(wegwijzer_options INTERFACE cxx_std_20)
target_compile_options(wegwijzer_options INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror)
if(CMAKE_UNITY_BUILD)
  # Several files are compiled as one, which takes less than half the time. What the second of these says of names within a file
  # the preset dev checks.
  target_compile_options(wegwijzer_options INTERFACE -Wno-shadow)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(wegwijzer_options INTERFACE -Wshadow=local -Wno-subobject-linkage)
  endif()
endif()
set(WEGWIJZER_SANITIZE "" CACHE STRING "address,undefined or thread")
if(WEGWIJZER_SANITIZE)
  target_compile_options(wegwijzer_options INTERFACE -fsanitize=${WEGWIJZER_SANITIZE} -fno-omit-frame-pointer
                         -fno-sanitize-recover=all)
  target_link_options(wegwijzer_options INTERFACE -fsanitize=${WEGWIJZER_SANITIZE})
  if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    target_compile_options(wegwijzer_options INTERFACE
                           -fsanitize-ignorelist=${CMAKE_SOURCE_DIR}/fuzz/ubsan_ignore.txt)
  endif()
endif()
if(WEGWIJZER_SANITIZE MATCHES "address" AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # A use of null ends the program under ASan anyway; these checks take a third of the time to compile: decisions/0065.
  target_compile_options(wegwijzer_options INTERFACE -fno-sanitize=null,alignment,object-size,vptr)
endif()
# check_by_call(target): ASan calls a function at each use of memory, which takes half as long to compile as checking on
# the spot and is slower to run: for what makes text, not for what computes.
function(check_by_call target)
  if(WEGWIJZER_SANITIZE MATCHES "address" AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(${target} PRIVATE "SHELL:--param asan-instrumentation-with-call-threshold=0")
  endif()
endfunction()
option(WEGWIJZER_FUZZ "build the libFuzzer programs of fuzz/; needs clang" OFF)
if(WEGWIJZER_FUZZ)
  target_compile_options(wegwijzer_options INTERFACE -fsanitize=fuzzer-no-link)
  target_link_options(wegwijzer_options INTERFACE -fsanitize=fuzzer-no-link)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # g++ 12 reports false positives inside its own <string> and <variant> at -O2 (GCC bugs 105329 and 105562).
  target_compile_options(wegwijzer_options INTERFACE -Wno-restrict -Wno-maybe-uninitialized)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  # std::stable_sort of libstdc++ 12 calls what libstdc++ 12 itself deprecates, and clang says so at our line.
  # A code is told from others by a tag, which may be named like a class; only another linker would mind.
  target_compile_options(wegwijzer_options INTERFACE -Wno-deprecated-declarations -Wno-mismatched-tags)
endif()
find_program(CCACHE ccache)
if(CCACHE)
  # Relative paths, so that another clone of the project finds what was compiled in this one.
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1
      ${CCACHE})
endif()
