// SPDX-License-Identifier: EUPL-1.2
#include "pictures/answer.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

namespace wegwijzer::pictures {

namespace {

constexpr char made_pictures = 'p';
constexpr int tallest = 6'000;

// The errors that it may say, by number.
constexpr std::array<char const*, 5> errors{"picture.unknown_kind", "picture.damaged",
                                            "picture.too_many_pixels", "picture.odd_shape",
                                            "picture.unusual_jpeg"};

void put(std::string& out, std::size_t number) {
  for (int shift = 0; shift < 32; shift += 8) out += static_cast<char>(number >> shift & 0xffU);
}

class Reading {
 public:
  explicit Reading(std::string_view bytes) : bytes_(bytes) {}

  bool at_end() const { return bytes_.empty(); }

  std::optional<std::string_view> take(std::size_t size) {
    if (bytes_.size() < size) return std::nullopt;
    auto const taken = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    return taken;
  }

  std::size_t number() {
    std::size_t value = 0;
    auto const bytes = take(4).value_or("");
    for (auto byte = bytes.rbegin(); byte != bytes.rend(); ++byte) {
      value = value << 8U | static_cast<unsigned char>(*byte);
    }
    return value;
  }

  std::optional<Rendition> rendition() {
    auto const width = number(), height = number(), size = number();
    auto const webp = take(size);
    bool const sound = webp && width >= 1 && width <= std::size_t{widths.back()} && height >= 1 &&
                       height <= tallest && webp->starts_with("RIFF") &&
                       webp->substr(0, 12).ends_with("WEBP");
    if (!sound) return std::nullopt;
    return Rendition{static_cast<int>(width), static_cast<int>(height), std::string(*webp)};
  }

 private:
  std::string_view bytes_;
};

}  // namespace

std::string write_answer(Result<Renditions> const& made) {
  if (!made) {
    auto const known = std::ranges::find(errors, std::string_view(made.error().key));
    return {static_cast<char>('0' + (known - errors.begin()))};
  }
  std::string out{made_pictures};
  for (auto const& [width, height, webp] : *made) {
    put(out, static_cast<std::size_t>(width));
    put(out, static_cast<std::size_t>(height));
    put(out, webp.size());
    out += webp;
  }
  return out;
}

Result<Renditions> read_answer(std::string_view bytes) {
  if (bytes.size() == 1) {
    auto const number = static_cast<std::size_t>(static_cast<unsigned char>(bytes.front())) - '0';
    if (number >= errors.size()) return stopped();
    return fail(Fault::invalid, errors[number], {{"most", std::to_string(Limits().pixels / 1'000'000)}});
  }
  Reading reading(bytes);
  if (reading.take(1) != std::string_view(&made_pictures, 1)) return stopped();
  Renditions made;
  while (!reading.at_end() && made.size() < widths.size()) {
    auto one = reading.rendition();
    if (!one || (!made.empty() && one->width <= made.back().width)) return stopped();
    made.push_back(*std::move(one));
  }
  if (made.empty() || !reading.at_end()) return stopped();
  return made;
}

}  // namespace wegwijzer::pictures
