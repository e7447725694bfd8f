// SPDX-License-Identifier: EUPL-1.2
#include "web/page.h"

#include <algorithm>

#include "web/alternates.h"
#include "web/assets.h"
#include "web/own_look.h"
#include "web/query.h"
#include "web/ways_in.h"

namespace wegwijzer::web {

namespace {

Html sign() {
  return html(R"(<svg class="sign" viewBox="0 0 32 32" aria-hidden="true" focusable="false">)"
              R"(<rect x="14.5" y="3" width="3" height="27" rx="1.5" fill="currentColor"></rect>)"
              R"(<path class="sign-deeper" d="M6 6h17l4 4-4 4H6z"></path>)"
              R"(<path class="sign-broader" d="M26 16H9l-4 4 4 4h17z"></path></svg>)");
}

// A page has one address without a question behind it; what is not to be found has none.
Html for_search_engines(View const& view, Page const& page) {
  if (!page.findable) return html(R"(<meta name="robots" content="noindex, follow">)");
  if (!view.public_address || page.status != 200) return {};
  return html(R"(<link rel="canonical" href="{}">)", view.public_address->of(view.page(page.path))) +
         each(alternates(view, page.path), [](Alternate const& there) {
           return html(R"(<link rel="alternate" hreflang="{}" href="{}">)", there.language, there.address);
         });
}

// Asked for at once, since every page needs them; the style sheet would tell only later. Arabic has no
// letters of its own for headings (web/style/type.css).
Html fonts_to_load(View const& view) {
  bool const arabic = view.language.tag() == "ar";
  std::array const fonts{"fonts/text.woff2", arabic ? "fonts/arabic.woff2" : "fonts/heading.woff2"};
  return each(fonts, [](char const* font) {
    return html(R"(<link rel="preload" as="font" type="font/woff2" href="{}" crossorigin>)", asset(font));
  });
}

Html style_sheet(char const* path) {
  return html(R"(<link rel="stylesheet" href="{}">)", asset(path));
}

Html head(View const& view, Page const& page) {
  return html(
      R"(<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">)"
      R"(<title>{} – Wegwijzer</title>{}{}{}{}<link rel="icon" href="{}">)"
      R"(<meta name="description" content="{}">{}{}</head>)",
      page.title, style_sheet("css/site.css"),
      (page.figures ? style_sheet("css/figures.css") : Html()) +
          (page.for_staff ? style_sheet("css/work.css") : Html()),
      own_style(look_of(view, page.ecosystem)), fonts_to_load(view), asset("images/sign.svg"),
      view.language("site.description"), for_search_engines(view, page),
      page.data ? html(R"(<script type="application/ld+json">{}</script>)", *page.data) : Html());
}

Html navigation_link(View const& view, Page const& page, char const* path, char const* key) {
  if (page.path == path) {
    return html(R"(<li><a href="{}" aria-current="page">{}</a></li>)", view.page(path), view.language(key));
  }
  return html(R"(<li><a href="{}">{}</a></li>)", view.page(path), view.language(key));
}

// The same page in each other language, by the name that its readers give it.
Html language_links(View const& view, Page const& page) {
  auto const link = [&](auto const& other) {
    if (other->tag() == view.language.tag()) return Html();
    if (page.for_staff && !other->dutch() && !other->english()) return Html();
    auto const there = view.in(*other);
    auto const& t = there.language;
    auto const address =
        with_fields(with_query(with_query(there.page(page.path), page.query), page.facts), page.also);
    return html(R"(<li><a class="language" lang="{}" dir="{}" hreflang="{}" href="{}">{}</a></li>)", t.tag(),
                t("language.direction"), t.tag(), address, t("language.name"));
  };
  return html(R"(<ul class="languages" aria-label="{}">{}</ul>)", view.language("nav.languages"),
              each(view.languages.all(), link));
}

std::vector<std::string> fictional_names(View const& view, Page const& page) {
  std::vector<std::string> names;
  for (auto const& ecosystem : view.atlas.catalogue().ecosystems()) {
    bool const shown = !page.ecosystem || ecosystem.id == view.atlas.catalogue()[*page.ecosystem].id;
    if (shown && ecosystem.origin == Origin::fictional) names.push_back(ecosystem.name);
  }
  return names;
}

// What is made up or comes from a report says so on every page.
Html origin_banner(View const& view, Page const& page) {
  if (page.ecosystem && view.atlas.catalogue()[*page.ecosystem].origin == Origin::report) {
    return html(R"(<p class="from-report" role="note">{}</p>)", view.language("site.from_report"));
  }
  auto const names = fictional_names(view, page);
  if (names.empty()) return {};
  return html(R"(<p class="fictional" role="note">{}</p>)",
              view.language("site.fictional", {{"names", joined(names, view.language("list.separator"))}}));
}

// Who has signed in has a way to the own account beside the languages.
Html corner(View const& view, Page const& page) {
  if (view.account != View::Account::signed_in) return language_links(view, page);
  return html(R"(<div class="corner"><a class="language" href="{}">{}</a>{}</div>)", view.page("/account"),
              view.language("nav.account"), language_links(view, page));
}

Html header(View const& view, Page const& page) {
  return html(
      R"(<header class="site"><div class="inner"><a class="brand" href="{}">{}<span>Wegwijzer</span></a>{})"
      R"(<nav aria-label="{}"><ul>{}{}{}{}{}</ul></nav>{}</div>{}</header>)",
      view.page("/"), sign(), own_logo(view, look_of(view, page.ecosystem)), view.language("nav.label"),
      navigation_link(view, page, "/offerings", "nav.search"),
      navigation_link(view, page, "/children", "nav.children"),
      navigation_link(view, page, "/teachers", "nav.teachers"),
      navigation_link(view, page, "/organisations", "nav.organisations"),
      navigation_link(view, page, "/areas", "nav.areas"), corner(view, page), origin_banner(view, page));
}

// For who works with it.
Html way_to_account(View const& view) {
  if (view.account == View::Account::none) return {};
  bool const signed_in = view.account == View::Account::signed_in;
  return html(R"(<li><a href="{}">{}</a></li>)", view.page(signed_in ? "/account" : "/sign-in"),
              view.language(signed_in ? "nav.account" : "nav.sign_in"));
}

Html footer(View const& view, Page const& page) {
  auto const& t = view.language;
  return html(
      R"(<footer class="site"><div class="inner"><ul><li><a href="{}">{}</a></li><li><a href="{}">{}</a></li></ul><ul>)"
      R"(<li><a href="{}">{}</a></li><li><a href="{}">{}</a></li><li><a href="{}">{}</a></li><li><a href="{}">{}</a></li>)"
      R"(<li><a href="{}">{}</a></li>{}</ul>)"
      R"(<p>{}</p><p>{}</p></div></footer>)",
      view.page("/corrections").with("page", page.path), t("correction.link"),
      view.page("/suggestions").with("page", page.path), t("missing.title"), view.page("/about"),
      t("nav.about"), view.page("/opportunity"), t("opportunity.title"), view.page("/join"), t("join.title"),
      view.page("/privacy"), t("privacy.title"), view.page("/accessibility"), t("accessibility.title"),
      way_to_account(view), t("site.privacy_line"), attribution_phrase(view));
}

}  // namespace

std::string attribution_phrase(View const& view) {
  auto const& maps = view.atlas.streets().maps();
  auto const& areas = view.atlas.areas().all();
  auto const made_up =
      std::ranges::all_of(maps, [](auto const& map) { return map->source() == made_up_source; }) &&
      std::ranges::all_of(areas, [](Area const& area) { return area.source == made_up_source; });
  return view.language(made_up && !(maps.empty() && areas.empty()) ? "site.attribution_made_up"
                                                                   : "site.attribution");
}

int status_of(Fault fault) {
  switch (fault) {
    case Fault::invalid:
      return 400;
    case Fault::missing:
      return 404;
    case Fault::forbidden:
      return 403;
    case Fault::conflict:
      return 409;
    case Fault::unavailable:
      return 503;
  }
  return 500;
}

Html notice(char const* kind, Html const& content) {
  return html(R"(<div class="notice {}" role="status">{}</div>)", kind, content);
}

http::Response show(View const& view, Page const& page) {
  auto const document = html(
      R"(<!doctype html><html lang="{}" dir="{}">{}<body><a class="skip" href="{}">{}</a>{}<main id="content">{}</main>{}</body></html>)",
      view.language.tag(), view.language("language.direction"), head(view, page),
      Url::fragment_only("content"), view.language("nav.skip"), header(view, page), page.body,
      footer(view, page));
  return http::html(document.text(), page.status);
}

namespace {

// Whoever followed an old link or mistyped an address did nothing wrong, and gets somewhere from here.
Html ways_on(View const& view) {
  if (view.atlas.catalogue().offerings().empty()) return {};
  return html("<p>{}</p>", view.language("error.missing_help")) + ways_in(view) + theme_tiles(view);
}

}  // namespace

namespace {

// Somebody asked for so few children that nothing is told of them: there are more.
Html way_to_all_children(View const& view, std::string const& path) {
  return html(R"(<p><a class="button primary" href="{}">{}</a></p>)", view.page(path),
              view.language("error.all_children"));
}

Html ways_after(View const& view, std::string const& path, Error const& error) {
  if (error.key == "inequality.too_few") return way_to_all_children(view, path);
  return error.fault == Fault::missing ? ways_on(view) : Html();
}

// Which part of the address is meant, and the way to the same page without it.
Html where_in_address(View const& view, std::string const& path, Error const& error) {
  if (error.field.empty() || error.fault != Fault::invalid) return {};
  return html(R"(<p>{}</p><p><a class="button primary" href="{}">{}</a></p>)",
              view.language("error.in_address", {{"field", error.field}}), view.page(path),
              view.language("error.same_page"));
}

}  // namespace

http::Response show_error(View const& view, std::string const& path, Error const& error) {
  auto const title = view.language(error.fault == Fault::missing     ? "error.missing_title"
                                   : error.fault == Fault::forbidden ? "error.forbidden_title"
                                                                     : "error.title");
  return show(
      view, {.title = title,
             .body = html(R"(<h1>{}</h1><p class="lead">{}</p>{}{}<p><a class="button" href="{}">{}</a></p>)",
                          title, view.language.sentence(error), where_in_address(view, path, error),
                          ways_after(view, path, error), view.page("/"), view.language("error.home")),
             .path = path,
             .status = status_of(error.fault)});
}

http::Response spreadsheet(std::string csv, std::string const& name) {
  auto response = http::file(http::Body(std::move(csv)), "text/csv; charset=utf-8");
  response.headers.set("Content-Disposition", "attachment; filename=\"" + name + "\"");
  return response;
}

}  // namespace wegwijzer::web
