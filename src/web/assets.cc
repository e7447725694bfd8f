// SPDX-License-Identifier: EUPL-1.2
#include "web/assets.h"

#include <algorithm>
#include <vector>

#include "base/embedded.h"

namespace wegwijzer::web {

namespace {

std::vector<EmbeddedFile> public_files() {
  std::vector<EmbeddedFile> files;
  std::ranges::copy_if(assets_files(), std::back_inserter(files), [](EmbeddedFile const& file) {
    std::string_view const path = file.path;
    constexpr std::string_view folders[] = {"css/", "images/", "js/", "templates/", "vocabulary/"};
    return std::ranges::any_of(folders, [&](auto folder) { return path.starts_with(folder); }) &&
           !path.ends_with(".md");
  });
  std::ranges::copy(web_bundle_files(), std::back_inserter(files));
  return files;
}

}  // namespace

http::StaticFiles const& served_files() {
  static auto const files = public_files();
  static http::StaticFiles const served(files, "assets");
  return served;
}

Url asset(std::string_view path) {
  return Url::path(served_files().url(path));
}

}  // namespace wegwijzer::web
