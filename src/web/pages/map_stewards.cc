// SPDX-License-Identifier: EUPL-1.2
// Who keeps which part of the map, for the coordinator: the areas in which the network has places, how much
// of that somebody has to look at, and inviting a steward.
#include <algorithm>
#include <map>

#include "base/words.h"
#include "web/handlers.h"
#include "web/map_start.h"
#include "web/parts.h"

namespace wegwijzer::web::pages {

namespace {

// What the network has in an area, and who keeps it.
struct AreaKept {
  std::size_t places = 0, to_look_at = 0;
  std::vector<std::string> stewards{};
};

using AreasKept = std::map<AreaCode, AreaKept>;

// Of each area around a place, from the buurt up.
void count_place(View const& view, AreasKept& kept, Venue const& venue) {
  auto const& areas = view.atlas.areas();
  for (auto area = areas.smallest_at(venue.point); area; area = areas.around(*area)) {
    auto& one = kept[areas[*area].code];
    ++one.places;
    if (stale(venue, view.moment.today)) ++one.to_look_at;
  }
}

AreasKept areas_kept(View const& view, Desk const& desk, NetworkBench const& bench) {
  AreasKept kept;
  for (auto const& venue : bench.reader->venues().all()) {
    if (!venue.archived_on) count_place(view, kept, venue);
  }
  auto const accounts = desk.store.accounts();
  for (auto const& one : accounts->stewards(bench.ecosystem.id)) {
    auto const person = accounts->person(one.person());
    if (person && one.place().area) kept[*one.place().area].stewards.push_back(person->name);
  }
  return kept;
}

// The areas one step below, or the largest when nothing is around them; by name.
std::vector<AreaCode> areas_below(View const& view, AreasKept const& kept, std::optional<AreaCode> around) {
  std::vector<AreaCode> below;
  for (auto const& [code, one] : kept) {
    bool const is_below = around ? code.within() == around : !code.within() || !kept.contains(*code.within());
    if (is_below) below.push_back(code);
  }
  std::ranges::sort(below, {}, [&](AreaCode const& code) { return folded(name_of_area(view, code)); });
  return below;
}

std::string joined_names(std::vector<std::string> const& names) {
  std::string joined;
  for (auto const& name : names) joined += (joined.empty() ? "" : ", ") + name;
  return joined;
}

struct StewardsView {
  View const& view;
  NetworkBench const& bench;
  AreasKept const& kept;

  Url deeper(AreaCode const& code) const {
    return view.page(bench.path() + "/stewards").with("in", text(code));
  }
};

Html inviting_cell(StewardsView const& page, AreaCode const& code) {
  auto const place = key_of(accounts::Place{page.bench.ecosystem.id, std::nullopt, code});
  auto const name = name_of_area(page.view, code);
  return html(R"(<td><a href="{}" aria-label="{}">{}</a></td>)",
              page.view.page("/account/colleagues").with("place", place),
              page.view.language("map_work.invite_steward_of", {{"area", name}}),
              page.view.language("map_work.invite_steward"));
}

Html area_row(StewardsView const& page, AreaCode const& code) {
  auto const& [places, to_look_at, stewards] = page.kept.at(code);
  auto const& t = page.view.language;
  bool const has_parts = !areas_below(page.view, page.kept, code).empty();
  auto const name = name_of_area(page.view, code);
  auto const heading = has_parts ? html(R"(<a href="{}">{}</a>)", page.deeper(code), name) : html("{}", name);
  return html(
      R"(<tr><th scope="row">{}</th><td><a href="{}">{}</a></td><td>{}</td><td>{}</td>{}</tr>)", heading,
      page.view.page(area_path(page.bench, code)), std::to_string(places), std::to_string(to_look_at),
      stewards.empty() ? t("map_work.no_steward") : joined_names(stewards), inviting_cell(page, code));
}

Html areas_table(StewardsView const& page, std::vector<AreaCode> const& codes) {
  auto const& t = page.view.language;
  return html(
      R"(<div class="wide" role="region" tabindex="0" aria-label="{}"><table class="stewards"><thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><td></td></tr></thead><tbody>{}</tbody></table></div>)",
      t("map_work.stewards"), t("map_work.area"), t("map_work.places"), t("map_work.to_look_at"),
      t("map_work.steward"), each(codes, [&](AreaCode const& code) { return area_row(page, code); }));
}

}  // namespace

http::Response map_stewards(http::Request const& request, View const& view, Desk const& desk,
                            PathArguments const& arguments) {
  auto const bench = network_bench(desk, arguments[0], accounts::Action::keep_map);
  if (!bench) return work_refused(view, bench.error());
  auto const& t = view.language;
  auto const kept = areas_kept(view, desk, *bench);
  auto const asked = AreaCode::parse(request.query.first("in").value_or(""));
  auto const around = asked && kept.contains(*asked) ? std::optional(*asked) : std::nullopt;
  auto codes = areas_below(view, kept, around);
  // A network of one gemeente begins with what is in it.
  if (!around && codes.size() == 1) {
    auto const within = areas_below(view, kept, codes.front());
    codes.insert(codes.end(), within.begin(), within.end());
  }
  StewardsView const page{view, *bench, kept};
  auto const path = bench->path() + "/stewards";
  return work_page(
      view,
      {.path = path,
       .title = around ? t("map_work.stewards_in", {{"area", name_of_area(view, *around)}})
                       : t("map_work.stewards"),
       .body = html(R"(<p class="lead">{}</p>)", t("map_work.stewards_lead")) +
               (codes.empty() ? html("<p>{}</p>", t("map_work.no_areas")) : areas_table(page, codes)),
       .back = around ? t("map_work.stewards") : t("map_work.title", {{"network", bench->ecosystem.name}}),
       .back_to = around ? path : bench->path(),
       .also = around ? std::vector<std::pair<std::string, std::string>>{{"in", text(*around)}}
                      : std::vector<std::pair<std::string, std::string>>{}});
}

}  // namespace wegwijzer::web::pages
