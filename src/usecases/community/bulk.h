// SPDX-License-Identifier: EUPL-1.2
// Many records of a table changed at once: planned, looked at, done as one change that can be taken back.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "ports/store.h"
#include "usecases/community/edits.h"

namespace wegwijzer {

// A record as it was when it was chosen.
struct Chosen {
  Uuid id;
  std::int64_t version = 0;
  bool operator==(Chosen const&) const = default;
};

enum class BulkAction {
  set,       // a field says this
  add,       // to a list
  take_out,  // of a list
  confirm,   // all of it is right today
  archive,
  restore
};

template <>
inline constexpr std::array choices<BulkAction> = {
    std::pair{BulkAction::set, "set"},           std::pair{BulkAction::add, "add"},
    std::pair{BulkAction::take_out, "take_out"}, std::pair{BulkAction::confirm, "confirm"},
    std::pair{BulkAction::archive, "archive"},   std::pair{BulkAction::restore, "restore"}};

struct BulkWish {
  std::string record;
  BulkAction action = BulkAction::confirm;
  std::string field{};  // for set, add and take_out
  FieldText value{};    // of a list any number of its values
};

struct BulkPlan {
  std::vector<Edit> edits;
  std::size_t already = 0;        // say it already
  std::vector<Chosen> meanwhile;  // changed since they were chosen, or gone: left alone
};

// What would be done to these. Throws when the record is no kind.
BulkPlan plan_bulk(Reader& reader, BulkWish const& wish, std::span<Chosen const> chosen, Date today);

// Each of these venues that nobody has becomes that of an organisation of its own name, with its website and
// phone: what was found on a map becomes somebody to work with. As part of a change that has begun. Gives the
// number of organisations.
std::size_t make_organisations(Writer& writer, std::span<Chosen const> venues);

}  // namespace wegwijzer
