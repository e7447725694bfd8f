// SPDX-License-Identifier: EUPL-1.2
#include "usecases/community/bulk.h"

#include <algorithm>

#include "base/check.h"
#include "base/words.h"
#include "usecases/community/any_record.h"

namespace wegwijzer {

namespace {

using Parts = std::vector<std::string>;

Parts parts_of(FieldText const& list) {
  auto const whole = list.value_or("");
  Parts parts;
  for (auto const part : split(whole, ';')) parts.emplace_back(part);
  return parts;
}

FieldText joined_list(Parts const& parts) {
  return parts.empty() ? FieldText() : FieldText(joined(parts, "; "));
}

FieldText with(FieldText const& list, FieldText const& more) {
  auto parts = parts_of(list);
  for (auto& one : parts_of(more)) {
    if (std::ranges::find(parts, one) == parts.end()) parts.push_back(std::move(one));
  }
  return joined_list(parts);
}

FieldText without(FieldText const& list, FieldText const& less) {
  auto parts = parts_of(list);
  auto const out = parts_of(less);
  std::erase_if(parts, [&](auto const& one) { return std::ranges::find(out, one) != out.end(); });
  return joined_list(parts);
}

std::string field_of(BulkWish const& wish) {
  if (wish.action == BulkAction::confirm) return "confirmed_on";
  bool const of_field =
      wish.action == BulkAction::set || wish.action == BulkAction::add || wish.action == BulkAction::take_out;
  return of_field ? wish.field : "archived_on";
}

FieldText wished(BulkWish const& wish, FieldText const& now, Date today) {
  switch (wish.action) {
    case BulkAction::set:
      return wish.value;
    case BulkAction::add:
      return with(now, wish.value);
    case BulkAction::take_out:
      return without(now, wish.value);
    case BulkAction::restore:
      return std::nullopt;
    case BulkAction::archive:
      return now ? now : text(today);
    case BulkAction::confirm:
      return text(today);
  }
  throw Broken("a bulk action that nobody knows");
}

template <class Thing>
void plan_one(Reader& reader, BulkWish const& wish, Chosen const& chosen, Date today, BulkPlan& plan) {
  auto const thing = records<Thing>(reader).find(Id<Thing>(chosen.id));
  if (!thing || thing->version != chosen.version) {
    plan.meanwhile.push_back(chosen);
    return;
  }
  auto const field = field_of(wish);
  auto const now = text_of(*thing, field);
  auto after = wished(wish, now, today);
  if (after == now) {
    ++plan.already;
  } else {
    plan.edits.push_back({wish.record, chosen.id, field, now, std::move(after)});
  }
}

}  // namespace

BulkPlan plan_bulk(Reader& reader, BulkWish const& wish, std::span<Chosen const> chosen, Date today) {
  BulkPlan plan;
  bool const known = with_kind(wish.record, [&]<class Thing>(Kind<Thing>) {
    for (auto const& one : chosen) plan_one<Thing>(reader, wish, one, today, plan);
  });
  check(known, "bulk changes are of a kind of record");
  return plan;
}

namespace {

// By the kind of its place; somebody who knows it better changes it.
constexpr std::pair<std::string_view, Sector> sectors[] = {{"school", Sector::education},
                                                           {"childcare", Sector::childcare},
                                                           {"library", Sector::library},
                                                           {"toy-library", Sector::library},
                                                           {"museum", Sector::museum},
                                                           {"science-centre", Sector::museum},
                                                           {"aquarium", Sector::nature},
                                                           {"petting-farm", Sector::nature},
                                                           {"zoo", Sector::nature},
                                                           {"city-farm", Sector::nature},
                                                           {"botanical-garden", Sector::nature},
                                                           {"school-garden", Sector::nature},
                                                           {"nature-centre", Sector::nature},
                                                           {"nature-reserve", Sector::nature},
                                                           {"planetarium", Sector::technology},
                                                           {"observatory", Sector::technology},
                                                           {"makerspace", Sector::technology},
                                                           {"repair-cafe", Sector::technology},
                                                           {"community-centre", Sector::welfare},
                                                           {"youth-centre", Sector::welfare},
                                                           {"playground", Sector::welfare},
                                                           {"adventure-playground", Sector::welfare},
                                                           {"scouting", Sector::welfare},
                                                           {"arts-centre", Sector::culture},
                                                           {"music-school", Sector::culture},
                                                           {"dance-school", Sector::culture},
                                                           {"theatre", Sector::culture},
                                                           {"cinema", Sector::culture},
                                                           {"gallery", Sector::culture},
                                                           {"castle", Sector::heritage},
                                                           {"heritage-site", Sector::heritage},
                                                           {"mill", Sector::heritage},
                                                           {"bird-hide", Sector::nature},
                                                           {"sports-field", Sector::sport},
                                                           {"higher-education", Sector::higher_education},
                                                           {"climbing-hall", Sector::sport},
                                                           {"riding-school", Sector::sport},
                                                           {"swimming-pool", Sector::sport},
                                                           {"ice-rink", Sector::sport},
                                                           {"skate-park", Sector::sport},
                                                           {"sports-centre", Sector::sport},
                                                           {"sports-club", Sector::sport}};

Sector sector_of(VenueKind const& kind) {
  auto const found =
      std::ranges::find(sectors, std::string_view(kind.text()), &std::pair<std::string_view, Sector>::first);
  return found == std::end(sectors) ? Sector::other : found->second;
}

}  // namespace

std::size_t make_organisations(Writer& writer, std::span<Chosen const> venues) {
  std::size_t made = 0;
  for (auto const& chosen : venues) {
    auto venue = writer.venues().find(Id<Venue>(chosen.id));
    bool const can_be =
        venue && venue->version == chosen.version && !venue->organisation && !venue->name.empty();
    if (!can_be) continue;
    Organisation organisation;
    organisation.id = writer.new_id<Organisation>();
    organisation.name = venue->name, organisation.roles = {Role::provider};
    organisation.website = venue->website, organisation.phone = venue->phone;
    organisation.sector = sector_of(venue->kind);
    venue->organisation = organisation.id;
    bool const kept = writer.organisations().save(std::move(organisation)).has_value() &&
                      writer.venues().save(*std::move(venue)).has_value();
    check(kept, "an organisation made of a venue can be kept");
    ++made;
  }
  return made;
}

}  // namespace wegwijzer
