// SPDX-License-Identifier: EUPL-1.2
// Two records that are one thing, field by field: which value stands, what else will move, and back again.
#include <algorithm>
#include <cmath>

#include "usecases/community/merge_records.h"
#include "web/duplicate_parts.h"
#include "web/handlers.h"
#include "web/parts.h"
#include "web/phrases.h"
#include "web/record_words.h"

namespace wegwijzer::web::pages {

namespace {

constexpr auto keeps_map = accounts::Action::keep_map;

// Both records as they are, with all that the page says of them.
struct MergeView {
  View const& view;
  Desk const& desk;
  NetworkBench const& bench;
  MergePlan const& plan;
  InShort stays;
  InShort goes;
  http::Parameters const* typed = nullptr;  // of a form that comes back
};

std::string said_phrase(MergeView const& page, Accounts& accounts, FieldOrigin const& origin) {
  auto const& t = page.view.language;
  if (origin.said_by.empty()) return {};
  auto words = t("duplicate.said_by", {{"who", actor_name(page.view, accounts, origin.said_by)},
                                       {"day", day_phrase(t, local_date(origin.said_at))}});
  if (origin.confirmed_by.empty()) return words;
  return words + " " +
         t("duplicate.confirmed_by", {{"who", actor_name(page.view, accounts, origin.confirmed_by)},
                                      {"day", day_phrase(t, local_date(origin.confirmed_at))}});
}

std::string words_of_field(MergeView const& page, std::string const& field, FieldText const& value) {
  auto const words = field_words(page.view, *page.bench.reader, page.plan.record, field, value);
  return words.empty() ? page.view.language("work.not_said") : words;
}

Html value_choice(MergeView const& page, FieldOfTwo const& field, FieldFrom from, FieldText const& value,
                  std::string const& whose) {
  auto const name = "field-" + field.name();
  auto const typed = page.typed ? page.typed->first(name) : std::nullopt;
  bool const chosen = typed ? *typed == code(from) : field.proposed == from;
  return html(
      R"(<label class="version"><input type="radio" name="{}" value="{}" {}> <strong>{}</strong> <span class="hint">{}</span></label>)",
      name, code(from), Flag{"checked", chosen}, words_of_field(page, field.name(), value), whose);
}

// A point on the map says nothing to anybody.
Html hint_of(MergeView const& page, FieldOfTwo const& field) {
  auto const ours = GeoPoint::parse(field.stays.value.value_or(""));
  auto const theirs = GeoPoint::parse(field.goes.value.value_or(""));
  if (field.name() != "point" || !ours || !theirs) return {};
  auto const metres = std::to_string(std::lround(distance(*ours, *theirs).value));
  return html(R"(<p class="hint">{}</p>)", page.view.language("duplicate.point_hint", {{"metres", metres}}));
}

Html field_choices(MergeView const& page, Accounts& accounts, FieldOfTwo const& field) {
  auto const& t = page.view.language;
  auto const whose = [&](std::string const& of, FieldOrigin const& origin) {
    auto const said = said_phrase(page, accounts, origin);
    return said.empty() ? of : of + " · " + said;
  };
  auto const both = field.together
                        ? value_choice(page, field, FieldFrom::both, field.together, t("duplicate.of_both"))
                        : Html();
  return html(
      R"(<fieldset class="versions"><legend>{}</legend>{}{}{}{}</fieldset>)",
      field_label(page.view, field.name()), hint_of(page, field),
      value_choice(page, field, FieldFrom::stays, field.stays.value,
                   whose(t("duplicate.of_stays"), field.stays)),
      value_choice(page, field, FieldFrom::goes, field.goes.value, whose(t("duplicate.of_goes"), field.goes)),
      both);
}

Html equal_fields(MergeView const& page) {
  Html rows;
  int count = 0;
  for (auto const& field : page.plan.fields) {
    if (field.differs() || field.stays.value.value_or("").empty()) continue;
    ++count;
    rows += html("<div><dt>{}</dt><dd>{}</dd></div>", field_label(page.view, field.name()),
                 words_of_field(page, field.name(), field.stays.value));
  }
  if (count == 0) return {};
  return html(R"(<details class="more"><summary>{}</summary><dl class="about">{}</dl></details>)",
              page.view.language.count("duplicate.equal_fields", count), rows);
}

Html moves_part(MergeView const& page, std::size_t people) {
  auto const& t = page.view.language;
  Html rows;
  for (auto const& one : page.plan.moves) {
    rows += html("<li>{}</li>",
                 t.count(("duplicate.moves_" + one.record).c_str(), static_cast<std::int64_t>(one.count)));
  }
  if (people > 0)
    rows += html("<li>{}</li>", t.count("duplicate.moves_people", static_cast<std::int64_t>(people)));
  rows += html("<li>{}</li>", t("duplicate.moves_page", {{"name", page.goes.name}}));
  return html(R"(<h2>{}</h2><ul>{}</ul>)", t("duplicate.what_moves", {{"name", page.stays.name}}), rows);
}

// With where it comes from: two may have one name.
Html linked_name(MergeView const& page, InShort const& one) {
  auto const name = proper_name(page.view, one.name);
  auto const from = page.view.language("duplicate.from", {{"source", one.source}});
  return (one.page ? html(R"(<a href="{}">{}</a>)", *one.page, name) : name) +
         html(R"( <span class="hint">{}</span>)", from);
}

Html which_stays(MergeView const& page) {
  auto const& t = page.view.language;
  TwoOfAKind const turned{page.plan.record, page.plan.goes, page.plan.stays};
  return html(
      R"(<dl class="about"><div><dt>{}</dt><dd>{}</dd></div><div><dt>{}</dt><dd>{}</dd></div></dl><p><a href="{}">{}</a></p>)",
      t("duplicate.stays"), linked_name(page, page.stays), t("duplicate.goes"), linked_name(page, page.goes),
      merge_address(page.view, page.bench, turned).with("turned", "yes"), t("duplicate.turn"));
}

Html merge_form(MergeView const& page, std::size_t people) {
  auto const& t = page.view.language;
  auto const accounts = page.desk.store.accounts();
  Html choices;
  for (auto const& field : page.plan.fields) {
    if (field.differs()) choices += field_choices(page, *accounts, field);
  }
  if (!choices.empty()) choices = html("<h2>{}</h2>{}", t("duplicate.choose"), choices);
  TwoOfAKind const two{page.plan.record, page.plan.stays, page.plan.goes};
  auto const seen = hidden("stays_version", std::to_string(page.plan.stays_version)) +
                    hidden("goes_version", std::to_string(page.plan.goes_version));
  return html(
      R"(<form method="post" class="work" action="{}">{}{}{}{}<p><button class="button primary" type="submit">{}</button></p></form>)",
      page.view.page(page.bench.path() + "/duplicates/merge"),
      hidden("form", page.desk.form_token) + hidden_pair(two) + seen, choices, equal_fields(page),
      moves_part(page, people), t("duplicate.merge"));
}

std::size_t people_who_move(Desk const& desk, NetworkBench const& bench, MergePlan const& plan) {
  if (plan.record != record_name<Organisation>) return 0;
  auto const accounts = desk.store.accounts();
  return roles_to_give(*accounts, bench.ecosystem, Id<Organisation>(plan.stays), Id<Organisation>(plan.goes))
      .size();
}

http::Response show_merge(View const& view, Desk const& desk, NetworkBench const& bench,
                          TwoOfAKind const& two, http::Parameters const* typed = nullptr,
                          Error const* problem = nullptr) {
  auto const plan = plan_merge(*bench.reader, two.record, two.one, two.other);
  if (!plan) return work_refused(view, plan.error());
  auto const stays = in_short(view, *bench.reader, two.record, two.one);
  auto const goes = in_short(view, *bench.reader, two.record, two.other);
  if (!stays || !goes) return work_refused(view, {Fault::missing, "record.missing"});
  MergeView const page{view, desk, bench, *plan, *stays, *goes, typed};
  auto const& t = view.language;
  return work_page(
      view,
      {.path = bench.path() + "/duplicates/merge",
       .title = t("duplicate.merge_title"),
       .body = account_problem(view, problem) + html(R"(<p class="lead">{}</p>)", t("duplicate.merge_lead")) +
               which_stays(page) + merge_form(page, people_who_move(desk, bench, *plan)),
       .status = problem ? 409 : 200,
       .back = t("duplicate.title", {{"network", bench.ecosystem.name}}),
       .back_to = bench.path() + "/duplicates",
       .also = {{"kind", two.record}, {"one", text(two.one)}, {"other", text(two.other)}}});
}

MergeOrder order_in(TwoOfAKind const& two, http::Parameters const& form) {
  MergeOrder order{two.record, two.one, two.other, 0, 0, {}};
  order.stays_version = whole_number(form.first("stays_version").value_or("")).value_or(-1);
  order.goes_version = whole_number(form.first("goes_version").value_or("")).value_or(-1);
  constexpr std::string_view beginning = "field-";
  for (auto const& [name, value] : form) {
    auto const from = parse_choice<FieldFrom>(value);
    if (name.starts_with(beginning) && from) order.chosen[name.substr(beginning.size())] = *from;
  }
  return order;
}

std::vector<accounts::Membership> roles_of(Desk const& desk, NetworkBench const& bench,
                                           MergeOrder const& order) {
  if (order.record != record_name<Organisation>) return {};
  auto const accounts = desk.store.accounts();
  return roles_to_give(*accounts, bench.ecosystem, Id<Organisation>(order.stays),
                       Id<Organisation>(order.goes));
}

}  // namespace

http::Response work_merge(http::Request const& request, View const& view, Desk const& desk,
                          PathArguments const& arguments) {
  auto const bench = network_bench(desk, arguments[0], keeps_map);
  if (!bench) return work_refused(view, bench.error());
  auto two = two_of_a_kind(request.query);
  if (!two) return work_refused(view, {Fault::missing, "page.missing"});
  // Who did not choose yet which stays gets the one that says most.
  auto const better = better_to_stay(*bench->reader, two->record, two->one, two->other);
  if (!request.query.first("turned") && better && *better != two->one) std::swap(two->one, two->other);
  return show_merge(view, desk, *bench, *two);
}

http::Response merge_duplicates(http::Request const& request, View const& view, Desk const& desk,
                                PathArguments const& arguments) {
  auto const bench = network_bench(desk, arguments[0], keeps_map);
  if (!bench) return work_refused(view, bench.error());
  auto const two = two_of_a_kind(request.form);
  if (!two) return work_refused(view, {Fault::missing, "record.missing"});
  auto const order = order_in(*two, request.form);
  auto const roles = roles_of(desk, *bench, order);
  auto const writer = writer_of(desk, *bench, keeps_map);
  if (!writer) return work_refused(view, writer.error());
  auto const done = merge_records(**writer, order, view.moment.today, roles);
  if (!done && done.error().key == "duplicate.changed_meanwhile") {
    return show_merge(view, desk, *bench, *two, &request.form, &done.error());
  }
  if (!done) return work_refused(view, done.error());
  (*writer)->commit();
  give_roles(desk, roles);
  auto const to =
      view.page(bench->path() + "/duplicates").with("done", "merged").with("change", text(done->change));
  return http::redirect(to.text());
}

http::Response undo_merge(http::Request const& request, View const& view, Desk const& desk,
                          PathArguments const& arguments) {
  auto const bench = network_bench(desk, arguments[0], keeps_map);
  if (!bench) return work_refused(view, bench.error());
  auto const change = Id<MapChange>::parse(request.form.first("change").value_or(""));
  if (!change) return work_refused(view, {Fault::missing, "map_work.change_missing"});
  auto const writer = writer_of(desk, *bench, keeps_map);
  if (!writer) return work_refused(view, writer.error());
  auto const roles = roles_given(**writer, *change);
  auto const undone = undo_change(**writer, *change, view.moment.today);
  if (!undone) return work_refused(view, undone.error());
  (*writer)->commit();
  take_roles(desk, roles);
  bool const whole = undone->applied.stayed.empty() && undone->applied.refused.empty();
  auto const to = view.page(bench->path() + "/duplicates")
                      .with("done", whole ? "undone" : "undone_in_part")
                      .with("change", text(*change));
  return http::redirect(to.text());
}

}  // namespace wegwijzer::web::pages
