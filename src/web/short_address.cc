// SPDX-License-Identifier: EUPL-1.2
#include "web/short_address.h"

#include <algorithm>

#include "base/words.h"

namespace wegwijzer::web {

namespace {

constexpr std::string_view signs = "23456789bcdfghjkmnpqrstvwxyz";
constexpr std::size_t length = 10;  // 28^10: among 100,000 things one pair in 60,000 atlases shares a code

}  // namespace

std::string short_code(Uuid uuid) {
  std::string code;
  // All bits have a say: those of the time, which many share, and those of chance.
  for (auto rest = uuid.high * 0x9e3779b97f4a7c15ULL ^ uuid.low; code.size() < length; rest /= signs.size())
    code += signs[rest % signs.size()];
  return code;
}

std::optional<Url> page_of_short_code(View const& view, std::string_view code) {
  auto const wanted = lower_case(code);
  if (wanted.size() != length) return std::nullopt;
  std::optional<Url> found;
  std::size_t times = 0;
  auto const look = [&](auto const& things, char const* path) {
    for (auto const& thing : things) {
      if (short_code(thing.id.uuid()) == wanted) ++times, found = view.page(path, thing.id);
    }
  };
  look(view.atlas.catalogue().offerings(), "/offerings");
  look(view.atlas.catalogue().venues(), "/venues");
  return times == 1 ? found : std::nullopt;
}

}  // namespace wegwijzer::web
