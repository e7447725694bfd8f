// SPDX-License-Identifier: EUPL-1.2
// What the pages share on which somebody outside says something of the map: what it is about, to which
// network it goes, and the fields that can be said otherwise.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/suggestion.h"
#include "http/parameters.h"
#include "web/html.h"
#include "web/view.h"

namespace wegwijzer::web {

// An organisation, venue or offering that visitors see.
struct SeenRecord {
  std::string kind;
  Uuid id;
  std::string name;
  Index<Ecosystem> ecosystem;
  std::vector<Index<Area>> areas{};  // the smallest in which it is or takes place
  std::vector<FieldValue> fields{};  // those that a visitor may say are otherwise, as shown now
};

std::optional<SeenRecord> seen_record(View const& view, std::string_view kind, Uuid id);
std::optional<SeenRecord> seen_record_of_page(View const& view, std::string_view page);

// What a page of ours shows, as people know it; else its path.
std::string name_of_page(View const& view, std::string_view page);

// "Mis je iets op de kaart?": to the form for it, from a page of ours.
Html way_to_missing(View const& view, std::string_view page);

// A visitor, or somebody who has signed in.
SuggestionFrom who_says_it(View const& view);

// Of the first that is no report, when the page belongs to none; nothing when there is no ecosystem.
std::optional<Index<Ecosystem>> ecosystem_of_page(View const& view, std::string_view page);

// Where something lies that somebody names in words, as far as the map knows.
struct NamedPlace {
  std::optional<GeoPoint> point{};
  std::optional<Index<Area>> area{};
  std::optional<Index<Ecosystem>> ecosystem{};  // whose nearest place is near
};

NamedPlace named_place(View const& view, std::string_view words);

// What is asked of a field of a kind of record, in everybody's words.
std::string suggested_label(View const& view, std::string_view field);

// An input for each field with what stands there now, which goes along unseen; what was typed stays.
Html suggested_fields(View const& view, std::vector<FieldValue> const& now, http::Parameters const& typed,
                      std::vector<Error> const& problems);

// What of these fields was typed otherwise than it was shown. A time that is no sentence of a schedule goes
// to `message` as it was typed; what else is wrong is told of its field.
struct TypedSuggestion {
  std::vector<ProposedField> fields{};
  std::vector<Error> problems{};
  std::string message{};
};

TypedSuggestion read_suggested_fields(View const& view, std::vector<std::string_view> const& fields,
                                      http::Parameters const& typed);

}  // namespace wegwijzer::web
