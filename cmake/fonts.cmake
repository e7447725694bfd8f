# SPDX-License-Identifier: EUPL-1.2
# make_fonts(out folder packages): the letters of the site from the packages that npm installed, with only the signs and weights
# that are used, so that a first page stays small: out becomes the list of what is made under folder/fonts.
function(make_fonts out folder packages)
  find_program(FONTTOOLS fonttools REQUIRED)
  find_program(PYFTSUBSET pyftsubset REQUIRED)
  # What Dutch, English and most names need comes with every page; the rest of Latin only where a page has it. The same ranges stand
  # in web/style/type.css.
  set(common "U+20-7E,U+A0,U+AB,U+B7,U+BB,U+C4,U+C7-CB,U+CD,U+CF,U+D3,U+D6,U+D7,U+DC,U+DF-E2,U+E4,U+E7-EB,U+ED-EF,U+F1,U+F3,U+F4,U+F6,U+FA-FC,"
             "U+2013,U+2014,U+2018-201A,U+201C-201E,U+2022,U+2026,U+20AC,U+2190,U+2192")
  string(REPLACE ";" "" common "${common}")
  set(further "U+A1-AA,U+AC-B6,U+B8-BA,U+BC-C3,U+C5,U+C6,U+CC,U+CE,U+D0-D2,U+D4,U+D5,U+D8-DB,U+DD,U+DE,U+E3,U+E5,U+E6,U+EC,U+F0,U+F2,U+F5,U+F7-F9,U+FD-FF,U+131,U+152,U+153")
  set(extended "U+100-24F,U+1E00-1EFF")
  set(arabic "U+20,U+A0,U+AB,U+BB,U+60C,U+61B,U+61F,U+620-652,U+660-66C,U+670,U+200C-200F")
  set(made "")
  set(plain "kern,liga,ccmp,locl,mark,mkmk,tnum")
  foreach(face text:figtree:wght=400:700 heading:bricolage-grotesque:wght=700)
    string(REGEX MATCH "^([a-z]+):([a-z-]+):(.*)$" _ ${face})
    set(name ${CMAKE_MATCH_1})
    set(package ${CMAKE_MATCH_2})
    set(weights ${CMAKE_MATCH_3})
    font(${name} ${package} latin ${weights} "${common}" ${plain})
    font(${name}-further ${package} latin ${weights} "${further}" ${plain})
    font(${name}-extended ${package} latin-ext ${weights} "${extended}" ${plain})
  endforeach()
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

# embed_letters(target packages): the same letters for paper (letters.py), each weight and script a file.
function(embed_letters target packages)
  # The Python of Debian, which has the library of fonttools.
  find_program(PYTHON_OF_FONTTOOLS python3 PATHS /usr/bin NO_DEFAULT_PATH REQUIRED)
  set(folder ${CMAKE_BINARY_DIR}/letters)
  set(made "")
  letters(Text Figtree figtree latin 400)
  letters(Text Figtree figtree latin 700)
  letters(Text Figtree figtree latin-ext 400)
  letters(Text Figtree figtree latin-ext 700)
  letters(Heading BricolageGrotesque bricolage-grotesque latin 700)
  letters(Heading BricolageGrotesque bricolage-grotesque latin-ext 700)
  letters(Arabic NotoSansArabic noto-sans-arabic arabic 400)
  letters(Arabic NotoSansArabic noto-sans-arabic arabic 700)
  embed_files(${target} ${folder} "${made}")
endfunction()

macro(letters family name package script weight)
  set(file ${package}-${script}-${weight}.ttf)
  set(maker ${CMAKE_SOURCE_DIR}/cmake/letters.py)
  add_custom_command(OUTPUT ${folder}/${file} DEPENDS ${packages}/.installed ${maker}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${folder}
    COMMAND ${PYTHON_OF_FONTTOOLS} ${maker} ${packages}/@fontsource-variable/${package}/files/${package}-${script}-wght-normal.woff2
            ${folder}/${file} ${weight} "Wegwijzer ${family}" ${name}
    COMMENT "Making the letters ${file}" VERBATIM)
  list(APPEND made ${file})
endmacro()
