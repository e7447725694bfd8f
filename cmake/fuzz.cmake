# SPDX-License-Identifier: EUPL-1.2
# add_fuzz_harnesses(): each fuzz/<name>_fuzz.cc becomes a test that replays fuzz/corpus/<name>/ in every build and,
# with -DWEGWIJZER_FUZZ=ON (preset fuzz), a libFuzzer program <name>_fuzz that searches for 20 seconds under ctest.
# To search longer: build/fuzz/<name>_fuzz build/fuzz/corpus/<name> fuzz/corpus/<name>
function(add_fuzz_harnesses)
  list(TRANSFORM WEGWIJZER_LAYERS PREPEND layer_ OUTPUT_VARIABLE layers)
  add_library(fuzz_replay OBJECT ${CMAKE_SOURCE_DIR}/fuzz/replay_main.cc)
  target_link_libraries(fuzz_replay PRIVATE wegwijzer_options)
  file(GLOB harnesses CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/fuzz/*_fuzz.cc)
  foreach(harness IN LISTS harnesses)
    get_filename_component(name ${harness} NAME_WE)
    string(REGEX REPLACE "_fuzz$" "" name ${name})
    add_replay(${name} ${harness} "${layers}")
    if(WEGWIJZER_FUZZ)
      add_search(${name} ${harness} "${layers}")
    endif()
  endforeach()
endfunction()

function(add_replay name harness layers)
  add_executable(${name}_replay ${harness})
  target_link_libraries(${name}_replay PRIVATE fuzz_replay test_kit ${layers})
  add_test(NAME fuzz.${name} COMMAND ${name}_replay ${CMAKE_SOURCE_DIR}/fuzz/corpus/${name})
  set_tests_properties(fuzz.${name} PROPERTIES LABELS "unit;fuzz")
endfunction()

function(add_search name harness layers)
  set(found ${CMAKE_BINARY_DIR}/corpus/${name})
  file(MAKE_DIRECTORY ${found})
  add_executable(${name}_fuzz ${harness})
  target_link_libraries(${name}_fuzz PRIVATE test_kit ${layers})
  target_link_options(${name}_fuzz PRIVATE -fsanitize=fuzzer)
  add_test(NAME fuzz.${name}.search
           COMMAND ${name}_fuzz -max_total_time=20 -timeout=5 -max_len=4096 -print_final_stats=1
                   -artifact_prefix=${found}/ ${found} ${CMAKE_SOURCE_DIR}/fuzz/corpus/${name})
  set_tests_properties(fuzz.${name}.search PROPERTIES LABELS fuzz TIMEOUT 120)
endfunction()
