// SPDX-License-Identifier: EUPL-1.2
#include "usecases/suggestion/record_now.h"

#include <algorithm>

#include "exchange/cells.h"
#include "usecases/community/any_record.h"

namespace wegwijzer {

namespace {

std::optional<Id<Organisation>> owner_of(Organisation const& one) {
  return one.id;
}

std::optional<Id<Organisation>> owner_of(Venue const& one) {
  return one.organisation;
}

std::optional<Id<Organisation>> owner_of(Offering const& one) {
  return one.organisation;
}

template <class Thing>
std::optional<RecordNow> looked_up(Reader& reader, Uuid id, Date today) {
  auto const found = records<Thing>(reader).find(Id<Thing>(id));
  if (!found) return std::nullopt;
  RecordNow now{std::string(record_name<Thing>),
                id,
                name_of(*found),
                owner_of(*found),
                found->archived_on.has_value(),
                stale(*found, today),
                field_values(*found)};
  now.fields.push_back({"confirmed_on", to_field_text(found->confirmed_on)});
  return now;
}

}  // namespace

FieldText RecordNow::value(std::string_view field) const {
  auto const found = std::ranges::find(fields, field, &FieldValue::name);
  return found == fields.end() ? FieldText() : found->value;
}

std::optional<RecordNow> record_now(Reader& reader, std::string_view kind, Uuid id, Date today) {
  if (kind == record_name<Organisation>) return looked_up<Organisation>(reader, id, today);
  if (kind == record_name<Venue>) return looked_up<Venue>(reader, id, today);
  if (kind == record_name<Offering>) return looked_up<Offering>(reader, id, today);
  return std::nullopt;
}

bool can_hold(std::string_view kind, std::string_view field, FieldText const& value) {
  // Where it came from and whether it is on the map is not for others to say.
  if (field == "source" || field == "archived_on") return false;
  bool can = false;
  with_kind(kind, [&]<class Thing>(Kind<Thing>) {
    Thing thing;
    can = set_text(thing, field, value).has_value();
  });
  return can;
}

std::vector<std::string_view> suggestible_fields(std::string_view kind) {
  if (kind == record_name<Organisation>) return {"phone", "email", "website"};
  if (kind == record_name<Venue>) return {"street", "postcode", "city", "phone", "website"};
  if (kind == record_name<Offering>) return {"schedule", "ages", "phone", "email", "link"};
  return {};
}

Result<FieldText> read_suggested(std::string_view field, std::string_view typed) {
  auto const text_typed = trimmed(typed);
  if (text_typed.empty()) return FieldText("");
  auto const kept = [&](auto read) {
    return read.map([](auto const& value) { return to_field_text(value); }).map_error([&](Error error) {
      return in_field(std::move(error), std::string(field));
    });
  };
  if (field == "phone") return kept(read_phone(text_typed));
  if (field == "email") return kept(read_email(text_typed));
  if (field == "website" || field == "link") return kept(read_link(text_typed));
  if (field == "ages") return kept(read_ages(text_typed));
  if (field == "schedule") return kept(Schedule::parse(text_typed));
  return kept(read_line(text_typed));
}

}  // namespace wegwijzer
