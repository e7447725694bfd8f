// SPDX-License-Identifier: EUPL-1.2
// A version of a network's map that it published as open data.
#pragma once

#include <array>
#include <string>

#include "base/id.h"
#include "base/time.h"
#include "domain/choice.h"

namespace wegwijzer {

// What comes from OpenStreetMap may go on only under its own licence, the ODbL.
enum class OpenLicence { cc0, cc_by, odbl };

template <>
inline constexpr std::array choices<OpenLicence> = {std::pair{OpenLicence::cc0, "CC0-1.0"},
                                                    std::pair{OpenLicence::cc_by, "CC-BY-4.0"},
                                                    std::pair{OpenLicence::odbl, "ODbL-1.0"}};

struct OpenDataVersion {
  Id<OpenDataVersion> id;
  Instant at{};  // the map as it was at this moment
  OpenLicence licence = OpenLicence::odbl;
  std::string note;   // what is new, for who uses it
  std::string actor;  // who published it
  bool operator==(OpenDataVersion const&) const = default;
};

}  // namespace wegwijzer
