// SPDX-License-Identifier: EUPL-1.2
// Pieces that several pages show: the search form, an offering in a list, a place to go to.
#pragma once

#include <optional>

#include "domain/record.h"
#include "web/view.h"

namespace wegwijzer::web {

// "Waar woon je?" and the rest; `where` is what was typed and `problem` what is wrong with it.
Html search_form(View const& view, OfferingQuery const& query, std::string_view where,
                 std::string const& problem = {});

// What providers wrote, which is Dutch: a screen reader on an English page is told so, and a page from right
// to left shows it from left to right.
Html in_dutch(View const& view, std::string_view text);
Html in_dutch(View const& view, Html const& text);

// What was written in both. Other languages get the English; without that, or in Dutch, it is the Dutch.
Html in_dutch_or_english(View const& view, std::string const& dutch, std::string const& english);

// A name, address or number that is the same in every language: among words from right to left it stays
// whole.
Html proper_name(View const& view, std::string_view name);
Html proper_name(View const& view, Html const& name);

// `reason` stands in the place of the summary; `words` were looked for and are marked; `why` comes at the
// end; `mark` ties the card to something else on the page, such as its number on the map.
struct CardNotes {
  Html mark{};
  Html reason{};
  search::Query const* words = nullptr;
  Html why{};
};

Html offering_card(View const& view, FoundOffering const& found, OfferingQuery const& query,
                   CardNotes const& notes = {});
// For who does not read much: how far, when, and whether it is free.
Html child_card(View const& view, OfferingQuery const& query, FoundOffering const& found);
// Somebody who knows, wherever one lives; `place` is where one finds such a person.
Html ask_somebody(View const& view, Html const& place);

// What can be chosen in a <select>: one thing, an age, a theme or none.
Html option(std::string_view value, std::string_view label, bool chosen);
Html age_options(View const& view, std::optional<int> age);
Html minutes_options(View const& view, Minutes chosen);
Html mode_choices(View const& view, Mode chosen);  // of the field "mode"
Html theme_options(View const& view, std::vector<ThemeCode> const& chosen, std::string_view none);

// A field to type in, with what it asks, a hint, and what is wrong with what was typed; `complete` tells the
// browser what it is.
struct TextField {
  std::string id;  // also the parameter's name
  std::string label;
  std::string hint;
  std::string value;
  std::string problem{};
  char const* complete = "off";
};

Html text_field(TextField const& field);

Html hidden(std::string_view name, std::string_view value);  // of a form
// The whole query as hidden fields of a form that asks something else.
Html hidden_query(OfferingQuery const& query);

// A button that reads the page aloud, where the device has a voice of its own.
Html read_aloud(View const& view);

// When somebody last said that it is right, and whether that is long ago.
Html provenance(View const& view, std::optional<Date> confirmed_on, bool is_stale);

template <class Thing>
Html provenance(View const& view, Record<Thing> const& record) {
  return provenance(view, record.confirmed_on, stale(record, view.moment.today));
}

// Where a picture is served in one of its widths.
Url picture_address(Picture const& picture, int width);

// The one element for a picture: room is kept for it before it is there, and who cannot see it is told.
Html picture(Picture const& shown);

Html place_card(View const& view, Arrival const& place, OfferingQuery const& query);

// The offering's own address, taking along where the child lives and how it travels.
Url offering_address(View const& view, Index<Offering> offering, OfferingQuery const& query);

}  // namespace wegwijzer::web
