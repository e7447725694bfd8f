// SPDX-License-Identifier: EUPL-1.2
#include "usecases/import/pictures.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "base/checksum.h"

namespace wegwijzer {

namespace {

using Path = std::filesystem::path;

tl::unexpected<Error> missing(std::string const& file) {
  return fail(Fault::missing, "import.picture_missing", {{"value", file}});
}

// The file that is really there, links followed; nothing when that is not below the folder.
std::optional<Path> file_below(Path const& folder, std::string const& name) {
  std::error_code code;
  auto const root = std::filesystem::canonical(folder.empty() ? Path(".") : folder, code);
  if (code) return std::nullopt;
  auto const file = std::filesystem::canonical(root / name, code);
  if (code || !std::filesystem::is_regular_file(file)) return std::nullopt;
  bool const below = std::ranges::mismatch(root, file).in1 == root.end();
  return below ? std::optional(file) : std::nullopt;
}

Result<std::string> bytes_in(Path const& file, tl::unexpected<Error> const& missing) {
  std::error_code code;
  auto const size = std::filesystem::file_size(file, code);
  if (code) return missing;
  if (size > pictures::most_bytes) {
    return fail(Fault::invalid, "picture.too_large", {{"most", std::to_string(pictures::most_bytes >> 20U)}});
  }
  std::ifstream in(file, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), {}};
  if (!in.is_open() || in.bad()) return missing;
  return bytes;
}

Result<std::string> bytes_of(Path const& folder, std::string const& name) {
  auto const file = file_below(folder, name);
  return file ? bytes_in(*file, missing(name)) : missing(name);
}

// Each file is made anew once, whoever shows it.
class MakingPictures {
 public:
  explicit MakingPictures(Path folder) : folder_(std::move(folder)) {}

  Result<Picture> make(PictureFile const& named) {
    auto const bytes = bytes_of(folder_, named.file);
    if (!bytes) return fail(bytes.error());
    auto sum = checksum(*bytes);
    auto known = made_.find(sum);
    if (known == made_.end()) {
      auto made = pictures::reencode_apart(*bytes);
      if (!made) return fail(made.error());
      known = made_.emplace(sum, *std::move(made)).first;
    }
    return picture_of(std::move(sum), known->second, named.description);
  }

  MadePictures take() && { return std::move(made_); }

 private:
  Path folder_;
  MadePictures made_;
};

}  // namespace

Picture picture_of(std::string checksum, pictures::Renditions const& made, std::string description) {
  return {std::move(checksum), made.back().width, made.back().height, std::move(description)};
}

Result<MadePictures> made_apart(std::string_view bytes, pictures::Allowance const& allowance) {
  return pictures::reencode_apart(bytes, allowance).map([&](pictures::Renditions made) {
    return MadePictures{{checksum(bytes), std::move(made)}};
  });
}

Result<MadePictures> read_picture(Path const& file) {
  auto const bytes = bytes_in(file, fail(Fault::missing, "picture.no_file", {{"value", file.string()}}));
  if (!bytes) return fail(bytes.error());
  return made_apart(*bytes);
}

MadePictures read_pictures(Path const& folder, std::vector<OfferingRow>& rows,
                           std::vector<Problem>& problems) {
  MakingPictures making(folder);
  for (auto& row : rows) {
    for (auto const& named : row.picture_files) {
      auto picture = making.make(named);
      if (picture) {
        row.offering.pictures.all.push_back(*std::move(picture));
      } else {
        problems.push_back({row.line, named.column, std::move(picture.error()), true});
      }
    }
  }
  return std::move(making).take();
}

void keep_pictures(GroundWriter& ground, MadePictures const& made) {
  for (auto const& [sum, renditions] : made) {
    auto const picture = picture_of(sum, renditions, "");
    for (auto const& one : renditions) {
      auto const name = picture_name(picture, one.width);
      if (!ground.file(GroundKind::picture, name)) ground.replace(GroundKind::picture, name, one.webp);
    }
  }
}

}  // namespace wegwijzer
