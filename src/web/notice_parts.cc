// SPDX-License-Identifier: EUPL-1.2
#include "web/notice_parts.h"

#include <algorithm>

#include "web/field_shapes.h"
#include "web/phrases.h"

namespace wegwijzer::web {

namespace {

using accounts::Action;

}  // namespace

std::string NoticeBench::path() const {
  return notice_path(network, notice.id);
}

std::string notices_path(NetworkBench const& bench) {
  return bench.path() + "/notices";
}

std::string notice_path(NetworkBench const& bench, Id<Notice> notice) {
  return notices_path(bench) + "/" + text(notice);
}

bool may_place_for(Desk const& desk, Ecosystem const& ecosystem, Id<Organisation> organisation) {
  // Who keeps what it offers children also speaks of what it offers partners.
  return may(desk.asker(), Action::keep_offering, {ecosystem.id, organisation});
}

Result<NoticeBench> notice_bench(Desk const& desk, std::string const& slug, std::string const& id) {
  auto network = network_bench(desk, slug, Action::use_notice_board);
  if (!network) return fail(network.error());
  auto const parsed = Id<Notice>::parse(id);
  auto notice =
      parsed ? records<Notice>(*network->reader).find(*parsed) : fail(Fault::missing, "page.missing");
  if (!notice || notice->archived_on) return fail(Fault::missing, "page.missing");
  bool const keeps = may_place_for(desk, network->ecosystem, notice->organisation);
  return NoticeBench{*std::move(network), *std::move(notice), keeps};
}

std::vector<FormChoice> organisations_to_place_for(Desk const& desk, NetworkBench const& bench) {
  auto all = organisation_choices(*bench.reader);
  std::erase_if(all, [&](FormChoice const& one) {
    auto const id = Id<Organisation>::parse(one.value);
    return !id || !may_place_for(desk, bench.ecosystem, *id);
  });
  return all;
}

std::string notice_line(View const& view, Reader& reader, Notice const& notice) {
  auto const& t = view.language;
  auto line = t("work_notice.side_line", {{"side", choice_phrase(t, "notice_side.", notice.side)},
                                          {"what", choice_phrase(t, "notice_what.", notice.what)}}) +
              " · " + name_of_organisation(reader, notice.organisation);
  auto const themes = names_of_themes(view, notice.themes);
  return themes.empty() ? line : line + " · " + themes;
}

Html notice_standing(View const& view, Reader& reader, Notice const& notice) {
  auto const& t = view.language;
  auto const today = view.moment.today;
  if (notice.state == NoticeState::agreed) {
    return html("<p>{}</p>",
                t("work_notice.agreed_with", {{"other", name_of_organisation(reader, notice.agreed_with)}}));
  }
  if (!stands_open(notice, today)) {
    return html("<p>{}</p>",
                t(notice.state == NoticeState::closed ? "work_notice.closed" : "work_notice.over"));
  }
  auto const days = (notice.until - today).count();
  if (days > notice_ends_soon.count()) {
    return html("<p>{}</p>", t("work_notice.until", {{"day", date_phrase(t, notice.until)}}));
  }
  return html(
      R"(<p><strong class="soon">{}</strong></p>)",
      days == 0 ? t("work_notice.ends_today") : t.count("work_notice.ends_in", static_cast<int>(days)));
}

Html notice_card(View const& view, NetworkBench const& bench, Notice const& notice, Html const& why) {
  return html(R"(<li class="own-card"><h3><a href="{}">{}</a></h3><p class="hint">{}</p>{}{}</li>)",
              view.page(notice_path(bench, notice.id)), notice.title,
              notice_line(view, *bench.reader, notice), notice_standing(view, *bench.reader, notice), why);
}

std::vector<FormChoice> what_choices(Language const& language) {
  std::vector<FormChoice> all;
  for (auto const& [value, name] : choices<NoticeWhat>) {
    all.push_back({std::string(name), sentence_case(choice_phrase(language, "notice_what.", value))});
  }
  return all;
}

}  // namespace wegwijzer::web
