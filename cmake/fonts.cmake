# SPDX-License-Identifier: EUPL-1.2
# make_fonts(out folder packages): the letters of the site from the packages that npm installed, with only the signs and weights
# that are used, so that a first page stays small: out becomes the list of what is made under folder/fonts.
function(make_fonts out folder packages)
  find_program(FONTTOOLS fonttools REQUIRED)
  find_program(PYFTSUBSET pyftsubset REQUIRED)
  set(latin "U+20-7E,U+A0-FF,U+131-133,U+152-153,U+2010-2014,U+2018-201A,U+201C-201E,U+2022,U+2026,U+2032-2033,U+20AC,U+2190-2193,U+2212")
  set(further_latin "U+100-130,U+134-151,U+154-24F,U+1E00-1EFF")
  set(arabic "U+20,U+A0,U+AB,U+BB,U+60C,U+61B,U+61F,U+620-652,U+660-66C,U+670,U+200C-200F")
  set(made "")
  set(plain "kern,liga,calt,ccmp,locl,mark,mkmk,tnum")
  font(text figtree latin wght=400:700 "${latin}" ${plain})
  font(text-more figtree latin-ext wght=400:700 "${further_latin}" ${plain})
  font(heading bricolage-grotesque latin wght=700 "${latin}" ${plain})
  font(arabic noto-sans-arabic arabic wght=400:700 "${arabic}" *)
  set(${out} ${made} PARENT_SCOPE)
endfunction()

macro(font name package script weights signs features)
  set(source ${packages}/@fontsource-variable/${package})
  add_custom_command(OUTPUT ${folder}/fonts/${name}.woff2 ${folder}/fonts/${name}.txt DEPENDS ${packages}/.installed
    COMMAND ${CMAKE_COMMAND} -E make_directory ${folder}/fonts
    COMMAND ${FONTTOOLS} varLib.instancer -q -o ${folder}/fonts/${name}.ttf
            ${source}/files/${package}-${script}-wght-normal.woff2 ${weights}
    COMMAND ${PYFTSUBSET} ${folder}/fonts/${name}.ttf "--unicodes=${signs}" --flavor=woff2 --no-hinting
            "--layout-features=${features}" --output-file=${folder}/fonts/${name}.woff2
    COMMAND ${CMAKE_COMMAND} -E copy ${source}/LICENSE ${folder}/fonts/${name}.txt
    COMMENT "Making the font ${name}" VERBATIM)
  list(APPEND made fonts/${name}.woff2 fonts/${name}.txt)
endmacro()
