// SPDX-License-Identifier: EUPL-1.2
// A picture of the map for pages without script.
#include "tiles/picture.h"

#include <charconv>

#include "web/handlers.h"
#include "web/map/look.h"
#include "web/own_look.h"
#include "web/page.h"
#include "web/query.h"

namespace wegwijzer::web::map {

namespace {

constexpr int least_side = 100;
constexpr int most_side = 1024;  // of four tiles
constexpr std::size_t most_dots = 100;
constexpr int least_reach = 100;  // metres
constexpr int most_reach = 100'000;

Result<int> whole(http::Parameters const& query, char const* name, int usual, int least, int most) {
  auto const text = query.first(name);
  if (!text || text->empty()) return usual;
  int value = 0;
  auto const [end, problem] = std::from_chars(text->data(), text->data() + text->size(), value);
  if (problem == std::errc() && end == text->data() + text->size() && value >= least && value <= most)
    return value;
  return fail(in_field({Fault::invalid,
                        "map.number_wrong",
                        {{"name", name}, {"least", std::to_string(least)}, {"most", std::to_string(most)}}},
                       name));
}

Done read_size(http::Parameters const& query, tiles::PictureWish& wish) {
  auto const width = whole(query, "width", wish.width, least_side, most_side);
  if (!width) return fail(width.error());
  auto const height = whole(query, "height", wish.height, least_side, most_side);
  if (!height) return fail(height.error());
  wish.width = *width, wish.height = *height;
  return {};
}

Done read_place(http::Parameters const& query, tiles::PictureWish& wish) {
  if (auto const around = query.first("around")) {
    auto const point = GeoPoint::parse(*around);
    if (!point) return fail(in_field(point.error(), "around"));
    wish.middle = *point;
  }
  auto const reach = whole(query, "reach", 0, least_reach, most_reach);
  if (!reach) return fail(reach.error());
  if (*reach > 0) wish.reach = Metres{static_cast<double>(*reach)};
  if (auto const place = query.first("place")) {
    auto const point = GeoPoint::parse(*place);
    if (!point) return fail(in_field(point.error(), "place"));
    wish.place = *point;
  }
  return {};
}

Done read_dots(http::Parameters const& query, tiles::PictureWish& wish) {
  auto const dots = query.all("dot");
  if (dots.size() > most_dots)
    return fail(
        in_field({Fault::invalid, "map.too_many_dots", {{"most", std::to_string(most_dots)}}}, "dot"));
  for (auto const dot : dots) {
    auto const point = GeoPoint::parse(dot);
    if (!point) return fail(in_field(point.error(), "dot"));
    wish.dots.push_back(*point);
  }
  return {};
}

// With the way to the place, or else the ground that is reached. A home from which nothing is reached is only
// marked.
void mark_home(OfferingQuery const& query, Atlas const& atlas, tiles::PictureWish& wish) {
  if (!query.home) return;
  wish.home = query.home;
  if (wish.place) {
    if (auto route = atlas.streets().route(*query.home, *wish.place, profile_of(query))) {
      wish.way = std::move(route->line);
    }
  } else if (auto shape = atlas.streets().shape(*query.home, profile_of(query), query.minutes))
    wish.ground = *std::move(shape);
}

// The ground of the area that is asked for, where no home is.
void mark_area(OfferingQuery const& query, Atlas const& atlas, tiles::PictureWish& wish) {
  auto const area = query.area && !query.home ? atlas.areas().find(*query.area) : std::nullopt;
  if (area) wish.ground = atlas.areas()[*area].outline;
}

// Whose list it stands above, and from where it is looked at.
Done read_list(http::Parameters const& parameters, View const& view, tiles::PictureWish& wish) {
  auto const query = parse_query(parameters, view.atlas);
  if (!query) return fail(query.error());
  auto const of_list =
      query->ecosystem ? view.atlas.catalogue().find_ecosystem(*query->ecosystem) : std::nullopt;
  wish.dot = own_dot(web::look_of(view, of_list), wish.look);
  mark_home(*query, view.atlas, wish);
  mark_area(*query, view.atlas, wish);
  return {};
}

Result<tiles::PictureWish> read(http::Parameters const& query, View const& view) {
  tiles::PictureWish wish{.look = look_of(query)};
  auto const read = read_size(query, wish)
                        .and_then([&] { return read_place(query, wish); })
                        .and_then([&] { return read_dots(query, wish); })
                        .and_then([&] { return read_list(query, view, wish); });
  if (!read) return fail(read.error());
  return wish;
}

}  // namespace

http::Response picture(http::Request const& request, View const& view, PathArguments const&) {
  auto const drawn = read(request.query, view).and_then([&](auto const& wish) {
    return tiles::picture(view.atlas.map().sources(), wish);
  });
  if (!drawn) return http::problem(status_of(drawn.error().fault), view.language.sentence(drawn.error()));
  return http::file(http::Body(*drawn), "image/svg+xml");
}

}  // namespace wegwijzer::web::map
