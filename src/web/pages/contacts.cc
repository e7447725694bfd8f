// SPDX-License-Identifier: EUPL-1.2
// The people of a network to turn to: found by words, layer, sector and theme, and where there is nobody yet.
#include <algorithm>

#include "exchange/contacts_csv.h"
#include "web/contact_parts.h"
#include "web/handlers.h"
#include "web/page.h"
#include "web/pager.h"
#include "web/parts.h"
#include "web/phrases.h"
#include "web/query.h"

namespace wegwijzer::web::pages {

namespace {

using accounts::Action;

struct ContactsView {
  View const& view;
  Desk const& desk;
  NetworkBench const& bench;
  http::Parameters const& asked;
  ContactQuery query;
  Paging paging;

  std::string path() const { return contacts_path(bench.ecosystem); }

  bool keeps(std::optional<Id<Organisation>> organisation) const {
    return may(desk.asker(), Action::keep_contacts, {bench.ecosystem.id, organisation});
  }
};

template <class Value, class Parse>
std::optional<Value> asked_choice(TypedFields const& typed, char const* name, Parse parse) {
  auto const value = parse(typed.text(name));
  return value ? std::optional<Value>(*value) : std::nullopt;
}

// What does not exist is left out: an address may be old.
ContactQuery asked_contacts(http::Parameters const& parameters) {
  TypedFields const typed(parameters);
  return {typed.text("q"), asked_choice<ContactLayer>(typed, "layer", parse_choice<ContactLayer>),
          asked_choice<Sector>(typed, "sector", parse_choice<Sector>),
          asked_choice<ThemeCode>(typed, "theme", ThemeCode::parse),
          asked_choice<Without>(typed, "without", parse_choice<Without>)};
}

Fields fields_of_query(ContactQuery const& query) {
  Fields fields;
  if (!query.words.empty()) fields.emplace_back("q", query.words);
  if (query.layer) fields.emplace_back("layer", text(*query.layer));
  if (query.sector) fields.emplace_back("sector", text(*query.sector));
  if (query.theme) fields.emplace_back("theme", text(*query.theme));
  if (query.without) fields.emplace_back("without", text(*query.without));
  return fields;
}

template <class Enum>
Html choice_filter(FormView const& form, char const* field, char const* prefix) {
  auto const& t = form.view.language;
  std::vector<FormChoice> all{{"", t("people.all")}};
  for (auto const& [value, name] : choices<Enum>) {
    all.push_back({std::string(name), choice_phrase(t, prefix, value)});
  }
  return select_field(form, field, options_of(form, field, all));
}

Html theme_filter(FormView const& form) {
  std::vector<FormChoice> all{{"", form.view.language("people.all")}};
  for (auto const& theme : form.view.atlas.vocabulary().themes) {
    if (!theme.above) all.push_back({text(theme.code), theme_name(form.view, theme)});
  }
  return select_field(form, "theme", options_of(form, "theme", all));
}

Html filters_of(ContactsView const& page) {
  std::vector<Error> const nothing_wrong;
  FormView const form{page.view, "people_filter.", page.asked, nothing_wrong};
  return html(
      R"(<form class="table-filters no-print" method="get" action="{}"><div class="filters">{}</div><p><button class="button" type="submit">{}</button></p></form>)",
      page.view.page(page.path()),
      line_field(form, "q") + choice_filter<ContactLayer>(form, "layer", "people.in_") +
          choice_filter<Sector>(form, "sector", "sector.of_") + theme_filter(form) +
          choice_filter<Without>(form, "without", "people.without_"),
      page.view.language("people.show"));
}

Html layer_gap(ContactsView const& page, std::size_t count, Without without) {
  auto const& t = page.view.language;
  auto const key = "people.lack_" + text(without);
  if (count == 0) return {};
  return html(R"(<li><a href="{}">{}</a></li>)", page.view.page(page.path()).with("without", text(without)),
              t.count(key.c_str(), static_cast<int>(count)));
}

// The report asks for people of both layers.
Html layer_gaps(ContactsView const& page) {
  auto const counts = count_layers(*page.bench.reader);
  auto const list = layer_gap(page, counts.without_green, Without::green) +
                    layer_gap(page, counts.without_orange, Without::orange);
  if (list.empty()) return {};
  return html(R"(<div class="no-print"><p>{}</p><ul>{}</ul></div>)", page.view.language("people.both_layers"),
              list);
}

Html buttons_of(ContactsView const& page) {
  auto const& t = page.view.language;
  auto const link = [&](std::string const& path, char const* label, char const* kind) {
    return html(R"(<a class="{}" href="{}">{}</a>)", kind, page.view.page(page.path() + path), t(label));
  };
  bool const keeps_some =
      page.keeps(std::nullopt) || std::ranges::any_of(page.desk.asker().memberships, [&](auto const& one) {
        return one.place().ecosystem == page.bench.ecosystem.id && page.keeps(one.place().organisation);
      });
  return html(R"(<div class="actions no-print">{}{}{}</div>)",
              keeps_some ? link("/new", "people.add", "button primary") : Html(),
              link("/me", "people.add_me", "button"),
              page.keeps(std::nullopt) ? link(".csv", "people.as_sheet", "button") : Html());
}

Html way_to_keep(ContactsView const& page, ContactPerson const& one) {
  if (!page.keeps(one.organisation)) return {};
  return html(R"(<p class="no-print"><a href="{}">{}</a></p>)",
              page.view.page(contact_path(page.bench.ecosystem, one.id)),
              page.view.language("people.change", {{"name", one.name}}));
}

Html people_of_one(ContactsView const& page, PeopleOf const& of) {
  auto const& t = page.view.language;
  auto const people = of.people.empty() ? html("<p>{}</p>", t("people.nobody_yet"))
                                        : html(R"(<ul class="people">{}</ul>)",
                                               each(of.people, [&](ContactPerson const& one) {
                                                 return contact_card(page.view, one, way_to_keep(page, one));
                                               }));
  auto const add =
      page.keeps(of.organisation.id) && of.people.empty()
          ? html(R"(<p class="no-print"><a href="{}">{}</a></p>)",
                 page.view.page(page.path() + "/new").with("organisation", text(of.organisation.id)),
                 t("people.add_for", {{"organisation", of.organisation.name}}))
          : Html();
  return html(
      R"(<section class="people-of"><h2><a href="{}">{}</a></h2><p class="hint">{}</p>{}{}</section>)",
      page.view.page("/organisations").segment(text(of.organisation.id)), of.organisation.name,
      choice_phrase(t, "sector.of_", of.organisation.sector), people, add);
}

Html found_people(ContactsView const& page, std::vector<PeopleOf> const& all) {
  auto const& t = page.view.language;
  if (all.empty()) return html("<p>{}</p>", t("people.nothing_found"));
  std::size_t people = 0;
  for (auto const& of : all) people += of.people.size();
  auto const shown = on_this_page(all, page.paging);
  auto const list = shown.empty() ? past_the_end(page.view)
                                  : each(shown, [&](PeopleOf const& of) { return people_of_one(page, of); });
  auto const address = with_fields(page.view.page(page.path()), fields_of_query(page.query));
  return html(R"(<p role="status">{}</p>)", t.count("people.found", static_cast<int>(people)) + " " +
                                                t.count("people.found_at", static_cast<int>(all.size()))) +
         list + pager(page.view, address, page.paging, all.size());
}

Html done_on_list(View const& view, std::string_view done) {
  auto const& t = view.language;
  for (auto const& [name, key] :
       {std::pair{"asked", "people.done_asked"}, std::pair{"saved", "people.done_saved"},
        std::pair{"told", "people.done_told"}, std::pair{"erased", "people.done_erased"},
        std::pair{"listed", "people.done_listed"}}) {
    if (done == name) return html(R"(<p class="notice" role="status">{}</p>)", t(key));
  }
  return {};
}

std::string back_of(Desk const& desk, NetworkBench const& bench) {
  if (may(desk.asker(), Action::keep_map, bench.place())) return bench.path();
  return may(desk.asker(), Action::see_workplace) ? "/workplace" : "/account";
}

}  // namespace

http::Response contact_list(http::Request const& request, View const& view, Desk const& desk,
                            PathArguments const& arguments) {
  auto const bench = network_bench(desk, arguments[0], Action::see_contacts);
  if (!bench) return work_refused(view, bench.error());
  auto const paging = parse_paging(request.query);
  if (!paging) return work_refused(view, paging.error());
  ContactsView const page{view, desk, *bench, request.query, asked_contacts(request.query), *paging};
  auto const& t = view.language;
  auto const found = people_of_network(*bench->reader, view.atlas.vocabulary().themes, page.query,
                                       may_show_contact(desk, bench->ecosystem));
  return work_page(view, {.path = page.path(),
                          .title = t("people.title", {{"network", bench->ecosystem.name}}),
                          .body = done_on_list(view, request.query.first("done").value_or("")) +
                                  html(R"(<p class="lead">{}</p>)", t("people.lead")) + buttons_of(page) +
                                  layer_gaps(page) + filters_of(page) + found_people(page, found),
                          .back = t("people.back"),
                          .back_to = back_of(desk, *bench),
                          .also = fields_of_query(page.query)});
}

// For who keeps the whole list only: a file is out of reach of who withdraws, so there should be few.
http::Response contact_file(http::Request const&, View const& view, Desk const& desk,
                            PathArguments const& arguments) {
  auto const bench = network_bench(desk, arguments[0], Action::keep_contacts);
  if (!bench) return work_refused(view, bench.error());
  auto const& t = view.language;
  auto const all =
      people_of_network(*bench->reader, view.atlas.vocabulary().themes, {},
                        [](ContactPerson const& one) { return consent_of(one) == Consent::given; });
  std::vector<ContactRow> rows;
  for (auto const& of : all) {
    for (auto const& one : of.people) {
      rows.push_back({of.organisation.name, one.name, one.function, choice_phrase(t, "people.in_", one.layer),
                      one.email, one.phone, turn_to_words(view, one.turn_to), one.about,
                      contact_themes(view, one.themes), text(one.given_on.value_or(Date()))});
    }
  }
  auto response = spreadsheet(write_contacts_csv(rows), "contacten-" + bench->ecosystem.slug + ".csv");
  response.headers.set("Cache-Control", "no-store");
  return response;
}

}  // namespace wegwijzer::web::pages
