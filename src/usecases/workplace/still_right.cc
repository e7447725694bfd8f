// SPDX-License-Identifier: EUPL-1.2
#include "usecases/workplace/still_right.h"

#include <algorithm>
#include <map>
#include <set>

#include "accounts/policy.h"
#include "usecases/suggestion/ask.h"
#include "usecases/workplace/keep.h"

namespace wegwijzer {

namespace {

struct ToAsk {
  accounts::Place place;
  std::string name;
};

std::vector<ToAsk> with_something_stale(Store& store, Date today) {
  std::vector<ToAsk> all;
  for (auto const& ecosystem : store.ecosystems()) {
    auto const reader = store.reader(ecosystem);
    std::set<Id<Organisation>> stale_ones;
    for (auto const& offering : reader->offerings().all()) {
      if (!offering.archived_on && stale(offering, today)) stale_ones.insert(offering.organisation);
    }
    auto const askings = reader->askings().all();
    for (auto const id : stale_ones) {
      auto const organisation = reader->organisations().find(id);
      if (!organisation || organisation->archived_on || refused_questions(askings, id)) continue;
      all.push_back({{ecosystem.id, id}, organisation->name});
    }
  }
  return all;
}

std::size_t ask(AccountWorld const& world, ToAsk const& one) {
  auto const last = world.accounts.last_asked(one.place);
  if (last && world.now - *last < accounts::asked_again_after) return 0;
  auto const keepers = keepers_of(world.accounts, one.place);
  for (auto const& person : keepers) {
    auto const token = world.secrets.new_token();
    world.accounts.add(accounts::Question{world.secrets.hash(Purpose::question, token), person.id, one.place,
                                          world.now, world.now + accounts::question_lasts});
    world.accounts.write({world.accounts.new_id<accounts::Mail>(), person.mail,
                          accounts::MailKind::still_right, person.language, world.secrets.seal(token),
                          one.name, world.now});
  }
  return keepers.size();
}

}  // namespace

std::size_t ask_whether_still_right(Store& store, Secrets& secrets, Instant now) {
  auto const stale_ones = with_something_stale(store, local_date(now));
  if (stale_ones.empty()) return 0;
  auto const changing = store.change_accounts();
  changing->forget_what_ended(now);
  std::size_t mails = 0;
  for (auto const& one : stale_ones) mails += ask({*changing, secrets, now}, one);
  changing->commit();
  return mails;
}

Result<AskedAbout> show_question(Store& store, Secrets& secrets, std::string_view token, Instant now) {
  auto const over = fail(Fault::missing, "work.question_over");
  auto const question = store.accounts()->question(secrets.hash(Purpose::question, token));
  if (!question || question->ends <= now || !question->about.organisation) return over;
  auto const roles = store.accounts()->memberships(question->person);
  if (!may({true, roles}, accounts::Action::keep_offering, question->about)) return over;
  auto const all = store.ecosystems();
  auto const ecosystem =
      std::ranges::find_if(all, [&](Ecosystem const& one) { return one.id == question->about.ecosystem; });
  if (ecosystem == all.end()) return over;
  auto const reader = store.reader(*ecosystem);
  auto organisation = reader->organisations().find(*question->about.organisation);
  if (!organisation || organisation->archived_on) return over;
  auto offerings = reader->offerings().with("organisation", text(organisation->id));
  std::erase_if(offerings, [](Offering const& one) { return one.archived_on.has_value(); });
  std::ranges::sort(offerings, {}, &Offering::title);
  return AskedAbout{*question, *ecosystem, *std::move(organisation), std::move(offerings)};
}

Done answer_question(Store& store, Secrets& secrets, std::string_view token,
                     std::vector<Id<Offering>> const& offerings, Instant now) {
  auto const asked = show_question(store, secrets, token, now);
  if (!asked) return fail(asked.error());
  // First, so that it is used once whatever happens next; confirming is harmless to ask again.
  auto const changing = store.change_accounts();
  changing->remove(asked->question);
  changing->commit();
  auto const writer = store.writer(asked->ecosystem, {"person:" + text(asked->question.person)});
  confirm_offerings(*writer, asked->organisation.id, offerings, local_date(now));
  writer->commit();
  return {};
}

}  // namespace wegwijzer
