# SPDX-License-Identifier: EUPL-1.2
# embed_assets(target folder): every file under folder becomes part of the program, found by its path with
# `embedded::file("css/site.css")`. The bytes are taken in by the assembler, so a large file costs no compile time.
function(embed_assets target folder)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS RELATIVE ${folder} ${folder}/*)
  embed_files(${target} ${folder} "${files}")
endfunction()

function(embed_files target folder files)
  set(out ${CMAKE_BINARY_DIR}/embedded/${target})
  set(assembly ".section .rodata\n")
  set(declarations "")
  set(rows "")
  set(number 0)
  set(paths "")
  foreach(file IN LISTS files)
    string(APPEND assembly ".global ${target}_${number}\n.global ${target}_${number}_end\n.balign 16\n"
      "${target}_${number}:\n.incbin \"${folder}/${file}\"\n${target}_${number}_end:\n.byte 0\n")
    string(APPEND declarations "extern char const ${target}_${number}[]\;\nextern char const ${target}_${number}_end[]\;\n")
    string(APPEND rows "    {\"${file}\", ${target}_${number}, ${target}_${number}_end},\n")
    list(APPEND paths ${folder}/${file})
    math(EXPR number "${number}+1")
  endforeach()
  string(APPEND assembly ".section .note.GNU-stack,\"\",@progbits\n")
  file(CONFIGURE OUTPUT ${out}.S CONTENT "${assembly}" @ONLY)
  string(REPLACE "\\;" ";" declarations "${declarations}")
  file(CONFIGURE OUTPUT ${out}.cc @ONLY CONTENT
"// Made by cmake/embed_assets.cmake.
#include \"base/embedded.h\"
extern \"C\" {
${declarations}}
namespace wegwijzer {
std::span<EmbeddedFile const> ${target}_files() {
  static EmbeddedFile const files[] = {
${rows}  };
  return files;
}
}
")
  set_source_files_properties(${out}.S PROPERTIES OBJECT_DEPENDS "${paths}")
  add_library(${target} STATIC ${out}.S ${out}.cc)
  target_include_directories(${target} PRIVATE ${CMAKE_SOURCE_DIR}/src)
  target_compile_features(${target} PRIVATE cxx_std_20)
endfunction()

# Compiles assets/translations/*.po with msgfmt and embeds the results: translations_files() gives "nl.mo", …
function(embed_translations target folder)
  file(GLOB catalogues CONFIGURE_DEPENDS RELATIVE ${folder} ${folder}/*.po)
  find_program(MSGFMT msgfmt REQUIRED)
  set(compiled "")
  foreach(catalogue IN LISTS catalogues)
    string(REPLACE ".po" ".mo" name ${catalogue})
    add_custom_command(OUTPUT ${CMAKE_BINARY_DIR}/translations/${name} DEPENDS ${folder}/${catalogue}
      COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_BINARY_DIR}/translations
      COMMAND ${MSGFMT} --check-format --check-domain -o ${CMAKE_BINARY_DIR}/translations/${name} ${folder}/${catalogue})
    list(APPEND compiled ${name})
  endforeach()
  embed_files(${target} ${CMAKE_BINARY_DIR}/translations "${compiled}")
endfunction()
