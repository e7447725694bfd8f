// SPDX-License-Identifier: EUPL-1.2
#include "web/drafts.h"

#include <algorithm>

#include "web/account_parts.h"
#include "web/handlers.h"
#include "web/parts.h"
#include "web/phrases.h"
#include "web/typed_fields.h"
#include "web/work_parts.h"

namespace wegwijzer::web {

http::Parameters typed_in_form(http::Request const& request) {
  http::Parameters typed;
  for (auto const& [name, value] : request.form) {
    if (name != "form" && name != "do" && name != "subject") typed.add(name, value);
  }
  return typed;
}

std::optional<accounts::Draft> draft_of(Desk const& desk, std::string_view subject) {
  return desk.store.accounts()->draft(visit_of(desk).person.id, subject);
}

Done keep_draft(Desk const& desk, std::string const& subject, http::Parameters const& typed) {
  auto form = typed.text();
  if (form.size() > accounts::longest_draft) return fail(Fault::invalid, "draft.too_long");
  return desk.change([&](AccountWorld const& world, Visit const&) -> Done {
    world.accounts.save(accounts::Draft{visit_of(desk).person.id, subject, std::move(form), desk.now});
    return {};
  });
}

void drop_draft(Desk const& desk, std::string const& subject) {
  if (!draft_of(desk, subject)) return;
  auto const changing = desk.store.change_accounts();
  changing->remove_draft(visit_of(desk).person.id, subject);
  changing->commit();
}

Html draft_notice(View const& view, Desk const& desk, accounts::Draft const& draft, std::string const& path) {
  auto const& t = view.language;
  auto const when = day_phrase(t, local_date(draft.saved_at)) + " " + text(local_time(draft.saved_at));
  return html(
      R"(<div class="notice" role="status"><p>{}</p>{}</div>)", t("draft.going_on", {{"when", when}}),
      account_form(view, desk, "/workplace/drafts/drop",
                   hidden("subject", draft.subject) + hidden("back", path), t("draft.drop"), "button"));
}

namespace {

constexpr std::size_t most_drafts = 50;  // of a person

// An offering, a copy of one, or a new one of an organisation.
bool is_subject(std::string_view subject) {
  auto const slash = subject.find('/');
  auto const what = subject.substr(0, slash);
  return slash != subject.npos && (what == "offering" || what == "copy" || what == "new") &&
         parse_uuid(subject.substr(slash + 1));
}

bool has_too_many(Desk const& desk, std::string_view subject) {
  auto const all = desk.store.accounts()->drafts(visit_of(desk).person.id);
  bool const is_there = std::ranges::find(all, subject, &accounts::Draft::subject) != all.end();
  return !is_there && all.size() >= most_drafts;
}

}  // namespace

namespace pages {

// By the script of the page, now and then while somebody types.
http::Response save_draft(http::Request const& request, View const&, Desk const& desk, PathArguments const&) {
  auto const subject = TypedFields(request.form).text("subject");
  if (!is_subject(subject) || has_too_many(desk, subject)) return http::problem(400);
  auto const kept = keep_draft(desk, subject, typed_in_form(request));
  if (!kept) return http::problem(400);
  return http::json("{}");
}

http::Response drop_own_draft(http::Request const& request, View const& view, Desk const& desk,
                              PathArguments const&) {
  TypedFields const typed(request.form);
  drop_draft(desk, typed.text("subject"));
  return to_page(view, next_page(typed.text("back")));
}

}  // namespace pages

}  // namespace wegwijzer::web
