// SPDX-License-Identifier: EUPL-1.2
#include "web/own_page.h"

#include <algorithm>

#include "http/parameters.h"
#include "http/path.h"

namespace wegwijzer::web {

namespace {

constexpr std::size_t longest = 600;

bool is_middle_of_area(std::string_view near, Areas const& areas) {
  auto const point = GeoPoint::parse(near);
  auto const area = point ? areas.smallest_at(*point) : std::nullopt;
  auto const middle = area ? areas.middle(*area) : std::nullopt;
  return middle && wegwijzer::text(*middle) == wegwijzer::text(*point);
}

bool tells_a_home(http::Parameters const& query, Areas const& areas) {
  auto const near = query.all("near");
  return query.has("where") ||
         !std::ranges::all_of(near, [&](auto one) { return is_middle_of_area(one, areas); });
}

}  // namespace

Result<OwnPage> OwnPage::parse(std::string_view text, Areas const& areas) {
  auto const question = text.find('?');
  auto const path = http::Path::parse(text.substr(0, question));
  auto const query =
      http::Parameters::parse(question == text.npos ? std::string_view() : text.substr(question + 1));
  // http::Path takes no "//host" and no backslash, and what is behind "#" would be part of a segment.
  if (!path || !query || text.size() > longest || text.find('#') != text.npos) {
    return fail(Fault::invalid, "share.not_a_page");
  }
  if (tells_a_home(*query, areas)) return fail(Fault::invalid, "share.no_home");
  auto url = Url::path(path->text());
  for (auto const& field : *query) url = std::move(url).with(field.name, field.value);
  // As it is written in an address, where a sign may take nine bytes.
  if (url.text().size() > longest) return fail(Fault::invalid, "share.not_a_page");
  return OwnPage(std::move(url));
}

}  // namespace wegwijzer::web
