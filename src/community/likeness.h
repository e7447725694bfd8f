// SPDX-License-Identifier: EUPL-1.2
// How probable it is that two records are about one thing, and why.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/geo_point.h"
#include "domain/choice.h"

namespace wegwijzer::community {

// What makes two records look alike.
enum class Reason {
  same_name,
  names_alike,        // but for typing errors
  name_in_name,       // one says more than the other
  organisation_name,  // one has the name of the other's organisation, or of its place
  same_phone,
  same_mail,
  same_page,
  same_site,
  same_address,
  near,
  same_kind,
  same_organisation
};

// What speaks against it.
enum class Doubt {
  other_name,
  other_kind,
  other_creed,
  far_apart,
  other_address,
  other_phone,
  other_site,
  other_organisation,
  one_register  // one and the same official list has both
};

}  // namespace wegwijzer::community

namespace wegwijzer {

template <>
inline constexpr std::array choices<community::Reason> = {
    std::pair{community::Reason::same_name, "same_name"},
    std::pair{community::Reason::names_alike, "names_alike"},
    std::pair{community::Reason::name_in_name, "name_in_name"},
    std::pair{community::Reason::organisation_name, "organisation_name"},
    std::pair{community::Reason::same_phone, "same_phone"},
    std::pair{community::Reason::same_mail, "same_mail"},
    std::pair{community::Reason::same_page, "same_page"},
    std::pair{community::Reason::same_site, "same_site"},
    std::pair{community::Reason::same_address, "same_address"},
    std::pair{community::Reason::near, "near"},
    std::pair{community::Reason::same_kind, "same_kind"},
    std::pair{community::Reason::same_organisation, "same_organisation"}};

template <>
inline constexpr std::array choices<community::Doubt> = {
    std::pair{community::Doubt::other_name, "other_name"},
    std::pair{community::Doubt::other_kind, "other_kind"},
    std::pair{community::Doubt::other_creed, "other_creed"},
    std::pair{community::Doubt::far_apart, "far_apart"},
    std::pair{community::Doubt::other_address, "other_address"},
    std::pair{community::Doubt::other_phone, "other_phone"},
    std::pair{community::Doubt::other_site, "other_site"},
    std::pair{community::Doubt::other_organisation, "other_organisation"},
    std::pair{community::Doubt::one_register, "one_register"}};

}  // namespace wegwijzer

namespace wegwijzer::community {

struct Likeness {
  double score = 0;  // the chance that they are one thing
  std::vector<Reason> reasons;
  std::vector<Doubt> doubts;
  std::optional<Metres> apart;
  // Each reason with what it was found in, such as "same_phone=0152123456", in alphabetical order: who said
  // that they are two is asked again when there is one that was not there.
  std::vector<std::string> grounds;
  bool operator==(Likeness const&) const = default;
};

}  // namespace wegwijzer::community
