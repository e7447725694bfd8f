// SPDX-License-Identifier: EUPL-1.2
// The notice board of a network: what partners ask and offer, with choices above it; and the same on paper by
// subject, for a meeting (the report's aanbiedersmarkt).
#include <algorithm>

#include "web/handlers.h"
#include "web/notice_parts.h"
#include "web/page.h"
#include "web/parts.h"
#include "web/phrases.h"

namespace wegwijzer::web::pages {

namespace {

using accounts::Action;

struct AskedNotices {
  std::optional<NoticeSide> side{};
  std::optional<NoticeWhat> what{};
  std::optional<ThemeCode> theme{};
};

template <wegwijzer::Choice Enum>
std::optional<Enum> asked_choice(http::Parameters const& query, char const* name) {
  auto const read = parse_choice<Enum>(query.first(name).value_or(""));
  return read ? std::optional(*read) : std::nullopt;
}

AskedNotices asked_notices(http::Parameters const& query) {
  auto const theme = ThemeCode::parse(query.first("theme").value_or(""));
  return {asked_choice<NoticeSide>(query, "side"), asked_choice<NoticeWhat>(query, "what"),
          theme ? std::optional(*theme) : std::nullopt};
}

bool fits(View const& view, Notice const& one, AskedNotices const& asked) {
  if (asked.side && one.side != *asked.side) return false;
  if (asked.what && one.what != *asked.what) return false;
  if (!asked.theme) return true;
  auto const& themes = view.atlas.themes();
  return (themes.related_to(themes.set({*asked.theme})) & themes.set(one.themes)).any();
}

Html notice_filters(View const& view, NetworkBench const& bench, AskedNotices const& asked) {
  auto const& t = view.language;
  auto sides = option("", t("work_notice.both"), !asked.side);
  for (auto const& [side, name] : choices<NoticeSide>) {
    sides += option(name, choice_phrase(t, "notice_side.", side), asked.side == side);
  }
  auto whats = option("", t("work_notice.any_what"), !asked.what);
  for (auto const& one : what_choices(t)) {
    whats += option(one.value, one.label, asked.what && text(*asked.what) == one.value);
  }
  auto const themes = theme_options(view, asked.theme ? std::vector{*asked.theme} : std::vector<ThemeCode>(),
                                    t("work_notice.any_theme"));
  return html(
      R"(<form method="get" class="table-filters" action="{}"><div class="filters"><div class="field"><label for="side">{}</label><select id="side" name="side">{}</select></div><div class="field"><label for="what">{}</label><select id="what" name="what">{}</select></div><div class="field"><label for="theme">{}</label><select id="theme" name="theme">{}</select></div></div><p><button class="button" type="submit">{}</button></p></form>)",
      view.page(notices_path(bench)), t("work_notice.side"), sides, t("work_notice.what"), whats,
      t("work_notice.theme"), themes, t("work_notice.show"));
}

Html cards_of(View const& view, NetworkBench const& bench, std::vector<Notice> const& notices) {
  return html(R"(<ul class="own-cards">{}</ul>)",
              each(notices, [&](Notice const& one) { return notice_card(view, bench, one); }));
}

Html side_section(View const& view, NetworkBench const& bench, std::vector<Notice> const& open,
                  NoticeSide side) {
  auto its = open;
  std::erase_if(its, [&](Notice const& one) { return one.side != side; });
  auto const& t = view.language;
  return html("<section><h2>{}</h2>{}</section>", choice_phrase(t, "notice_side.", side),
              its.empty() ? html("<p>{}</p>", t("work_notice.nothing")) : cards_of(view, bench, its));
}

Html over_section(View const& view, NetworkBench const& bench, std::vector<Notice> const& over) {
  if (over.empty()) return {};
  return html(R"(<details class="more"><summary>{}</summary>{}</details>)",
              view.language.count("work_notice.over_count", static_cast<int>(over.size())),
              cards_of(view, bench, over));
}

}  // namespace

http::Response work_notices(http::Request const& request, View const& view, Desk const& desk,
                            PathArguments const& arguments) {
  auto const bench = network_bench(desk, arguments[0], Action::use_notice_board);
  if (!bench) return work_refused(view, bench.error());
  auto const& t = view.language;
  auto const asked = asked_notices(request.query);
  std::vector<Notice> open, over;
  for (auto& one : notices_on_board(*bench->reader, view.moment.today)) {
    if (!fits(view, one, asked)) continue;
    (stands_open(one, view.moment.today) ? open : over).push_back(std::move(one));
  }
  auto const sides = each(choices<NoticeSide>, [&](auto const& side) {
    return asked.side && *asked.side != side.first ? Html() : side_section(view, *bench, open, side.first);
  });
  auto const [back, back_to] = way_to_own_start(view, desk, *bench);
  auto const buttons = html(
      R"(<p class="actions"><a class="button primary" href="{}">{}</a> <a class="button" href="{}">{}</a></p>)",
      view.page(notices_path(*bench) + "/new"), t("work_notice.new"),
      view.page(notices_path(*bench) + "/print"), t("work_notice.on_paper"));
  return work_page(view,
                   {.path = notices_path(*bench),
                    .title = t("work_notice.title", {{"network", bench->ecosystem.name}}),
                    .body = done_in_words(view, request, "work_notice.done_") +
                            html(R"(<p class="lead">{}</p>)", t("work_notice.lead")) + buttons +
                            notice_filters(view, *bench, asked) + sides + over_section(view, *bench, over),
                    .back = back,
                    .back_to = back_to});
}

// --- On paper.

namespace {

Html paper_item(View const& view, Reader& reader, Notice const& one) {
  auto const& t = view.language;
  auto const body = one.text.empty() ? Html() : html("<br>{}", one.text.substr(0, one.text.find('\n')));
  return html(R"(<li><strong>{}</strong><br>{} · {} · {}{}</li>)", one.title,
              name_of_organisation(reader, one.organisation), choice_phrase(t, "notice_what.", one.what),
              t("work_notice.until", {{"day", date_phrase(t, one.until)}}), body);
}

Html paper_side(View const& view, Reader& reader, std::vector<Notice> const& notices, NoticeSide side) {
  auto const items = each(
      notices, [&](Notice const& one) { return one.side == side ? paper_item(view, reader, one) : Html(); });
  auto const& t = view.language;
  return html(R"(<div><h3>{}</h3>{}</div>)", choice_phrase(t, "notice_side.", side),
              items.empty() ? html("<p>{}</p>", t("work_notice.nothing"))
                            : html(R"(<ul class="market">{}</ul>)", items));
}

Html paper_subject(View const& view, Reader& reader, std::string const& subject,
                   std::vector<Notice> const& notices) {
  if (notices.empty()) return {};
  return html(R"(<section class="market"><h2>{}</h2><div class="side-by-side">{}{}</div></section>)", subject,
              paper_side(view, reader, notices, NoticeSide::asked),
              paper_side(view, reader, notices, NoticeSide::offered));
}

// A notice stands under each subject that it is about, and under none where it names none.
Html paper_by_subject(View const& view, Reader& reader, std::vector<Notice> const& open) {
  auto const& themes = view.atlas.themes();
  auto rest = open;
  Html out;
  for (auto const subject : themes.subjects()) {
    auto its = open;
    auto const is_about = [&](Notice const& one) {
      return (themes.set(one.themes) & themes.below(subject)).any();
    };
    std::erase_if(its, [&](Notice const& one) { return !is_about(one); });
    std::erase_if(rest, is_about);
    out += paper_subject(view, reader, theme_name(view, subject), its);
  }
  return out + paper_subject(view, reader, view.language("work_notice.no_subject"), rest);
}

}  // namespace

http::Response notices_on_paper(http::Request const&, View const& view, Desk const& desk,
                                PathArguments const& arguments) {
  auto const bench = network_bench(desk, arguments[0], Action::use_notice_board);
  if (!bench) return work_refused(view, bench.error());
  auto const& t = view.language;
  auto open = notices_on_board(*bench->reader, view.moment.today);
  std::erase_if(open, [&](Notice const& one) { return !stands_open(one, view.moment.today); });
  auto const lead = t("work_notice.paper_lead",
                      {{"day", date_phrase(t, view.moment.today)}, {"count", std::to_string(open.size())}});
  auto const sheets = open.empty() ? html("<p>{}</p>", t("work_notice.nothing"))
                                   : paper_by_subject(view, *bench->reader, open);
  return work_page(view, {.path = notices_path(*bench) + "/print",
                          .title = t("work_notice.paper_title", {{"network", bench->ecosystem.name}}),
                          .body = html(R"(<p class="lead">{}</p><p class="hint no-print">{}</p>)", lead,
                                       t("map_work.print_it")) +
                                  sheets,
                          .back = t("work_notice.title", {{"network", bench->ecosystem.name}}),
                          .back_to = notices_path(*bench)});
}

}  // namespace wegwijzer::web::pages
