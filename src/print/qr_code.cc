// SPDX-License-Identifier: EUPL-1.2
#include "print/qr_code.h"

#include <fmt/format.h>
#include <qrencode.h>

#include <iterator>
#include <memory>

#include "base/check.h"
#include "tiles/svg_canvas.h"

namespace wegwijzer::print {

QrCode QrCode::of(std::string_view text) {
  check(!text.empty() && text.size() <= longest_in_qr_code, "an address that fits in a QR code");
  std::unique_ptr<QRcode, decltype(&QRcode_free)> const code(
      QRcode_encodeString8bit(std::string(text).c_str(), 0, QR_ECLEVEL_M), &QRcode_free);
  check(code != nullptr, "a text of this length fits in the largest QR code");
  auto const squares = static_cast<std::size_t>(code->width) * static_cast<std::size_t>(code->width);
  std::vector<bool> dark(squares);
  for (std::size_t i = 0; i < squares; ++i) dark[i] = code->data[i] & 1;
  return {code->width, std::move(dark)};
}

std::string svg(QrCode const& code, std::string_view title) {
  auto const side = code.side() + 2 * quiet_zone;
  auto out = fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{1}\" height=\"{1}\" viewBox=\"0 0 {0} {0}\" "
      "shape-rendering=\"crispEdges\" role=\"img\"><title>{2}</title><rect width=\"{0}\" height=\"{0}\" "
      "fill=\"#ffffff\"/><path fill=\"#000000\" d=\"",
      side, side * 8, tiles::svg_text(title));
  for (int y = 0; y < code.side(); ++y) {
    for (int x = 0; x < code.side(); ++x) {
      if (!code.dark(x, y)) continue;
      auto const begin = x;
      while (x + 1 < code.side() && code.dark(x + 1, y)) ++x;
      auto const width = x - begin + 1;
      fmt::format_to(std::back_inserter(out), "M{} {}h{}v1h-{}z", begin + quiet_zone, y + quiet_zone, width,
                     width);
    }
  }
  return out + "\"/></svg>\n";
}

}  // namespace wegwijzer::print
