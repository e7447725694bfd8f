// SPDX-License-Identifier: EUPL-1.2
#include "web/suggestion_bench.h"

#include <algorithm>

#include "web/work_parts.h"

namespace wegwijzer::web {

namespace {

using accounts::Action;

// Whoever changes a record by hand may also take over what is said of it.
Action action_on(std::string_view kind) {
  return kind == record_name<Offering> ? Action::keep_offering : Action::keep_organisation;
}

}  // namespace

Result<SuggestionBench> suggestion_bench(Desk const& desk, std::string const& slug) {
  auto const all = desk.store.ecosystems();
  auto const found = std::ranges::find(all, slug, &Ecosystem::slug);
  if (found == all.end()) return fail(Fault::missing, "page.missing");
  return SuggestionBench{*found, desk.store.reader(*found)};
}

bool may_decide(View const& view, accounts::Asker const& asker, Ecosystem const& ecosystem, Reader& reader,
                Suggestion const& suggestion) {
  auto const keeps = [&](std::optional<AreaCode> const& area) {
    return may(asker, Action::keep_area, {ecosystem.id, std::nullopt, area});
  };
  if (!suggestion.record) return keeps(suggestion.area);
  if (keeps(area_of_record(view, reader, suggestion.kind, *suggestion.record))) return true;
  auto const now = record_now(reader, suggestion.kind, *suggestion.record, view.moment.today);
  return now && now->owner && may(asker, action_on(suggestion.kind), {ecosystem.id, now->owner});
}

Result<std::unique_ptr<Writer>> writer_to_decide(View const& view, Desk const& desk,
                                                 SuggestionBench const& bench, Id<Suggestion> id) {
  auto writer = desk.store.writer(bench.ecosystem, actor_of(desk));
  auto const accounts = desk.store.accounts();
  auto const sign_in = accounts->sign_in(visit_of(desk).sign_in.token);
  bool const is_in = sign_in && sign_in->stage == accounts::Stage::whole;
  if (!is_in) return fail(Fault::forbidden, "account.sign_in_ended");
  auto const roles = accounts->memberships(visit_of(desk).person.id);
  auto const suggestion = writer->suggestions().find(id);
  if (!suggestion) return fail(suggestion.error());
  if (!may_decide(view, {true, roles}, bench.ecosystem, *writer, *suggestion)) {
    return fail(Fault::forbidden, "account.may_not");
  }
  return writer;
}

std::size_t waiting_in_area(View const& view, Desk const& desk, Ecosystem const& ecosystem, Reader& reader,
                            AreaCode const& area) {
  auto const all = reader.suggestions().waiting();
  return static_cast<std::size_t>(std::ranges::count_if(all, [&](Suggestion const& one) {
    return one.area && lies_in(*one.area, area) && may_decide(view, desk.asker(), ecosystem, reader, one);
  }));
}

}  // namespace wegwijzer::web
