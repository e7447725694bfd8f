// SPDX-License-Identifier: EUPL-1.2
#include "print/letters.h"

#include <fmt/format.h>
#include <fontconfig/fontconfig.h>
#include <pango/pangofc-fontmap.h>
#include <sys/mman.h>
#include <unistd.h>

#include <memory>
#include <string>

#include "base/check.h"
#include "base/embedded.h"

namespace wegwijzer::print {

namespace {

// Fontconfig, Pango and Cairo each open a font by its name as a file; one in memory has such a name as long
// as it is open, which is as long as this process lives.
std::string file_in_memory(EmbeddedFile const& font) {
  auto const file = memfd_create(font.path, MFD_CLOEXEC);
  check(file >= 0, "there is memory for a font");
  auto left = font.content();
  while (!left.empty()) {
    auto const written = write(file, left.data(), left.size());
    check(written > 0, "a font fits in memory");
    left.remove_prefix(static_cast<std::size_t>(written));
  }
  return fmt::format("/proc/self/fd/{}", file);
}

FcConfig* make_fonts() {
  auto* const fonts = FcInitLoadConfigAndFonts();
  check(fonts != nullptr, "fontconfig begins, also where no fonts are");
  for (auto const& font : letters_files()) {
    auto const file = file_in_memory(font);
    check(FcConfigAppFontAddFile(fonts, reinterpret_cast<FcChar8 const*>(file.c_str())) == FcTrue,
          "our own fonts can be read");
  }
  return fonts;
}

// Read by all threads, changed by none.
FcConfig* fonts() {
  static FcConfig* const made = make_fonts();
  return made;
}

using FontMap = std::unique_ptr<PangoFontMap, decltype(&g_object_unref)>;

FontMap make_letters() {
  FontMap made(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT), &g_object_unref);
  check(made != nullptr, "Pango reads fonts by FreeType");
  pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(made.get()), fonts());
  return made;
}

}  // namespace

PangoFontMap* letters() {
  thread_local auto const mine = make_letters();
  return mine.get();
}

}  // namespace wegwijzer::print
