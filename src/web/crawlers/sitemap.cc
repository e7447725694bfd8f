// SPDX-License-Identifier: EUPL-1.2
// Every page that is worth finding, as https://www.sitemaps.org/protocol.html has it: an index, and parts
// that stay far below the 50,000 addresses and 50 MiB allowed. XML is written as HTML is: checked literals.
#include <algorithm>
#include <charconv>
#include <span>

#include "web/alternates.h"
#include "web/handlers.h"
#include "web/page.h"

namespace wegwijzer::web::crawlers {

namespace {

constexpr std::size_t most_addresses = 20'000;

constexpr std::string_view ending = ".xml";

std::size_t most_paths(View const& view) {
  return most_addresses / view.languages.all().size();
}

std::string path_of(std::string_view collection, std::string_view name) {
  return std::string(collection) + "/" + std::string(name);
}

// Without language, in an order that holds as long as the atlas does.
std::vector<std::string> paths(View const& view) {
  std::vector<std::string> all{"/", "/children", "/teachers", "/about", "/organisations", "/areas"};
  auto const& catalogue = view.atlas.catalogue();
  for (auto const& ecosystem : catalogue.ecosystems()) all.push_back(path_of("/e", ecosystem.slug));
  for (auto const& organisation : catalogue.organisations()) {
    all.push_back(path_of("/organisations", text(organisation.id)));
  }
  for (std::size_t i = 0; i < catalogue.offerings().size(); ++i) {
    Index<Offering> const index(i);
    if (catalogue.facts(index).last_day < view.moment.today) continue;
    all.push_back(path_of("/offerings", text(catalogue[index].id)));
  }
  for (auto const& area : view.atlas.areas().all()) all.push_back(path_of("/areas", area.code.text()));
  return all;
}

std::size_t parts_of(View const& view, std::size_t count) {
  return (count + most_paths(view) - 1) / most_paths(view);
}

http::Response xml(Html const& content) {
  return http::file(R"(<?xml version="1.0" encoding="UTF-8"?>)"
                    "\n" +
                        content.text() + "\n",
                    "application/xml; charset=utf-8");
}

// Each language is an address of its own and names all of them.
Html entries(View const& view, std::string const& path) {
  auto const all = alternates(view, path);
  auto const links = each(all, [](Alternate const& there) {
    return html(R"(<xhtml:link rel="alternate" hreflang="{}" href="{}"></xhtml:link>)", there.language,
                there.address);
  });
  Html out;
  for (auto const& there : all) {
    if (there.language == "x-default") continue;
    out += html("<url><loc>{}</loc>{}</url>", there.address.text(), links);
  }
  return out;
}

// "12.xml" is 12; nothing for what is no number from 1, written the one way.
std::optional<std::size_t> part_number(std::string_view name) {
  if (!name.ends_with(ending) || name.starts_with('0')) return std::nullopt;
  name.remove_suffix(ending.size());
  std::size_t number = 0;
  auto const [end, wrong] = std::from_chars(name.data(), name.data() + name.size(), number);
  if (wrong != std::errc() || end != name.data() + name.size()) return std::nullopt;
  return number;
}

http::Response no_address(View const& view) {
  return show_error(view, "/", {Fault::missing, "sitemap.no_address"});
}

}  // namespace

http::Response sitemap_index(http::Request const&, View const& view, PathArguments const&) {
  if (!view.public_address) return no_address(view);
  Html parts;
  for (std::size_t i = 1; i <= parts_of(view, paths(view).size()); ++i) {
    auto const part = Url::path("/sitemaps").segment(std::to_string(i) + std::string(ending));
    parts += html("<sitemap><loc>{}</loc></sitemap>", view.public_address->of(part).text());
  }
  return xml(
      html(R"(<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{}</sitemapindex>)", parts));
}

http::Response sitemap(http::Request const&, View const& view, PathArguments const& arguments) {
  if (!view.public_address) return no_address(view);
  auto const all = paths(view);
  auto const number = part_number(arguments.at(0));
  if (!number || *number > parts_of(view, all.size())) {
    return show_error(view, "/", {Fault::missing, "sitemap.missing"});
  }
  auto const first = (*number - 1) * most_paths(view);
  std::span const part(all.data() + first, std::min(most_paths(view), all.size() - first));
  return xml(html(R"(<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" )"
                  R"(xmlns:xhtml="http://www.w3.org/1999/xhtml">{}</urlset>)",
                  each(part, [&](std::string const& path) { return entries(view, path); })));
}

}  // namespace wegwijzer::web::crawlers
