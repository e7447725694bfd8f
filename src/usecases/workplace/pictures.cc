// SPDX-License-Identifier: EUPL-1.2
#include "usecases/workplace/pictures.h"

#include <algorithm>

#include "base/words.h"
#include "exchange/cells.h"
#include "pictures/apart.h"

namespace wegwijzer {

namespace {

constexpr pictures::Allowance for_a_picture{.time = std::chrono::seconds(10)};

constexpr std::chrono::seconds several_pictures{5};  // assumption

class GiveBack {
 public:
  explicit GiveBack(std::counting_semaphore<2>& makers) : makers_(makers) {}

  GiveBack(GiveBack const&) = delete;
  GiveBack& operator=(GiveBack const&) = delete;

  ~GiveBack() { makers_.release(); }

 private:
  std::counting_semaphore<2>& makers_;
};

// "IMG_2041.jpg", "20260911": one word that says nothing to who cannot see.
bool is_file_name(std::string_view text) {
  auto const tells = [](char c) { return (c >= '0' && c <= '9') || c == '_' || c == '.'; };
  return text.find(' ') == std::string_view::npos && std::ranges::any_of(text, tells);
}

std::vector<Picture>::iterator find_in(Offering& offering, std::string_view sum) {
  return std::ranges::find(offering.pictures.all, sum, &Picture::checksum);
}

// Changes one picture of the offering as it is now. `change` gets the offering and where the picture stands
// in it.
template <class Change>
Result<Offering> change_picture(Writer& writer, Id<Offering> id, std::string_view sum, Change change) {
  auto offering = writer.offerings().find(id);
  if (!offering) return offering;
  auto const at = find_in(*offering, sum);
  if (at == offering->pictures.all.end()) return fail(Fault::missing, "work_picture.missing");
  if (auto const changed = change(*offering, at); !changed) return fail(changed.error());
  return writer.offerings().save(*std::move(offering));
}

}  // namespace

bool PictureMaker::may_send(Id<accounts::Person> sender, Date today) {
  std::scoped_lock const lock(mutex_);
  if (counted_on_ != today) sent_.clear();
  counted_on_ = today;
  auto const found = sent_.find(sender);
  return found == sent_.end() || found->second < most_pictures_a_day;
}

void PictureMaker::count(Id<accounts::Person> sender) {
  std::scoped_lock const lock(mutex_);
  ++sent_[sender];
}

Result<MadePictures> PictureMaker::make(std::string_view bytes, Id<accounts::Person> sender, Date today) {
  if (!may_send(sender, today)) {
    return fail(Fault::forbidden, "work_picture.enough_today",
                {{"most", std::to_string(most_pictures_a_day)}});
  }
  auto const turn = turns_.take(several_pictures);
  if (!turn || !makers_.try_acquire_for(several_pictures)) return fail(Fault::unavailable, "picture.busy");
  GiveBack const give_back(makers_);
  count(sender);
  return made_apart(bytes, for_a_picture);
}

Result<std::string> read_description(std::string_view typed) {
  auto line = read_line(typed);
  if (!line) return line;
  if (trimmed(*line).empty() || is_file_name(*line)) {
    return fail(Fault::missing, "work_picture.description_missing");
  }
  return line;
}

Result<Offering> add_picture(Writer& writer, Id<Offering> id, MadePictures const& made,
                             std::string const& description) {
  auto offering = writer.offerings().find(id);
  if (!offering) return offering;
  auto& all = offering->pictures.all;
  if (all.size() >= most_pictures) {
    return fail(Fault::conflict, "work_picture.no_room", {{"most", std::to_string(most_pictures)}});
  }
  for (auto const& [sum, renditions] : made) {
    if (find_in(*offering, sum) != all.end()) return fail(Fault::conflict, "work_picture.twice");
    all.push_back(picture_of(sum, renditions, description));
  }
  keep_pictures(writer.ground(), made);
  return writer.offerings().save(*std::move(offering));
}

Result<Offering> show_picture_first(Writer& writer, Id<Offering> id, std::string_view sum) {
  return change_picture(writer, id, sum, [](Offering& offering, auto at) -> Done {
    std::rotate(offering.pictures.all.begin(), at, at + 1);
    return {};
  });
}

Result<Offering> describe_picture(Writer& writer, Id<Offering> id, std::string_view sum,
                                  std::string_view seen, std::string const& description) {
  return change_picture(writer, id, sum, [&](Offering&, auto at) -> Done {
    if (at->description != seen && at->description != description) {
      return fail(Fault::conflict, "work_picture.other_wrote", {{"text", at->description}});
    }
    at->description = description;
    return {};
  });
}

Result<Offering> take_picture_away(Writer& writer, Id<Offering> id, std::string_view sum) {
  auto saved = change_picture(writer, id, sum, [](Offering& offering, auto at) -> Done {
    offering.pictures.all.erase(at);
    return {};
  });
  if (saved) writer.ground().forget_pictures_without_use();
  return saved;
}

}  // namespace wegwijzer
