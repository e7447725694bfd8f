// SPDX-License-Identifier: EUPL-1.2
// Releases of the figures about a place: which there are, their files, and two side by side.
#include <algorithm>
#include <map>

#include "base/words.h"
#include "web/charts.h"
#include "web/compared_releases.h"
#include "web/handlers.h"
#include "web/opportunity_wish.h"
#include "web/page.h"
#include "web/parts.h"
#include "web/phrases.h"
#include "web/reading.h"

namespace wegwijzer::web::pages {

namespace {

std::string releases_path(PathArguments const& arguments, char const* below = "") {
  return "/opportunity/" + arguments.at(0) + "/releases" + below;
}

Result<Index<Area>> place_of_releases(View const& view, PathArguments const& arguments) {
  auto const code = AreaCode::parse(arguments.at(0));
  auto const area = code ? view.atlas.areas().find(*code) : std::nullopt;
  if (!area) return fail(Fault::missing, "area.missing");
  return *area;
}

// The last one first.
std::vector<FigureReleaseHead> releases_of(Store& store, AreaCode const& area) {
  auto heads = store.figure_releases();
  std::erase_if(heads, [&](FigureReleaseHead const& head) { return head.area != area; });
  std::ranges::reverse(heads);
  return heads;
}

Result<FigureRelease> release_of_place(Store& store, PathArguments const& arguments,
                                       std::string const& id_text) {
  auto const id = Id<FigureRelease>::parse(id_text);
  auto found =
      id ? store.figure_release(*id) : Result<FigureRelease>(fail(Fault::missing, "release.missing"));
  if (found && found->head.area.text() != arguments.at(0)) return fail(Fault::missing, "release.missing");
  return found;
}

class ReleaseListing {
 public:
  ReleaseListing(View const& view, Index<Area> place, std::vector<FigureReleaseHead> const& releases)
      : view_(view), t_(view.language), place_(place), releases_(releases) {}

  Html body() const {
    return html(R"(<p class="by"><a href="{}">{}</a></p><h1>{}</h1><p class="lead">{}</p>{}{}{}{})"
                R"(<p class="actions"><a class="button" href="{}">{}</a></p>)",
                opportunity_page(view_, place_),
                t_("opportunity.title_in", {{"place", view_.atlas.areas()[place_].name}}), title(),
                t_("releases.lead"), list(), compare_form(),
                explained("releases.why_not", "releases.why_not_text"),
                explained("releases.what_sure", "releases.what_sure_text"),
                opportunity_page(view_, place_).segment("method"), t_("releases.to_method"));
  }

  std::string title() const { return t_("releases.title", {{"place", view_.atlas.areas()[place_].name}}); }

 private:
  Url page() const { return opportunity_page(view_, place_).segment("releases"); }

  Html explained(char const* question, char const* answer) const {
    return html(R"(<details class="more"><summary>{}</summary><p>{}</p></details>)", t_(question),
                t_(answer));
  }

  Html list() const {
    if (releases_.empty()) return html("<p>{}</p>", t_("releases.none"));
    return each(releases_, [&](FigureReleaseHead const& head) { return one(head); });
  }

  Html one(FigureReleaseHead const& head) const {
    auto const note = head.note.empty() ? Html() : html("<p>{}</p>", in_dutch(view_, head.note));
    return html(
        R"(<section><h2>{}</h2>{}<p>{}</p><p class="provenance">{}: <code dir="ltr">{}</code></p>{}</section>)",
        sentence_case(day(head)), note, files(head), t_("releases.checksum"), head.checksum,
        versions(head.versions));
  }

  // From "1, mean 2, gini 2", which is that of all and those that have another: which figures have which.
  Html versions(std::string const& written) const {
    auto const parts = split(written, ',');
    std::map<std::string, std::vector<std::string>> figures;
    for (auto const& part : parts) {
      auto const words = split(part, ' ');
      if (words.size() != 2) continue;
      auto const key = "indicator." + std::string(words[0]);
      auto const name = t_(key);
      figures[std::string(words[1])].push_back(name == key ? std::string(words[0]) : name);
    }
    auto const item = [&](auto const& one) {
      return html("<li>{}</li>",
                  t_("releases.version_of", {{"version", one.first}, {"figures", joined(one.second, "; ")}}));
    };
    auto const usual = std::string(parts.empty() ? "" : parts.front());
    auto const all = figures.empty() ? "releases.version_of_all" : "releases.version_of_others";
    return html(R"(<details class="more"><summary>{}</summary><ul>{}<li>{}</li></ul></details>)",
                t_("releases.versions"), each(figures, item), t_(all, {{"version", usual}}));
  }

  Html files(FigureReleaseHead const& head) const {
    auto const file = [&](char const* name, char const* key) {
      return html(R"(<a href="{}">{}</a>)", page().segment(text(head.id)).segment(name), t_(key));
    };
    return file("figures.csv", "method.as_csv") + html(", ") + file("method.json", "method.as_json") +
           html(", ") + file("parameters.csv", "releases.parameters") + html(", ") +
           file("funnel.csv", "releases.funnel") + html(", ") + file("draws.csv", "releases.draws");
  }

  // What tells it from the others first: a choice on a phone shows no more than that.
  std::string said(FigureReleaseHead const& head) const {
    return head.note.empty() ? day(head) : head.note + ": " + day(head);
  }

  // With which of that day it is, where there are more.
  std::string day(FigureReleaseHead const& head) const {
    auto const day = day_phrase(t_, head.day);
    auto const is_same = [&](FigureReleaseHead const& other) { return other.day == head.day; };
    if (std::ranges::count_if(releases_, is_same) < 2) return day;
    auto const up_to_this = [&](FigureReleaseHead const& other) {
      return is_same(other) && other.id <= head.id;
    };
    return t_("releases.day_and_number",
              {{"day", day}, {"number", std::to_string(std::ranges::count_if(releases_, up_to_this))}});
  }

  Html choice(char const* name, char const* key, FigureReleaseHead const& chosen) const {
    return html(R"(<div class="field"><label for="{}">{}</label><select id="{}" name="{}">{}</select></div>)",
                name, t_(key), name, name, each(releases_, [&](FigureReleaseHead const& head) {
                  return option(text(head.id), said(head), head.id == chosen.id);
                }));
  }

  Html compare_form() const {
    if (releases_.size() < 2) return {};
    return html(
        R"(<section><h2>{}</h2><form class="search children" method="get" action="{}"><div class="asked">{}{}</div>)"
        R"(<p class="actions"><button class="button primary">{}</button></p></form></section>)",
        t_("releases.compare"), page().segment("compare"), choice("from", "releases.from", releases_[1]),
        choice("to", "releases.to", releases_[0]), t_("releases.compare_button"));
  }

  View const& view_;
  Language const& t_;
  Index<Area> place_;
  std::vector<FigureReleaseHead> const& releases_;
};

struct ComparedThere {
  ComparedReleases compared;
  Fields fields;  // of the address
};

Result<ComparedThere> read_compared(http::Request const& request, PathArguments const& arguments,
                                    Store& store) {
  auto const named = [&](char const* name) {
    auto const id = std::string(request.query.first(name).value_or(""));
    return release_of_place(store, arguments, id).map_error([&](Error const& error) {
      return in_field(error, name);
    });
  };
  auto const from = named("from");
  if (!from) return fail(from.error());
  auto const to = named("to");
  if (!to) return fail(to.error());
  if (from->head.id == to->head.id) return fail(in_field({Fault::invalid, "release.twice_the_same"}, "to"));
  auto compared = compare_releases(*from, *to);
  if (!compared) return fail(compared.error());
  return ComparedThere{*std::move(compared), {{"from", text(from->head.id)}, {"to", text(to->head.id)}}};
}

http::Response release_file(PathArguments const& arguments, View const& view, Store& store,
                            std::string FigureReleaseFiles::* file, char const* name, char const* type) {
  auto release = release_of_place(store, arguments, arguments.at(1));
  if (!release) return show_error(view, releases_path(arguments), release.error());
  auto response = http::file(http::Body(std::move(release->files.*file)), type);
  response.headers.set("Content-Disposition", "attachment; filename=\"release-" + arguments.at(0) + "-" +
                                                  text(release->head.day) + "-" + name + "\"");
  return response;
}

http::Response show_releases(View const& view, PathArguments const& arguments, Index<Area> place,
                             std::vector<FigureReleaseHead> const& releases) {
  ReleaseListing const listing(view, place, releases);
  return show(
      view,
      {.title = listing.title(), .body = listing.body(), .path = releases_path(arguments), .figures = true});
}

http::Response show_compared(http::Request const& request, View const& view, PathArguments const& arguments,
                             Store& store) {
  auto const there = read_compared(request, arguments, store);
  if (!there) return show_error(view, releases_path(arguments, "/compare"), there.error());
  auto const table = with_fields(view.page(releases_path(arguments)).segment("compare.csv"), there->fields);
  return show(view,
              {.title = view.language("releases.compare_title", {{"place", there->compared.to.area_name}}),
               .body = compared_releases_body(view, there->compared, table),
               .path = releases_path(arguments, "/compare"),
               .also = there->fields,
               .findable = false,
               .figures = true});
}

constexpr auto const* csv_type = "text/csv; charset=utf-8";

}  // namespace

http::Response opportunity_releases(http::Request const&, View const& view, PathArguments const& arguments,
                                    Store& store) {
  auto const place = place_of_releases(view, arguments);
  if (!place) return show_error(view, releases_path(arguments), place.error());
  return show_releases(view, arguments, *place, releases_of(store, view.atlas.areas()[*place].code));
}

http::Response release_figures(http::Request const&, View const& view, PathArguments const& arguments,
                               Store& store) {
  return release_file(arguments, view, store, &FigureReleaseFiles::figures, "figures.csv", csv_type);
}

http::Response release_method(http::Request const&, View const& view, PathArguments const& arguments,
                              Store& store) {
  return release_file(arguments, view, store, &FigureReleaseFiles::method, "method.json", "application/json");
}

http::Response release_parameters(http::Request const&, View const& view, PathArguments const& arguments,
                                  Store& store) {
  return release_file(arguments, view, store, &FigureReleaseFiles::parameters, "parameters.csv", csv_type);
}

http::Response release_funnel(http::Request const&, View const& view, PathArguments const& arguments,
                              Store& store) {
  return release_file(arguments, view, store, &FigureReleaseFiles::funnel, "funnel.csv", csv_type);
}

http::Response release_draws(http::Request const&, View const& view, PathArguments const& arguments,
                             Store& store) {
  return release_file(arguments, view, store, &FigureReleaseFiles::draws, "draws.csv", csv_type);
}

// The last two when none are named, and the list when there are no two.
http::Response compared_releases(http::Request const& request, View const& view,
                                 PathArguments const& arguments, Store& store) {
  auto const place = place_of_releases(view, arguments);
  if (!place) return show_error(view, releases_path(arguments), place.error());
  if (request.query.first("from") || request.query.first("to")) {
    return show_compared(request, view, arguments, store);
  }
  auto const releases = releases_of(store, view.atlas.areas()[*place].code);
  if (releases.size() < 2) return show_releases(view, arguments, *place, releases);
  auto asked = request;
  asked.query.add("from", text(releases[1].id));
  asked.query.add("to", text(releases[0].id));
  return show_compared(asked, view, arguments, store);
}

http::Response compared_releases_table(http::Request const& request, View const& view,
                                       PathArguments const& arguments, Store& store) {
  auto const there = read_compared(request, arguments, store);
  if (!there) return show_error(view, releases_path(arguments, "/compare"), there.error());
  return spreadsheet(comparison_csv(there->compared), "releases-" + arguments.at(0) + ".csv");
}

}  // namespace wegwijzer::web::pages
