// SPDX-License-Identifier: EUPL-1.2
#include "web/record_words.h"

#include <algorithm>

#include "domain/record_kinds.h"
#include "web/phrases.h"

namespace wegwijzer::web {

namespace {

// One value in words. Of what has no words of its own it is the text in which it is kept.
class Words {
 public:
  // Without a store what is referred to has no name.
  Words(View const& view, Reader* reader) : view_(view), t_(view.language), reader_(reader) {}

  std::string of(std::string const& value) const { return value.empty() ? t_("work.not_said") : value; }

  std::string of(bool value) const { return t_(value ? "work.yes" : "work.no"); }

  std::string of(int value) const { return std::to_string(value); }

  std::string of(Date value) const { return date_phrase(t_, value); }

  std::string of(OfferingKind value) const { return choice_phrase(t_, "kind.", value); }

  std::string of(Stage value) const { return choice_phrase(t_, "stage.", value); }

  std::string of(Where value) const { return choice_phrase(t_, "where.", value); }

  std::string of(SchoolTime value) const {
    return t_(value == SchoolTime::in_school ? "work.yes" : "work.no");
  }

  std::string of(Company value) const { return choice_phrase(t_, "company.", value); }

  std::string of(Access value) const { return choice_phrase(t_, "access.", value); }

  std::string of(RoleModel value) const { return choice_phrase(t_, "role_model.", value); }

  std::string of(Sector value) const { return choice_phrase(t_, "sector.of_", value); }

  std::string of(Role value) const { return choice_phrase(t_, "role.", value); }

  std::string of(Level value) const { return choice_phrase(t_, "level.", value); }

  std::string of(TargetGroup value) const { return choice_phrase(t_, "target_group.", value); }

  std::string of(Threshold value) const { return choice_phrase(t_, "record_choice.threshold_", value); }

  std::string of(CollaborationKind value) const { return choice_phrase(t_, "collaboration.", value); }

  std::string of(FactKind value) const { return choice_phrase(t_, "fact_kind.", value); }

  std::string of(ChannelKind value) const { return choice_phrase(t_, "record_choice.channel_", value); }

  std::string of(Proposer value) const { return choice_phrase(t_, "record_choice.proposer_", value); }

  std::string of(InquiryAnswer value) const { return choice_phrase(t_, "record_choice.answer_", value); }

  std::string of(VenueKind const& value) const { return venue_kind_name(view_, value); }

  std::string of(Price value) const { return price_phrase(t_, value); }

  std::string of(AgeRange value) const { return text(value); }

  std::string of(SchoolGroups value) const { return text(value); }

  std::string of(Schedule const& value) const {
    auto const said = schedule_phrase(t_, value);
    return said.empty() ? t_("work.not_said") : said;
  }

  std::string of(Pictures const& value) const { return of(value.all); }

  std::string of(Picture const& value) const { return value.description; }

  std::string of(LanguageCode const& value) const { return spoken_name(view_, value); }

  std::string of(ThemeCode const& value) const {
    auto const& all = view_.atlas.vocabulary().themes;
    auto const found = std::ranges::find(all, value, &Theme::code);
    return found == all.end() ? value.text() : theme_name(view_, *found);
  }

  std::string of(FundCode const& value) const {
    auto const& all = view_.atlas.vocabulary().funds;
    auto const found = std::ranges::find(all, value, &Fund::code);
    return found == all.end() ? value.text() : fund_name(view_, *found);
  }

  std::string of(Id<Venue> value) const {
    auto const found = find(value);
    return found ? found->name : text(value);
  }

  std::string of(Id<Organisation> value) const {
    auto const found = find(value);
    return found ? found->name : text(value);
  }

  std::string of(Id<Offering> value) const {
    auto const found = find(value);
    return found ? found->title : text(value);
  }

  std::string of(Direction value) const { return choice_phrase(t_, "direction.", value); }

  // What has no words of its own is shown as it is kept.
  template <class Value>
  std::string of(Value const& value) const {
    return to_field_text(value).value_or(t_("work.not_said"));
  }

  template <class Value>
  std::string of(std::optional<Value> const& value) const {
    return value ? of(*value) : t_("work.not_said");
  }

  template <class Value>
  std::string of(std::vector<Value> const& values) const {
    if (values.empty()) return t_("work.not_said");
    std::vector<std::string> words;
    for (auto const& value : values) words.push_back(of(value));
    return joined_phrase(t_, words);
  }

 private:
  template <class Thing>
  std::optional<Thing> find(Id<Thing> id) const {
    if (!reader_) return std::nullopt;
    auto found = records<Thing>(*reader_).find(id);
    return found ? std::optional(*std::move(found)) : std::nullopt;
  }

  View const& view_;
  Language const& t_;
  Reader* reader_;
};

template <class Value>
std::string words_of(Words const& words, FieldText const& value) {
  auto const read = from_field_text<Value>(value);
  return read ? words.of(*read) : value.value_or("");
}

template <class Thing>
std::string words_in(Words const& words, std::string_view name, FieldText const& value) {
  std::string out = value.value_or("");
  for_each_field<Thing>([&](auto const& field) {
    using Value = std::remove_cvref_t<decltype(std::declval<Thing>().*field.member)>;
    if (field.name == name) out = words_of<Value>(words, value);
  });
  return out;
}

}  // namespace

std::string field_label(View const& view, std::string_view field) {
  return view.language("record_field." + std::string(field));
}

namespace {

std::string words_with(Words const& words, std::string_view record, std::string_view field,
                       FieldText const& value) {
  if (field == "confirmed_on" || field == "archived_on") return words_of<std::optional<Date>>(words, value);
  auto out = value.value_or("");
  for_each_kind([&](auto kind) {
    using Thing = typename decltype(kind)::type;
    if (record == record_name<Thing>) out = words_in<Thing>(words, field, value);
  });
  return out;
}

}  // namespace

std::string field_words(View const& view, Reader& reader, std::string_view record, std::string_view field,
                        FieldText const& value) {
  return words_with(Words(view, &reader), record, field, value);
}

std::string choice_words(View const& view, std::string_view record, std::string_view field,
                         std::string const& value) {
  return words_with(Words(view, nullptr), record, field, value);
}

std::string actor_name(View const& view, Accounts& accounts, std::string const& actor) {
  auto const& t = view.language;
  constexpr std::string_view person = "person:";
  if (!actor.starts_with(person)) return t("actor.program", {{"what", actor}});
  auto const id = Id<accounts::Person>::parse(actor.substr(person.size()));
  auto const found = id ? accounts.person(*id) : fail(Fault::missing, "account.missing");
  return found ? found->name : t("actor.gone");
}

}  // namespace wegwijzer::web
