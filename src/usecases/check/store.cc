// SPDX-License-Identifier: EUPL-1.2
#include "usecases/check/store.h"

#include <algorithm>
#include <iterator>

namespace wegwijzer {

namespace {

template <class Thing>
std::vector<Thing> current(std::vector<Thing> all) {
  std::erase_if(all, [](Thing const& thing) { return thing.archived_on.has_value(); });
  return all;
}

template <class Thing, class Lacks>
Finding finding(char const* key, std::vector<Thing> const& all, Lacks lacks) {
  Finding found{key, 0, {}};
  for (auto const& thing : all) {
    if (!lacks(thing)) continue;
    ++found.count;
    if (!name_of(thing).empty()) found.names.push_back(name_of(thing));
  }
  std::ranges::sort(found.names);
  return found;
}

bool has_a_yes(StepEdge const& step) {
  return step.agreed_by_from || step.agreed_by_to;
}

// By the names of their organisations: those of people stay in their own list.
Finding contacts_of_archived(Reader& reader) {
  Finding found{"check.contacts_of_archived", 0, {}};
  for (auto const& contact : reader.contacts().all()) {
    auto const organisation = reader.organisations().find(contact.organisation);
    if (!organisation || !organisation->archived_on) continue;
    ++found.count;
    found.names.push_back(organisation->name);
  }
  std::ranges::sort(found.names);
  return found;
}

std::size_t contacts_of_nobody(Reader& reader) {
  auto const all = reader.contacts().all();
  return static_cast<std::size_t>(std::ranges::count_if(
      all, [&](ContactPerson const& contact) { return !reader.organisations().find(contact.organisation); }));
}

EcosystemFindings findings_of(Reader& reader, Date today) {
  auto const organisations = current(reader.organisations().all());
  auto const venues = current(reader.venues().all());
  auto const offerings = current(reader.offerings().all());
  auto const steps = current(records<StepEdge>(reader).all());
  auto const steps_that = [&](auto fits) {
    return static_cast<std::size_t>(std::ranges::count_if(steps, fits));
  };
  // What a report said is as old as the report: nobody is asked to confirm it.
  bool const of_report = reader.ecosystem().origin == Origin::report;
  auto const gone_stale = [&](auto const& record) { return !of_report && stale(record, today); };
  auto const of_offerings = [&](char const* key, auto lacks) { return finding(key, offerings, lacks); };
  return {
      reader.ecosystem().name,
      {{"check.organisations", organisations.size(), {}},
       {"check.venues", venues.size(), {}},
       {"check.offerings", offerings.size(), {}},
       {"check.collaborations", current(records<Collaboration>(reader).all()).size(), {}},
       {"check.channels", current(records<Channel>(reader).all()).size(), {}},
       {"check.learning_routes", current(records<LearningRoute>(reader).all()).size(), {}},
       {"check.next_steps", steps.size(), {}},
       {"check.facts", current(records<Fact>(reader).all()).size(), {}},
       {"check.inquiries", current(records<Inquiry>(reader).all()).size(), {}},
       {"check.suggestions", reader.suggestions().count_waiting(), {}},
       {"check.contacts", reader.contacts().all().size(), {}},
       contacts_of_archived(reader),
       {"check.contacts_of_nobody", contacts_of_nobody(reader), {}},
       finding("check.stale_organisations", organisations, gone_stale),
       finding("check.stale_venues", venues, gone_stale),
       {"check.stale_steps",
        steps_that([&](StepEdge const& s) { return has_a_yes(s) && stale(s, today); }),
        {}},
       {"check.waiting_steps", steps_that([](StepEdge const& s) { return !has_a_yes(s); }), {}},
       finding("check.no_word_on_safety", organisations,
               [](Organisation const& o) { return is_provider(o) && !speaks_of_safety(o); }),
       of_offerings("check.stale_offerings", gone_stale),
       of_offerings("check.over", [&](Offering const& o) { return over(o.schedule, today); }),
       of_offerings("check.closed", [&](Offering const& o) { return joining(o, today) == Joining::closed; }),
       of_offerings("check.no_age", [](Offering const& o) { return !o.ages && !o.groups; }),
       of_offerings("check.no_price", [](Offering const& o) { return !o.price; }),
       of_offerings("check.no_schedule", [](Offering const& o) { return o.schedule.empty(); }),
       of_offerings("check.no_venue",
                    [](Offering const& o) { return o.where == Where::at_venue && !o.venue; }),
       of_offerings("check.no_themes", [](Offering const& o) { return o.themes.empty(); }),
       of_offerings("check.no_expect", [](Offering const& o) { return o.expect.empty(); }),
       of_offerings("check.no_meets", [](Offering const& o) { return o.meets.empty(); }),
       of_offerings("check.no_role_models", [](Offering const& o) { return o.role_models.empty(); }),
       of_offerings("check.no_bring", [](Offering const& o) { return o.bring.empty(); }),
       of_offerings("check.no_pictures", [](Offering const& o) { return o.pictures.all.empty(); }),
       of_offerings("check.no_way_to_take_part",
                    [](Offering const& o) { return o.link.empty() && o.phone.empty() && o.email.empty(); })}};
}

// A release stands for ever as it was made.
std::vector<std::string> changed_releases(Store& store) {
  std::vector<std::string> changed;
  for (auto const& head : store.figure_releases()) {
    if (store.figure_release(head.id)) continue;
    changed.push_back("release " + text(head.id) + " has not the checksum it was made with");
  }
  return changed;
}

}  // namespace

StoreFindings check_store(Store& store, Date today) {
  StoreFindings findings{store.integrity_problems(), {}};
  std::ranges::move(changed_releases(store), std::back_inserter(findings.damage));
  for (auto const& ecosystem : store.ecosystems()) {
    findings.ecosystems.push_back(findings_of(*store.reader(ecosystem), today));
  }
  return findings;
}

}  // namespace wegwijzer
