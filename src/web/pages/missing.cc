// SPDX-License-Identifier: EUPL-1.2
// "Mis je iets op de kaart?": a visitor names a place, a club or an activity that is not on the map. What is
// called more or less so is shown first.
#include <algorithm>

#include "exchange/cells.h"
#include "usecases/suggestion/alike.h"
#include "usecases/suggestion/leave.h"
#include "web/form_fields.h"
#include "web/handlers.h"
#include "web/page.h"
#include "web/parts.h"
#include "web/phrases.h"
#include "web/suggestion_parts.h"
#include "web/typed_fields.h"

namespace wegwijzer::web::pages {

namespace {

constexpr std::size_t most_alike = 4;

std::string page_it_came_from(http::Parameters const& typed) {
  return std::string(typed.first("page").value_or("/"));
}

Html kinds_to_choose(FormView const& form) {
  auto const& t = form.view.language;
  return radio_field(form, "kind",
                     {{"offering", t("missing.kind_offering")},
                      {"organisation", t("missing.kind_organisation")},
                      {"venue", t("missing.kind_venue")}});
}

struct MissingForm {
  http::Parameters const& typed;
  std::vector<Error> problems{};
  Html above{};
  bool others_shown = false;  // "Bedoel je…?" stands above: sending it again sends it
  int status = 200;
};

http::Response show_missing(View const& view, MissingForm const& shown) {
  auto const& t = view.language;
  FormView const form{view, "missing.", shown.typed, shown.problems};
  auto const fields = hidden("page", page_it_came_from(shown.typed)) +
                      (shown.others_shown ? hidden("not_these", "yes") : Html()) + kinds_to_choose(form) +
                      line_field(form, "name") + line_field(form, "place") + line_field(form, "website") +
                      area_field(form, "message", 4);
  return show(
      view,
      {.title = t("missing.title"),
       .body = html(
           R"(<h1>{}</h1><p class="lead">{}</p>{}<form method="post" class="work" novalidate action="{}">{}<p><button class="button primary" type="submit">{}</button></p></form>)",
           t("missing.title"), t("missing.lead"), problems_of(form) + shown.above, view.page("/suggestions"),
           fields, t(shown.others_shown ? "missing.send_all_the_same" : "missing.send")),
       .path = "/suggestions",
       .status = shown.status,
       .findable = false});
}

Html row_of(View const& view, Index<Organisation> index) {
  auto const& one = view.atlas.catalogue()[index];
  return html(R"(<li><a href="{}">{}</a> <span class="hint">{}</span></li>)",
              view.page("/organisations", one.id), proper_name(view, one.name),
              choice_phrase(view.language, "sector.of_", one.sector));
}

Html row_of(View const& view, Index<Venue> index) {
  auto const& one = view.atlas.catalogue()[index];
  return html(R"(<li><a href="{}">{}</a> <span class="hint">{}</span></li>)", view.page("/venues", one.id),
              proper_name(view, venue_name(view, one)), proper_name(view, address_phrase(one)));
}

Html row_of(View const& view, Index<Offering> index) {
  auto const& one = view.atlas.catalogue()[index];
  auto const by = view.atlas.catalogue().facts(index).organisation;
  return html(R"(<li><a href="{}">{}</a> <span class="hint">{}</span></li>)", view.page("/offerings", one.id),
              proper_name(view, one.title), proper_name(view, view.atlas.catalogue()[by].name));
}

Html do_you_mean(View const& view, std::vector<OnTheMap> const& alike) {
  auto const& t = view.language;
  return html(R"(<div class="notice" role="status"><h2>{}</h2><p>{}</p><ul>{}</ul></div>)",
              t("missing.do_you_mean"), t("missing.do_you_mean_text"), each(alike, [&](OnTheMap const& one) {
                return std::visit([&](auto index) { return row_of(view, index); }, one);
              }));
}

struct Named {
  Suggestion said;
  std::string name;
  std::optional<Index<Ecosystem>> ecosystem;
};

// What was typed; what is wrong stands with `typed`.
Named read_missing(TypedFields& typed, http::Parameters const& form) {
  Named read;
  auto const kind = typed.text("kind");
  bool const is_known = kind == "offering" || kind == "organisation" || kind == "venue";
  if (!is_known) typed.wrong("kind", {Fault::missing, "missing.kind_missing"});
  read.said.kind = is_known ? kind : "organisation";
  auto const name = read_line(typed.text("name"));
  read.name = name.value_or("");
  if (read.name.empty()) typed.wrong("name", {Fault::missing, "missing.name_missing"});
  read.said.fields.push_back({kind == "offering" ? "title" : "name", {}, read.name});
  auto const link = read_link(typed.text("website"));
  if (link) read.said.fields.push_back({kind == "offering" ? "link" : "website", {}, *link});
  if (!link && typed.has("website")) typed.wrong("website", {Fault::invalid, "suggestion.invalid_website"});
  read.said.place = read_line(typed.text("place")).value_or("");
  read.said.message = typed.text("message");
  read.said.page = page_it_came_from(form);
  return read;
}

// It goes to the network that is near, else to the one whose page it was said on.
void place_it(View const& view, Named& read) {
  read.said.from = who_says_it(view);
  auto const place = named_place(view, read.said.place);
  if (place.area) read.said.area = view.atlas.areas()[*place.area].code;
  auto const& page = read.said.page;
  auto const code = AreaCode::parse(page.substr(page.rfind('/') + 1));
  if (!read.said.area && code) read.said.area = *code;
  read.ecosystem = place.ecosystem ? place.ecosystem : ecosystem_of_page(view, page);
}

}  // namespace

http::Response missing_form(http::Request const& request, View const& view, PathArguments const&) {
  return show_missing(view, {request.query});
}

http::Response leave_missing(http::Request const& request, View const& view, Store& store) {
  TypedFields typed(request.form);
  auto read = read_missing(typed, request.form);
  MissingForm form{request.form, typed.problems(), {}, request.form.has("not_these"), 400};
  if (!form.problems.empty()) return show_missing(view, form);
  if (!form.others_shown) {
    auto const alike = alike_on_map(view.atlas, read.name, most_alike);
    if (!alike.empty()) return show_missing(view, {request.form, {}, do_you_mean(view, alike), true});
  }
  place_it(view, read);
  if (!read.ecosystem) return show_error(view, "/suggestions", {Fault::missing, "ecosystem.missing"});
  auto const page = read.said.page;
  auto const writer = store.writer(view.atlas.catalogue()[*read.ecosystem], {"visitor"});
  auto const left = leave_suggestion(*writer, std::move(read.said), view.moment.today);
  if (!left) {
    form.problems = {left.error()};
    form.status = status_of(left.error().fault);
    return show_missing(view, form);
  }
  writer->commit();
  return http::redirect(view.page("/corrections/thanks").with("page", page).text());
}

}  // namespace wegwijzer::web::pages
