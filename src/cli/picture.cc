// SPDX-License-Identifier: EUPL-1.2
#include <ostream>

#include "cli/commands.h"

namespace wegwijzer::cli {

int picture(Context const& context, std::filesystem::path const& store, PictureWish const& wish,
            std::filesystem::path const& file) {
  auto const opened = context.open_store(store, false);
  if (!opened) return complain(context, opened.error());
  auto const ground = (*opened)->ground();
  if (auto const drawn = draw_picture(*ground, wish, file); !drawn) return complain(context, drawn.error());
  context.out << context.language("picture.done", {{"file", file.string()}}) << '\n';
  return 0;
}

}  // namespace wegwijzer::cli
