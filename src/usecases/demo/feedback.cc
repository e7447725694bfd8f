// SPDX-License-Identifier: EUPL-1.2
#include "usecases/demo/feedback.h"

#include "base/random.h"
#include "usecases/demo/stable.h"
#include "usecases/feedback/publish.h"

namespace wegwijzer {

namespace {

constexpr std::size_t most_asked =
    40;                       // activities of a town, so that many towns take no longer than their map
constexpr double asks = 0.3;  // share of the organisations
constexpr std::uint64_t fewest_answers = 15;
constexpr std::uint64_t most_more = 90;
constexpr double least_welcome = 0.55;  // share of the children, where the provider says nothing
constexpr double welcome_more = 0.12;   // where it says what happens, and again where it says who is there

// The last that ended before this day, from 1 February to 31 July.
ReleaseName last_spring(Date today) {
  auto const year = static_cast<int>(std::chrono::year_month_day(today).year());
  auto const of = today > date(year, 7, 31) ? year : year - 1;
  return {feedback_subject, date(of, 2, 1), date(of, 7, 31)};
}

WelcomeAnswers made_up_answers(Offering const& offering, Random& random) {
  auto const welcome = least_welcome + (offering.expect.empty() ? 0 : welcome_more) +
                       (offering.meets.empty() ? 0 : welcome_more) + random.unit() * welcome_more;
  disclosure::Count yes = 0, not_quite = 0;
  for (auto left = fewest_answers + random.below(most_more); left > 0; --left) {
    ++(random.chance(welcome) ? yes : not_quite);
  }
  return {disclosure::ChildCount(yes), disclosure::ChildCount(not_quite)};
}

AskedChildren made_up_children(Reader& reader, Random& random) {
  AskedChildren asked;
  for (auto const& organisation : reader.organisations().all()) {
    if (random.chance(asks)) asked.answers.try_emplace(organisation.id);
  }
  for (auto const& offering : reader.offerings().all()) {
    auto const asking = asked.answers.find(offering.organisation);
    if (asking == asked.answers.end() || asked.places.size() >= most_asked) continue;
    if (offering.school_time == SchoolTime::in_school || offering.where != Where::at_venue) continue;
    asking->second.emplace(offering.id, made_up_answers(offering, random));
    asked.places[offering.id] = offering.capacity.value_or(0);
  }
  std::erase_if(asked.answers, [](auto const& one) { return one.second.empty(); });
  return asked;
}

}  // namespace

Done publish_made_up_feedback(Store& store, Ecosystem const& ecosystem, Date today, std::uint64_t seed) {
  auto random = Seed(seed).stream("feedback");
  auto const asked = made_up_children(*store.reader(ecosystem), random);
  if (asked.answers.empty()) return {};
  FictionalEntropy entropy(random.next());
  return publish_answers(asked, last_spring(today), {store, ecosystem, {"demo"}, entropy, today})
      .map([](auto const&) {});
}

}  // namespace wegwijzer
