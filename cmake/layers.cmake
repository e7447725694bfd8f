# SPDX-License-Identifier: EUPL-1.2
# add_layer(name USES layers… LINKS libraries… HEADERS prefixes… LABELS labels…): one folder under src/, one library,
# one namespace. Its tests are labelled unit and whatever LABELS adds.
# A layer may use only layers declared above it, so the table in CMakeLists.txt cannot have cycles.

set(WEGWIJZER_LAYERS "" CACHE INTERNAL "layers declared so far")

function(add_layer name)
  cmake_parse_arguments(LAYER "" "" "USES;LINKS;HEADERS;LABELS;TESTS_USE" ${ARGN})
  foreach(used IN LISTS LAYER_USES)
    if(NOT used IN_LIST WEGWIJZER_LAYERS)
      message(FATAL_ERROR "layer ${name} uses ${used}, which is not declared above it")
    endif()
  endforeach()
  set(WEGWIJZER_LAYERS ${WEGWIJZER_LAYERS} ${name} CACHE INTERNAL "layers declared so far")

  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${name}/*.cc ${CMAKE_SOURCE_DIR}/src/${name}/*/*.cc
       ${CMAKE_SOURCE_DIR}/src/${name}/*/*/*.cc)
  set(tests ${sources})
  list(FILTER tests INCLUDE REGEX "_test\\.cc$")
  list(FILTER sources EXCLUDE REGEX "_test\\.cc$|/main\\.cc$")
  list(TRANSFORM LAYER_USES PREPEND layer_ OUTPUT_VARIABLE used_targets)

  if(sources)
    add_library(layer_${name} STATIC ${sources})
    set(scope PUBLIC)
  else()
    add_library(layer_${name} INTERFACE)
    set(scope INTERFACE)
  endif()
  target_include_directories(layer_${name} ${scope} ${CMAKE_SOURCE_DIR}/src)
  target_link_libraries(layer_${name} ${scope} ${used_targets} ${LAYER_LINKS} wegwijzer_options)

  if(tests)
    add_unit_test(${name} "${tests}" layer_${name} "${LAYER_LABELS}")
    foreach(used IN LISTS LAYER_TESTS_USE)
      target_link_libraries(${name}_test PRIVATE layer_${used})
    endforeach()
  endif()
endfunction()

# One test program for a layer; each TEST becomes a ctest of its own, labelled unit and what follows. Under ASan a program
# takes a second to begin and end, so there it runs as a few shards, and each tells of its TESTs in told/ for tools/summary.py.
function(add_unit_test name tests library)
  add_executable(${name}_test ${tests})
  check_by_call(${name}_test)
  target_link_libraries(${name}_test PRIVATE ${library} test_kit test_main rapidcheck)
  if(WEGWIJZER_SANITIZE MATCHES "address")
    add_shards(${name} "unit;${ARGN}")
  else()
    add_each_test(${name} ${ARGN})
  endif()
endfunction()

function(add_each_test name)
  gtest_discover_tests(${name}_test DISCOVERY_MODE PRE_TEST DISCOVERY_TIMEOUT 60
                       WORKING_DIRECTORY ${CMAKE_SOURCE_DIR} PROPERTIES LABELS unit TIMEOUT 300)
  if(ARGN)
    # gtest_discover_tests flattens a list of labels, so they are set behind it, in the file that ctest reads next.
    file(WRITE ${CMAKE_BINARY_DIR}/${name}_labels.cmake
         "set_tests_properties(\${${name}_test_TESTS} PROPERTIES LABELS \"unit;${ARGN}\")\n")
    set_property(DIRECTORY APPEND PROPERTY TEST_INCLUDE_FILES ${CMAKE_BINARY_DIR}/${name}_labels.cmake)
  endif()
endfunction()

function(add_shards name labels)
  set(shards 4)
  set(leaks "LSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/cmake/leaks_of_others.txt:print_suppressions=0")
  foreach(shard RANGE 1 ${shards})
    math(EXPR index "${shard} - 1")
    set(test ${name}.${shard}of${shards})
    add_test(NAME ${test} COMMAND ${name}_test --gtest_brief=1 --gtest_output=xml:${CMAKE_BINARY_DIR}/told/${test}.xml
             WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
    set_tests_properties(${test} PROPERTIES LABELS "${labels}" TIMEOUT 1200
                         ENVIRONMENT "${leaks};GTEST_TOTAL_SHARDS=${shards};GTEST_SHARD_INDEX=${index}")
  endforeach()
endfunction()
