# SPDX-License-Identifier: EUPL-1.2
# make_glyphs(out folder): the letters of the map from the fonts that make_fonts cut, by the program make_glyphs (src/letters):
# out becomes the list of what is made under folder/map/glyphs. docs/decisions/0027-letters-of-the-map.md
function(make_glyphs out folder)
  # What Figtree has of Latin, its additions for all of Europe and for Vietnamese, and the signs between words.
  set(firsts 0 256 512 7680 8192)
  set(fonts text text-further text-extended)
  list(TRANSFORM fonts REPLACE "(.+)" "${folder}/fonts/\\1.woff2")
  list(JOIN fonts ":" joined)
  set(made "")
  foreach(face Regular:400 Bold:700)
    string(REGEX MATCH "^(.+):(.+)$" _ ${face})
    set(name "Figtree ${CMAKE_MATCH_1}")
    set(weight ${CMAKE_MATCH_2})
    set(files "")
    foreach(first IN LISTS firsts)
      math(EXPR last "${first}+255")
      list(APPEND files "map/glyphs/${name}/${first}-${last}.pbf")
    endforeach()
    list(TRANSFORM files PREPEND ${folder}/ OUTPUT_VARIABLE outputs)
    add_custom_command(OUTPUT ${outputs} DEPENDS ${fonts} make_glyphs
      COMMAND make_glyphs ${folder}/map/glyphs ${name} ${weight} ${joined} ${firsts}
      COMMENT "Drawing the letters of the map: ${name}" VERBATIM)
    list(APPEND made ${files})
  endforeach()
  set(${out} ${made} PARENT_SCOPE)
endfunction()
