// SPDX-License-Identifier: EUPL-1.2
// People changed a field and a source said something else of it later: field by field somebody says which
// stands.
#include <algorithm>

#include "usecases/community/conflicts.h"
#include "web/handlers.h"
#include "web/map_table.h"
#include "web/pager.h"
#include "web/parts.h"
#include "web/phrases.h"
#include "web/record_words.h"

namespace wegwijzer::web::pages {

namespace {

constexpr std::size_t conflicts_on_a_page = 50;

// What was looked at: a conflict in which either side says something else by now is not decided by it.
std::string conflict_key(OpenConflict const& one) {
  http::Parameters key;
  key.add("record", one.at.record);
  key.add("source", one.at.source);
  key.add("field", one.at.field);
  if (one.ours) key.add("ours", *one.ours);
  if (one.theirs) key.add("theirs", *one.theirs);
  return key.text();
}

Html version(std::string const& name, char const* value, std::string const& who, std::string const& words) {
  return html(
      R"(<label class="version"><input type="radio" name="{}" value="{}"> <strong>{}</strong><span>{}</span></label>)",
      name, value, who, words);
}

Html conflict_row(View const& view, Desk const& desk, NetworkBench const& bench, OpenConflict const& one,
                  std::size_t number) {
  auto const& t = view.language;
  auto const words = [&](FieldText const& value) {
    return field_words(view, *bench.reader, one.at.record, one.at.field, value);
  };
  auto const who =
      one.ours_said_by.empty()
          ? t("map_work.here")
          : t("map_work.said_by", {{"who", actor_name(view, *desk.store.accounts(), one.ours_said_by)},
                                   {"day", date_phrase(t, local_date(one.ours_said_at))}});
  auto const name = "stands." + std::to_string(number);
  return html(
      R"(<li><fieldset class="field"><legend><a href="{}">{}</a> · {}</legend>{}<div class="versions">{}{}</div></fieldset></li>)",
      view.page(record_path(bench, one.at.record, one.id)),
      one.name.empty() ? t("map_work.nameless") : one.name, field_label(view, one.at.field),
      hidden("conflict." + std::to_string(number), conflict_key(one)),
      version(name, "ours", who, words(one.ours)),
      version(name, "theirs",
              choice_phrase(t, "map_work.from_", origin_of(one.at.source)) + ", " + one.at.source,
              words(one.theirs)));
}

std::string notice_in(View const& view, http::Request const& request) {
  auto const decided = whole_number(request.query.first("decided").value_or(""));
  return decided ? view.language.count("map_work.decided",
                                       static_cast<int>(std::clamp<std::int64_t>(*decided, 0, 10'000)))
                 : "";
}

}  // namespace

http::Response map_conflicts(http::Request const& request, View const& view, Desk const& desk,
                             PathArguments const& arguments) {
  auto const bench = network_bench(desk, arguments[0], accounts::Action::keep_map);
  if (!bench) return work_refused(view, bench.error());
  auto paging = parse_paging(request.query);
  if (!paging) return work_refused(view, paging.error());
  paging->size = conflicts_on_a_page;
  auto const all = open_conflicts(*bench->reader);
  auto const shown = on_this_page(all, *paging);
  auto const& t = view.language;
  auto const path = bench->path() + "/conflicts";
  std::size_t number = 0;
  auto const rows =
      each(shown, [&](OpenConflict const& one) { return conflict_row(view, desk, *bench, one, number++); });
  auto const done = notice_in(view, request);
  auto const notice = done.empty() ? Html() : html(R"(<p class="notice" role="status">{}</p>)", done);
  auto const body = all.empty()
                        ? html("<p>{}</p>", t("map_work.no_conflicts"))
                        : html(R"(<p class="lead">{}</p>)", t("map_work.conflicts_lead")) +
                              account_form(view, desk, path, html(R"(<ul class="conflicts">{}</ul>)", rows),
                                           t("map_work.decide")) +
                              pager(view, view.page(path), *paging, all.size());
  return work_page(view, {.path = path,
                          .title = t("map_work.way_conflicts"),
                          .body = notice + body,
                          .back = t("map_work.title", {{"network", bench->ecosystem.name}}),
                          .back_to = bench->path()});
}

http::Response decide_map_conflicts(http::Request const& request, View const& view, Desk const& desk,
                                    PathArguments const& arguments) {
  auto const bench = network_bench(desk, arguments[0], accounts::Action::keep_map);
  if (!bench) return work_refused(view, bench.error());
  auto const writer = writer_of(desk, *bench, accounts::Action::keep_map);
  if (!writer) return work_refused(view, writer.error());
  auto const all = open_conflicts(**writer);
  std::vector<std::pair<OpenConflict, Stands>> decisions;
  for (std::size_t number = 0; number < conflicts_on_a_page; ++number) {
    auto const key = request.form.first("conflict." + std::to_string(number)).value_or("");
    auto const stands = request.form.first("stands." + std::to_string(number)).value_or("");
    auto const found = std::ranges::find(all, key, conflict_key);
    if (found == all.end() || (stands != "ours" && stands != "theirs")) continue;
    decisions.emplace_back(*found, stands == "ours" ? Stands::ours : Stands::theirs);
  }
  decide_conflicts(**writer, decisions);
  (*writer)->commit();
  return http::redirect(
      view.page(bench->path() + "/conflicts").with("decided", std::to_string(decisions.size())).text());
}

}  // namespace wegwijzer::web::pages
