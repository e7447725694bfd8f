// SPDX-License-Identifier: EUPL-1.2
#include "usecases/suggestion/ask.h"

#include <algorithm>
#include <map>
#include <set>

#include "opportunity/questions.h"

namespace wegwijzer {

namespace {

using ByOrganisation = std::map<Index<Organisation>, std::vector<QuestionToAsk>>;

template <class Thing>
QuestionToAsk about(Thing const& thing, char const* field, WhyAsk why) {
  return {{std::string(record_name<Thing>), thing.id.uuid(), field, {}}, why};
}

void add_missing(std::vector<QuestionToAsk>& questions, Offering const& one) {
  if (!one.ages && !one.groups) questions.push_back(about(one, "ages", WhyAsk::missing));
  if (!one.price) questions.push_back(about(one, "price", WhyAsk::missing));
  if (one.schedule.empty()) questions.push_back(about(one, "schedule", WhyAsk::missing));
}

// What it says of itself and of what it offers. What is over need not be right any more.
std::vector<QuestionToAsk> of_own_records(Catalogue const& catalogue, Index<Organisation> index, Date today) {
  std::vector<QuestionToAsk> questions;
  auto const& organisation = catalogue[index];
  if (organisation.phone.empty()) questions.push_back(about(organisation, "phone", WhyAsk::missing));
  if (organisation.website.empty()) questions.push_back(about(organisation, "website", WhyAsk::missing));
  if (stale(organisation, today)) {
    questions.push_back(about(organisation, "confirmed_on", WhyAsk::stale));
    if (!organisation.phone.empty()) questions.push_back(about(organisation, "phone", WhyAsk::stale));
  }
  for (auto const index_of : catalogue.offerings_of(index)) {
    auto const& one = catalogue[index_of];
    if (over(one.schedule, today)) continue;
    add_missing(questions, one);
    if (stale(one, today)) questions.push_back(about(one, "confirmed_on", WhyAsk::stale));
  }
  return questions;
}

// Where its places are, for who wants to go there.
void add_places(Catalogue const& catalogue, Index<Ecosystem> ecosystem, ByOrganisation& all) {
  for (std::size_t i = 0; i < catalogue.venues().size(); ++i) {
    auto const organisation = catalogue.facts(Index<Venue>(i)).organisation;
    auto const& venue = catalogue[Index<Venue>(i)];
    if (!organisation || !venue.street.empty() || catalogue.ecosystem(*organisation) != ecosystem) continue;
    all[*organisation].push_back(about(venue, "street", WhyAsk::missing));
  }
}

// Themes of which the same is asked are asked about together.
using Breaths = std::map<std::pair<std::vector<Index<Area>>, AgeRange>, std::vector<ThemeCode>>;

QuestionToAsk about_what_there_is(Atlas const& atlas, Breaths::value_type const& breath) {
  Inquiry inquiry;
  for (auto const area : breath.first.first) inquiry.areas.push_back(atlas.areas()[area].code);
  inquiry.themes = breath.second;
  inquiry.ages = breath.first.second;
  return {{std::string(record_name<Inquiry>),
           std::nullopt,
           "",
           {{"areas", to_field_text(inquiry.areas)},
            {"themes", to_field_text(inquiry.themes)},
            {"ages", to_field_text(inquiry.ages)}}},
          WhyAsk::white};
}

void add_white(Atlas const& atlas, Index<Ecosystem> ecosystem, Date today, ByOrganisation& all) {
  Completeness const known(atlas, ecosystem, today);
  for (auto const& to : shortest_questions(atlas, ecosystem, known).to) {
    Breaths breaths;
    for (auto const& question : to.questions) {
      breaths[{question.areas, question.ages}].push_back(atlas.themes()[question.theme].code);
    }
    for (auto const& breath : breaths) all[to.organisation].push_back(about_what_there_is(atlas, breath));
  }
}

Inquiry inquiry_of(AskedFor const& what) {
  Inquiry inquiry;
  for (auto const& [name, value] : what.inquiry) {
    if (name == "areas")
      inquiry.areas = from_field_text<std::vector<AreaCode>>(value).value_or(inquiry.areas);
    if (name == "themes") {
      inquiry.themes = from_field_text<std::vector<ThemeCode>>(value).value_or(inquiry.themes);
    }
    if (name == "ages") inquiry.ages = from_field_text<AgeRange>(value).value_or(inquiry.ages);
  }
  return inquiry;
}

bool share_something(Inquiry const& one, Inquiry const& other) {
  auto const area = [](AreaCode const& a, AreaCode const& b) { return lies_in(a, b) || lies_in(b, a); };
  bool const areas =
      one.areas.empty() || other.areas.empty() || std::ranges::any_of(one.areas, [&](auto const& a) {
        return std::ranges::any_of(other.areas, [&](auto const& b) { return area(a, b); });
      });
  bool const themes =
      one.themes.empty() || other.themes.empty() || std::ranges::any_of(one.themes, [&](auto const& theme) {
        return std::ranges::find(other.themes, theme) != other.themes.end();
      });
  return areas && themes && one.ages.from <= other.ages.to && other.ages.from <= one.ages.to;
}

MayAsk may_ask(std::optional<Asking> const& last, Date today) {
  if (!last || today - last->asked_on >= same_asked_after) return MayAsk::yes;
  bool const waits = last->state == AskingState::waiting;
  return waits && !last->again && today - last->asked_on >= insisted_on_after ? MayAsk::insist : MayAsk::no;
}

void look_back(std::vector<QuestionToAsk>& questions, std::vector<Asking> const& of_it, Date today) {
  for (auto& question : questions) {
    for (auto const& asking : of_it) {
      if (asks_the_same(asking.what, question.what)) question.last = asking;
    }
    question.may = may_ask(question.last, today);
  }
}

std::size_t asked_today(std::vector<Asking> const& askings, Date today) {
  std::set<Id<Organisation>> whom;
  for (auto const& one : askings) {
    if (one.asked_on == today) whom.insert(one.asked);
  }
  return whom.size();
}

std::vector<Asking> askings_of(std::vector<Asking> const& all, Id<Organisation> organisation) {
  std::vector<Asking> of_it;
  std::ranges::copy_if(all, std::back_inserter(of_it),
                       [&](Asking const& one) { return one.asked == organisation; });
  return of_it;
}

}  // namespace

std::string question_key(AskedFor const& what) {
  auto key = what.kind + "/" + (what.record ? text(*what.record) : "") + "/" + what.field;
  for (auto const& [name, value] : what.inquiry) key += "/" + name + "=" + value.value_or("");
  return key;
}

bool asks_the_same(AskedFor const& one, AskedFor const& other) {
  if (one.kind != other.kind || one.record != other.record || one.field != other.field) return false;
  return one.inquiry.empty() || other.inquiry.empty() || share_something(inquiry_of(one), inquiry_of(other));
}

bool refused_questions(std::vector<Asking> const& askings, Id<Organisation> organisation) {
  return std::ranges::any_of(askings, [&](Asking const& one) {
    return one.asked == organisation && one.state == AskingState::refused;
  });
}

std::vector<OrganisationToAskBy> questions_to_ask(Atlas const& atlas, Index<Ecosystem> ecosystem,
                                                  std::vector<Asking> const& askings, Date today) {
  auto const& catalogue = atlas.catalogue();
  ByOrganisation all;
  for (std::size_t i = 0; i < catalogue.organisations().size(); ++i) {
    Index<Organisation> const index(i);
    if (catalogue.ecosystem(index) != ecosystem) continue;
    if (auto own = of_own_records(catalogue, index, today); !own.empty()) all[index] = std::move(own);
  }
  add_places(catalogue, ecosystem, all);
  add_white(atlas, ecosystem, today, all);
  std::vector<OrganisationToAskBy> list;
  for (auto& [index, questions] : all) {
    auto const id = catalogue[index].id;
    look_back(questions, askings_of(askings, id), today);
    list.push_back({index, std::move(questions), refused_questions(askings, id)});
  }
  std::ranges::stable_sort(list, std::greater(), [](auto const& one) { return one.questions.size(); });
  return list;
}

Result<std::vector<AskedQuestion>> ask_organisation(Writer& writer, Secrets& secrets,
                                                    Id<Organisation> organisation,
                                                    std::vector<QuestionToAsk> const& questions,
                                                    Decider const& by) {
  if (questions.empty()) return fail(Fault::invalid, "asking.none_chosen");
  if (questions.size() > most_questions_in_a_mail) return fail(Fault::invalid, "asking.too_many");
  auto const found = writer.organisations().find(organisation);
  if (!found || found->archived_on) return fail(Fault::missing, "record.missing");
  auto const all = writer.askings().all();
  if (refused_questions(all, organisation)) return fail(Fault::conflict, "asking.refused");
  if (asked_today(all, by.today) >= most_organisations_a_day) {
    return fail(Fault::unavailable, "asking.too_many_today");
  }
  // Looked at again inside the transaction: somebody else may have asked meanwhile.
  auto again = questions;
  look_back(again, askings_of(all, organisation), by.today);
  std::vector<AskedQuestion> asked;
  for (auto const& question : again) {
    if (question.may == MayAsk::no) return fail(Fault::conflict, "asking.not_yet");
    auto token = secrets.new_token();
    Asking const asking{writer.new_id<Asking>(),
                        secrets.hash(Purpose::asking, token).text,
                        organisation,
                        question.what,
                        by.today,
                        by.today + asking_lasts,
                        by.name,
                        question.may == MayAsk::insist,
                        AskingState::waiting,
                        std::nullopt};
    writer.kept_askings().save(asking);
    asked.push_back({asking, std::move(token)});
  }
  return asked;
}

}  // namespace wegwijzer
