// SPDX-License-Identifier: EUPL-1.2
#include "usecases/contact/own_contacts.h"

#include <nlohmann/json.hpp>

namespace wegwijzer {

namespace {

std::string organisation_name(Reader& reader, Id<Organisation> id) {
  auto const found = reader.organisations().find(id);
  return found ? found->name : "";
}

template <class Value>
nlohmann::ordered_json codes_of(std::vector<Value> const& values) {
  auto all = nlohmann::ordered_json::array();
  for (auto const& one : values) all.push_back(text(one));
  return all;
}

nlohmann::ordered_json day_or_null(std::optional<Date> const& day) {
  return day ? nlohmann::ordered_json(text(*day)) : nlohmann::ordered_json();
}

}  // namespace

std::vector<OwnContact> contacts_of(Store& store, std::string_view email) {
  std::vector<OwnContact> own;
  for (auto const& network : store.ecosystems()) {
    auto const reader = store.reader(network);
    for (auto& one : reader->contacts().all()) {
      if (one.email != email) continue;
      auto name = organisation_name(*reader, one.organisation);
      own.push_back({network, std::move(name), std::move(one)});
    }
  }
  return own;
}

std::string own_contact_data(OwnContact const& own) {
  auto const& one = own.contact;
  return nlohmann::ordered_json{{"network", own.network.name},
                                {"organisation", own.organisation},
                                {"name", one.name},
                                {"function", one.function},
                                {"layer", text(one.layer)},
                                {"mail", one.email},
                                {"phone", one.phone},
                                {"turn_to_for", codes_of(one.turn_to)},
                                {"about", one.about},
                                {"themes", codes_of(one.themes)},
                                {"consent",
                                 {{"state", text(consent_of(one))},
                                  {"way", text(one.way)},
                                  {"asked_on", day_or_null(one.asked_on)},
                                  {"given_on", day_or_null(one.given_on)}}},
                                {"entered_by", one.entered_by}}
      .dump(2);
}

}  // namespace wegwijzer
