# SPDX-License-Identifier: EUPL-1.2
# embed_web_bundle(target folder): the scripts of folder/src with the packages they use, put together by esbuild, as
# embedded files map/…: what a page names, what that loads on demand, and MapLibre's worker of the same version; the style
# sheets css/… (folder/style.mjs) and its fonts/…; the letters of the map map/glyphs/….
function(embed_web_bundle target folder)
  find_program(NPM npm REQUIRED)
  set(out ${CMAKE_BINARY_DIR}/web)
  set(packages ${folder}/node_modules)
  file(GLOB sources CONFIGURE_DEPENDS ${folder}/src/*)
  file(GLOB styles CONFIGURE_DEPENDS ${folder}/style/*)
  # script/install does the same beforehand; here it is for who builds without it.
  add_custom_command(OUTPUT ${packages}/.installed DEPENDS ${folder}/package-lock.json
    COMMAND ${NPM} ci --silent --no-audit --no-fund --ignore-scripts
    COMMAND ${CMAKE_COMMAND} -E touch ${packages}/.installed
    WORKING_DIRECTORY ${folder} COMMENT "Installing the packages of the site")
  set(files js/finder.js map/ww_map.js map/map.js map/map.css map/maplibre-gl-worker.mjs)
  list(TRANSFORM files PREPEND ${out}/ OUTPUT_VARIABLE made)
  set(esbuild ${packages}/.bin/esbuild --bundle --minify --format=esm --target=es2022 --legal-comments=inline
              --log-level=warning)
  add_custom_command(OUTPUT ${made} DEPENDS ${sources} ${packages}/.installed
    COMMAND ${esbuild} src/finder.js --outfile=${out}/js/finder.js
    COMMAND ${esbuild} src/ww_map.js --external:./map.js --outfile=${out}/map/ww_map.js
    COMMAND ${esbuild} src/map.js --outfile=${out}/map/map.js
    COMMAND ${esbuild} src/map.css --outfile=${out}/map/map.css
    COMMAND ${CMAKE_COMMAND} -E copy ${packages}/maplibre-gl/dist/maplibre-gl-worker.mjs ${out}/map
    WORKING_DIRECTORY ${folder} COMMENT "Bundling the map")
  add_custom_command(OUTPUT ${out}/css/site.css ${out}/css/figures.css ${out}/css/work.css DEPENDS ${folder}/style.mjs ${styles} ${packages}/.installed
    COMMAND node style.mjs ${out}/css WORKING_DIRECTORY ${folder} COMMENT "Making the style sheets")
  make_fonts(fonts ${out} ${packages})
  make_glyphs(glyphs ${out})
  embed_files(${target} ${out} "${files};css/site.css;css/figures.css;css/work.css;${fonts};${glyphs}")
endfunction()
