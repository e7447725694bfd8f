// SPDX-License-Identifier: EUPL-1.2
// Pictures that a provider puts with an offering, and takes away again (docs/decisions/0055).
#pragma once

#include <map>
#include <mutex>
#include <semaphore>
#include <string>
#include <string_view>

#include "accounts/person.h"
#include "ports/store.h"
#include "usecases/account/turns.h"
#include "usecases/import/pictures.h"

namespace wegwijzer {

// Assumption: far above what a season asks, far below what fills a store.
inline constexpr int most_pictures_a_day = 40;

// Makes what people send fit to be shown, two at once. Safe to use from several threads.
class PictureMaker {
 public:
  // The turns are shared with all else that takes long, so that some of the workers stay free for who looks.
  explicit PictureMaker(Turns& turns) : turns_(turns) {}

  // Fails as reencode_apart() does, with "picture.busy", and with "work_picture.enough_today" of who has sent
  // too many: then nothing was looked at.
  Result<MadePictures> make(std::string_view bytes, Id<accounts::Person> sender, Date today);

 private:
  bool may_send(Id<accounts::Person> sender, Date today);
  void count(Id<accounts::Person> sender);

  Turns& turns_;
  std::counting_semaphore<2> makers_{2};  // each may take 700 MB
  std::mutex mutex_;
  Date counted_on_{};
  std::map<Id<accounts::Person>, int> sent_;
};

// What is on a picture, for who cannot see it. Fails with "work_picture.description_missing" when it is
// empty or no more than the name of a file, and as read_line() does.
Result<std::string> read_description(std::string_view typed);

// Behind those that are there; the writer is not yet committed, as below. Fails with "work_picture.twice",
// "work_picture.no_room" and as find() and save() do.
Result<Offering> add_picture(Writer& writer, Id<Offering> offering, MadePictures const& made,
                             std::string const& description);

// The ones below fail with "work_picture.missing" when the offering does not show it.
Result<Offering> show_picture_first(Writer& writer, Id<Offering> offering, std::string_view checksum);

// `seen`: what it said when the form was opened. Fails with "work_picture.other_wrote" when somebody else has
// changed it since.
Result<Offering> describe_picture(Writer& writer, Id<Offering> offering, std::string_view checksum,
                                  std::string_view seen, std::string const& description);

// For good, unless another offering shows it too.
Result<Offering> take_picture_away(Writer& writer, Id<Offering> offering, std::string_view checksum);

}  // namespace wegwijzer
