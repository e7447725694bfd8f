// SPDX-License-Identifier: EUPL-1.2
// What is probably recorded twice, for who keeps the map: each pair with the reasons, to be merged or to be
// told apart.
#include <fmt/format.h>

#include <algorithm>

#include "usecases/community/find_duplicates.h"
#include "usecases/community/merge_records.h"
#include "web/duplicate_parts.h"
#include "web/handlers.h"
#include "web/pager.h"
#include "web/parts.h"
#include "web/phrases.h"
#include "web/record_words.h"

namespace wegwijzer::web::pages {

namespace {

using community::Doubt;
using community::Likeness;
using community::Reason;

// What a form can say of a pair that was shown.
constexpr std::size_t most_grounds = 40, longest_ground = 400;

struct ShownPair {
  TwoOfAKind two;
  Likeness likeness;
};

template <class Thing>
void add_pairs(std::vector<ShownPair>& all, std::vector<community::LikelyPair<Thing>> const& pairs) {
  for (auto const& pair : pairs) {
    all.push_back({{std::string(record_name<Thing>), pair.one.uuid(), pair.other.uuid()}, pair.likeness});
  }
}

// Organisations before places: whose a place is should be clear first.
std::vector<ShownPair> pairs_to_look_at(Reader& reader) {
  auto const found = find_duplicates(reader);
  std::vector<ShownPair> all;
  add_pairs(all, found.organisations);
  add_pairs(all, found.venues);
  return all;
}

std::string how_sure(View const& view, double score) {
  return view.language(score > 0.95   ? "duplicate.sure"
                       : score > 0.85 ? "duplicate.probable"
                                      : "duplicate.perhaps");
}

std::string reason_phrase(View const& view, Likeness const& likeness, Reason reason) {
  auto const metres = fmt::format("{:.0f}", likeness.apart.value_or(Metres{}).value);
  return view.language("duplicate.reason_" + text(reason), {{"metres", metres}});
}

std::string doubt_phrase(View const& view, Likeness const& likeness, Doubt doubt) {
  auto const metres = fmt::format("{:.0f}", likeness.apart.value_or(Metres{}).value);
  return view.language("duplicate.doubt_" + text(doubt), {{"metres", metres}});
}

Html why_alike(View const& view, Likeness const& likeness) {
  bool const same_page = std::ranges::find(likeness.reasons, Reason::same_page) != likeness.reasons.end();
  auto const reasons = each(likeness.reasons, [&](Reason one) {
    // One page is of one site.
    if (one == Reason::same_site && same_page) return Html();
    return html("<li>{}</li>", reason_phrase(view, likeness, one));
  });
  auto const doubts = each(likeness.doubts, [&](Doubt one) {
    return html(R"(<li class="against">{}</li>)", doubt_phrase(view, likeness, one));
  });
  return html(R"(<ul class="why">{}{}</ul>)", reasons, doubts);
}

Html name_cell(View const& view, InShort const& one) {
  auto const name = proper_name(view, one.name);
  return one.page ? html(R"(<th scope="col"><a href="{}">{}</a></th>)", *one.page, name)
                  : html(R"(<th scope="col">{}</th>)", name);
}

Html side_by_side(View const& view, InShort const& one, InShort const& other) {
  Html rows;
  for (std::size_t i = 0; i < one.lines.size(); ++i) {
    auto const& [label, ours] = one.lines[i];
    auto const& theirs = other.lines[i].second;
    if (ours.empty() && theirs.empty()) continue;
    rows += html(R"(<tr class="{}"><th scope="row">{}</th><td>{}</td><td>{}</td></tr>)",
                 ours == theirs ? "same" : "", label, ours, theirs);
  }
  return html(R"(<table class="two"><thead><tr><td></td>{}{}</tr></thead><tbody>{}</tbody></table>)",
              name_cell(view, one), name_cell(view, other), rows);
}

Html pair_buttons(View const& view, Desk const& desk, NetworkBench const& bench, ShownPair const& pair,
                  std::string const& names) {
  auto const& t = view.language;
  auto const grounds =
      each(pair.likeness.grounds, [](std::string const& one) { return hidden("ground", one); });
  return html(
      R"(<div class="actions"><p><a class="button primary" href="{}">{}<span class="hidden"> {}</span></a></p>{}</div>)",
      merge_address(view, bench, pair.two), t("duplicate.is_one"), names,
      html(
          R"(<form method="post" action="{}">{}<p><button class="button" type="submit">{}<span class="hidden"> {}</span></button></p></form>)",
          view.page(bench.path() + "/duplicates/two"),
          hidden("form", desk.form_token) + hidden_pair(pair.two) + grounds, t("duplicate.are_two"), names));
}

Html pair_card(View const& view, Desk const& desk, NetworkBench const& bench, ShownPair const& pair) {
  auto const one = in_short(view, *bench.reader, pair.two.record, pair.two.one);
  auto const other = in_short(view, *bench.reader, pair.two.record, pair.two.other);
  if (!one || !other) return {};
  auto const names = view.language("duplicate.both", {{"one", one->name}, {"other", other->name}});
  return html(R"(<li><h2>{}</h2><p class="hint">{} · {}</p>{}{}{}</li>)", names,
              view.language("record_kind." + pair.two.record), how_sure(view, pair.likeness.score),
              side_by_side(view, *one, *other), why_alike(view, pair.likeness),
              pair_buttons(view, desk, bench, pair, names));
}

// Of which somebody said that they are two, with a way back.
Html told_apart(View const& view, Desk const& desk, NetworkBench const& bench) {
  Html rows;
  int count = 0;
  auto const accounts = desk.store.accounts();
  for (auto const& verdict : bench.reader->verdicts()) {
    if (verdict.says != OneOrTwo::two_things) continue;
    auto const one = in_short(view, *bench.reader, verdict.record, verdict.one);
    auto const other = in_short(view, *bench.reader, verdict.record, verdict.other);
    if (!one || !other || !one->page || !other->page) continue;
    ++count;
    TwoOfAKind const two{verdict.record, verdict.one, verdict.other};
    rows +=
        html(R"(<li><p>{} <span class="hint">{}</span></p>{}</li>)",
             view.language("duplicate.both", {{"one", one->name}, {"other", other->name}}),
             view.language("duplicate.said_by", {{"who", actor_name(view, *accounts, verdict.actor)},
                                                 {"day", day_phrase(view.language, local_date(verdict.at))}}),
             account_form(view, desk, bench.path() + "/duplicates/again", hidden_pair(two),
                          view.language("duplicate.look_again"), "button"));
  }
  if (count == 0) return {};
  return html(R"(<details class="more"><summary>{}</summary><ul class="sessions">{}</ul></details>)",
              view.language.count("duplicate.told_apart", count), rows);
}

Html undo_form(View const& view, Desk const& desk, NetworkBench const& bench, std::string const& change) {
  return account_form(view, desk, bench.path() + "/duplicates/undo", hidden("change", change),
                      view.language("work.undo"), "button");
}

Html done_part(View const& view, Desk const& desk, NetworkBench const& bench, http::Parameters const& query) {
  constexpr std::string_view all[] = {"merged", "two", "again", "undone", "undone_in_part"};
  auto const done = std::string(query.first("done").value_or(""));
  if (std::ranges::find(all, done) == std::end(all)) return {};
  auto const change = Id<MapChange>::parse(query.first("change").value_or(""));
  auto const changes = change ? bench.reader->changes() : std::vector<MapChange>();
  auto const found = change ? std::ranges::find(changes, *change, &MapChange::id) : changes.end();
  auto const name = found == changes.end() ? std::string() : found->about;
  bool const may_undo = done == "merged" && found != changes.end() && !is_undone(changes, *change);
  return html(R"(<div class="notice" role="status"><p>{}</p>{}</div>)",
              view.language("duplicate.done_" + done, {{"name", name}}),
              may_undo ? undo_form(view, desk, bench, text(*change)) : Html());
}

http::Response duplicates_page(View const& view, Desk const& desk, NetworkBench const& bench,
                               http::Parameters const& query, Paging const& paging) {
  auto const& t = view.language;
  auto const all = pairs_to_look_at(*bench.reader);
  auto const shown = on_this_page(all, paging);
  auto const path = bench.path() + "/duplicates";
  auto const list =
      all.empty() ? html("<p>{}</p>", t("duplicate.none"))
      : shown.empty()
          ? past_the_end(view)
          : html(R"(<ol class="pairs">{}</ol>)",
                 each(shown, [&](ShownPair const& one) { return pair_card(view, desk, bench, one); }));
  auto const lead =
      all.empty() ? Html() : html(R"(<p class="lead">{}</p>)", t.count("duplicate.lead", std::ssize(all)));
  return work_page(view,
                   {.path = path,
                    .title = t("duplicate.title", {{"network", bench.ecosystem.name}}),
                    .body = done_part(view, desk, bench, query) + lead + list +
                            pager(view, view.page(path), paging, all.size()) + told_apart(view, desk, bench),
                    .back = t("map_work.title", {{"network", bench.ecosystem.name}}),
                    .back_to = bench.path()});
}

// What was seen, so that it is not shown again for the same.
std::vector<std::string> grounds_in(http::Parameters const& form) {
  std::vector<std::string> grounds;
  for (auto const& [name, value] : form) {
    if (name == "ground" && value.size() <= longest_ground && grounds.size() < most_grounds)
      grounds.push_back(value);
  }
  std::ranges::sort(grounds);
  return grounds;
}

http::Response to_duplicates(View const& view, NetworkBench const& bench, std::string_view done) {
  return http::redirect(view.page(bench.path() + "/duplicates").with("done", done).text());
}

constexpr auto keep_map = accounts::Action::keep_map;

}  // namespace

http::Response work_duplicates(http::Request const& request, View const& view, Desk const& desk,
                               PathArguments const& arguments) {
  auto const bench = network_bench(desk, arguments[0], keep_map);
  if (!bench) return work_refused(view, bench.error());
  auto const paging = parse_paging(request.query);
  if (!paging) return work_refused(view, paging.error());
  return duplicates_page(view, desk, *bench, request.query, *paging);
}

http::Response say_duplicates_are_two(http::Request const& request, View const& view, Desk const& desk,
                                      PathArguments const& arguments) {
  auto const bench = network_bench(desk, arguments[0], keep_map);
  if (!bench) return work_refused(view, bench.error());
  auto const two = two_of_a_kind(request.form);
  if (!two) return work_refused(view, {Fault::missing, "record.missing"});
  auto const writer = writer_of(desk, *bench, keep_map);
  if (!writer) return work_refused(view, writer.error());
  auto const said = say_two_things(**writer, two->record, two->one, two->other, grounds_in(request.form));
  if (!said) return work_refused(view, said.error());
  (*writer)->commit();
  return to_duplicates(view, *bench, "two");
}

http::Response look_at_duplicates_again(http::Request const& request, View const& view, Desk const& desk,
                                        PathArguments const& arguments) {
  auto const bench = network_bench(desk, arguments[0], keep_map);
  if (!bench) return work_refused(view, bench.error());
  auto const two = two_of_a_kind(request.form);
  if (!two) return work_refused(view, {Fault::missing, "record.missing"});
  auto const writer = writer_of(desk, *bench, keep_map);
  if (!writer) return work_refused(view, writer.error());
  for (auto const& verdict : (*writer)->verdicts(two->record, two->one)) {
    if (verdict.other == two->other && verdict.says == OneOrTwo::two_things) (*writer)->take_back(verdict);
  }
  (*writer)->commit();
  return to_duplicates(view, *bench, "again");
}

}  // namespace wegwijzer::web::pages
