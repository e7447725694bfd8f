// SPDX-License-Identifier: EUPL-1.2
#include "web/sharing.h"

#include "web/own_page.h"
#include "web/query.h"

namespace wegwijzer::web {

namespace {

Html way(std::optional<Url> const& to, std::string const& label, Html const& more = {}) {
  if (!to) return {};
  return html(R"(<li><a href="{}">{}</a>{}</li>)", *to, label, more);
}

// A calendar program is asked for at once; who has none there copies the address.
Html calendar(View const& view, std::optional<Url> const& calendar) {
  if (!calendar) return {};
  auto const& t = view.language;
  if (!view.public_address) {
    return way(calendar, t("share.calendar"),
               html(R"( <span class="hint">{}</span>)", t("share.calendar_hint")));
  }
  auto const whole = view.public_address->of(*calendar);
  return way(Url::subscription(whole), t("share.calendar"),
             html(R"( <span class="hint">{} <a href="{}">{}</a></span>)", t("share.calendar_hint"), whole,
                  t("share.calendar_address")));
}

// The picture is loaded when somebody opens it.
Html qr_code(View const& view, Url const& page) {
  if (!view.public_address || !OwnPage::parse(page.text(), view.atlas.areas())) return {};
  auto const picture = view.page("/qr.svg").with("page", page.text());
  return html(
      R"(<img src="{}" alt="{}" width="200" height="200" loading="lazy"><p><a href="{}" download="wegwijzer-qr.svg">{}</a></p>)",
      picture, view.language("share.qr"), picture, view.language("share.qr_download"));
}

}  // namespace

Html sharing(View const& view, Sharing const& ways) {
  auto const& t = view.language;
  auto const address = view.public_address ? view.public_address->of(ways.page) : ways.page;
  auto const list = way(ways.flyer, t("flyer.link")) + calendar(view, ways.calendar) +
                    way(ways.embedding, t("share.embed"));
  return html(
      R"(<section class="sharing" aria-labelledby="sharing"><h2 id="sharing">{}</h2>{}{})"
      R"(<details><summary class="button">{}</summary><p>{}</p><p class="address"><a href="{}">{}</a></p>{}</details></section>)",
      t("share.title"), ways.note, list.empty() ? Html() : html(R"(<ul class="links">{}</ul>)", list),
      t(view.public_address ? "share.link_and_qr" : "share.link"), t("share.link_hint"), address,
      address.text(), qr_code(view, ways.page));
}

Html from_where_shared(View const& view, OfferingQuery const& query) {
  if (!query.home) return {};
  auto const area = view.atlas.areas().smallest_at(*query.home);
  if (!area) return html(R"(<p class="share">{}</p>)", view.language("share.without_home"));
  return html(R"(<p class="share">{}</p>)",
              view.language("share.from_area", {{"area", view.atlas.areas()[*area].name}}));
}

Html sharing_of_search(View const& view, OfferingQuery const& query) {
  auto const shared = without_home(query, view.atlas.areas());
  auto const at = [&](char const* path) { return with_query(view.page(path), shared); };
  return sharing(view, {.page = at("/offerings"),
                        .flyer = at("/offerings/flyer.pdf"),
                        .calendar = at("/calendar.ics"),
                        .embedding = at("/embed"),
                        .note = from_where_shared(view, query)});
}

}  // namespace wegwijzer::web
