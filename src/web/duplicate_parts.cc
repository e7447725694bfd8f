// SPDX-License-Identifier: EUPL-1.2
#include "web/duplicate_parts.h"

#include <algorithm>

#include "base/words.h"
#include "web/parts.h"
#include "web/phrases.h"
#include "web/record_words.h"

namespace wegwijzer::web {

namespace {

struct SourceName {
  std::string_view beginning;
  char const* key;
};

constexpr SourceName source_names[] = {{"osm:", "duplicate.source_osm"},
                                       {"duo:", "duplicate.source_duo"},
                                       {"csv:", "duplicate.source_csv"},
                                       {"report", "duplicate.source_report"}};

std::string source_phrase(View const& view, std::string const& source) {
  auto const* const found = std::ranges::find_if(
      source_names, [&](SourceName const& one) { return source.starts_with(one.beginning); });
  if (found != std::end(source_names)) return view.language(found->key);
  return view.language(source.empty() ? "duplicate.source_people" : "duplicate.source_other");
}

std::string day_of_confirmation(View const& view, std::optional<Date> day) {
  return day ? day_phrase(view.language, *day) : std::string();
}

std::string first_address(Reader& reader, Organisation const& one) {
  auto venues = reader.venues().with("organisation", text(one.id));
  std::erase_if(venues, [](Venue const& venue) { return venue.archived_on.has_value(); });
  return venues.empty() ? std::string() : address_phrase(venues.front());
}

InShort short_of(View const& view, Reader& reader, Organisation const& one) {
  auto const& t = view.language;
  return {one.name,
          source_phrase(view, one.source),
          one.archived_on ? std::nullopt : std::optional(view.page("/organisations", one.id)),
          {{t("duplicate.kind"), choice_phrase(t, "sector.of_", one.sector)},
           {t("duplicate.address"), first_address(reader, one)},
           {t("contact.phone"), one.phone},
           {t("contact.email"), one.email},
           {t("contact.website"), one.website},
           {t("duplicate.source"), source_phrase(view, one.source)},
           {t("duplicate.confirmed"), day_of_confirmation(view, one.confirmed_on)}}};
}

InShort short_of(View const& view, Reader& reader, Venue const& one) {
  auto const& t = view.language;
  auto const its = one.organisation ? reader.organisations().find(*one.organisation)
                                    : fail(Fault::missing, "record.missing");
  return {venue_name(view, one),
          source_phrase(view, one.source),
          one.archived_on ? std::nullopt : std::optional(view.page("/venues", one.id)),
          {{t("duplicate.kind"), venue_kind_phrase(view, one.kind)},
           {t("duplicate.address"), address_phrase(one)},
           {t("contact.phone"), one.phone},
           {t("contact.website"), one.website},
           {t("record_field.organisation"), its ? its->name : std::string()},
           {t("duplicate.source"), source_phrase(view, one.source)},
           {t("duplicate.confirmed"), day_of_confirmation(view, one.confirmed_on)}}};
}

template <class Thing>
Result<InShort> short_of_kind(View const& view, Reader& reader, Uuid id) {
  return records<Thing>(reader).find(Id<Thing>(id)).map([&](Thing const& one) {
    return short_of(view, reader, one);
  });
}

}  // namespace

std::optional<TwoOfAKind> two_of_a_kind(http::Parameters const& parameters) {
  auto const record = std::string(parameters.first("kind").value_or(""));
  auto const one = parse_uuid(parameters.first("one").value_or(""));
  auto const other = parse_uuid(parameters.first("other").value_or(""));
  bool const looked_for = record == record_name<Organisation> || record == record_name<Venue>;
  if (!looked_for || !one || !other || *one == *other) return std::nullopt;
  return TwoOfAKind{record, *one, *other};
}

Url merge_address(View const& view, NetworkBench const& bench, TwoOfAKind const& two) {
  return view.page(bench.path() + "/duplicates/merge")
      .with("kind", two.record)
      .with("one", text(two.one))
      .with("other", text(two.other));
}

Html hidden_pair(TwoOfAKind const& two) {
  return hidden("kind", two.record) + hidden("one", text(two.one)) + hidden("other", text(two.other));
}

Result<InShort> in_short(View const& view, Reader& reader, std::string const& record, Uuid id) {
  if (record == record_name<Venue>) return short_of_kind<Venue>(view, reader, id);
  return short_of_kind<Organisation>(view, reader, id);
}

void give_roles(Desk const& desk, std::vector<accounts::Membership> const& roles) {
  if (roles.empty()) return;
  auto const accounts = desk.store.change_accounts();
  for (auto const& one : roles) accounts->add(one);
  accounts->commit();
}

void take_roles(Desk const& desk, std::vector<accounts::Membership> const& roles) {
  if (roles.empty()) return;
  auto const accounts = desk.store.change_accounts();
  for (auto const& one : roles) accounts->remove(one);
  accounts->commit();
}

}  // namespace wegwijzer::web
