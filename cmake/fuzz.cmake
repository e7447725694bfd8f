# SPDX-License-Identifier: EUPL-1.2
# add_fuzz_harnesses(): each fuzz/<name>_fuzz.cc becomes a test fuzz.<name> that replays fuzz/corpus/<name>/ in every
# build, all by one program, and, with -DWEGWIJZER_FUZZ=ON (preset fuzz), a libFuzzer program <name>_fuzz that searches
# for 20 seconds under ctest. To search longer: build/fuzz/<name>_fuzz build/fuzz/corpus/<name> fuzz/corpus/<name>
function(add_fuzz_harnesses)
  list(TRANSFORM WEGWIJZER_LAYERS PREPEND layer_ OUTPUT_VARIABLE layers)
  file(GLOB harnesses CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/fuzz/*_fuzz.cc)
  add_executable(fuzz_replay ${CMAKE_SOURCE_DIR}/fuzz/replay_main.cc ${harnesses})
  target_include_directories(fuzz_replay PRIVATE ${CMAKE_SOURCE_DIR})
  target_link_libraries(fuzz_replay PRIVATE test_kit ${layers})
  if(WEGWIJZER_SANITIZE)
    target_compile_options(fuzz_replay PRIVATE -O0)
    check_by_call(fuzz_replay)
  endif()
  foreach(harness IN LISTS harnesses)
    get_filename_component(name ${harness} NAME_WE)
    string(REGEX REPLACE "_fuzz$" "" name ${name})
    add_replay(${name})
    if(WEGWIJZER_FUZZ)
      add_search(${name} ${harness} "${layers}")
    endif()
  endforeach()
endfunction()

function(add_replay name)
  add_test(NAME fuzz.${name} COMMAND fuzz_replay ${name} ${CMAKE_SOURCE_DIR}/fuzz/corpus/${name})
  set_tests_properties(fuzz.${name} PROPERTIES LABELS "unit;fuzz")
endfunction()

function(add_search name harness layers)
  set(found ${CMAKE_BINARY_DIR}/corpus/${name})
  file(MAKE_DIRECTORY ${found})
  add_executable(${name}_fuzz ${harness})
  target_compile_definitions(${name}_fuzz PRIVATE WEGWIJZER_SEARCHING)
  target_include_directories(${name}_fuzz PRIVATE ${CMAKE_SOURCE_DIR})
  target_link_libraries(${name}_fuzz PRIVATE test_kit ${layers})
  target_link_options(${name}_fuzz PRIVATE -fsanitize=fuzzer)
  add_test(NAME fuzz.${name}.search
           COMMAND ${name}_fuzz -max_total_time=20 -timeout=5 -max_len=4096 -print_final_stats=1
                   -artifact_prefix=${found}/ ${found} ${CMAKE_SOURCE_DIR}/fuzz/corpus/${name})
  set_tests_properties(fuzz.${name}.search PROPERTIES LABELS fuzz TIMEOUT 120)
endfunction()
