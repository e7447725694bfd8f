// SPDX-License-Identifier: EUPL-1.2
#include "web/talk_parts.h"

#include <algorithm>

#include "base/words.h"
#include "usecases/account/sign_in.h"
#include "web/parts.h"
#include "web/phrases.h"

namespace wegwijzer::web {

namespace {

constexpr std::string_view for_network = "network";

// Where an address stops: a full stop behind it ends the sentence.
std::string_view address_at(std::string_view text) {
  auto address = text.substr(0, text.find_first_of(" \t\n\"<>"));
  while (!address.empty() && std::string_view(".,;:!?)").find(address.back()) != std::string_view::npos) {
    address.remove_suffix(1);
  }
  return address;
}

Html line_with_links(std::string_view line) {
  Html out;
  while (!line.empty()) {
    auto const at = std::min(line.find("https://"), line.find("http://"));
    out += html("{}", line.substr(0, at));
    if (at == line.npos) break;
    line.remove_prefix(at);
    auto const address = address_at(line);
    auto const url = Url::website(address);
    out += url ? html(R"(<a href="{}" rel="noopener nofollow">{}</a>)", *url, address) : html("{}", address);
    line.remove_prefix(address.size());
  }
  return out;
}

bool is_item(std::string_view line) {
  return line.starts_with("- ") || line.starts_with("* ") || line.starts_with("• ");
}

std::vector<std::string_view> written_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    auto const end = text.find('\n');
    lines.push_back(trimmed(text.substr(0, end)));
    text.remove_prefix(end == text.npos ? text.size() : end + 1);
  }
  return lines;
}

// Lines that stand together are one paragraph, items that stand together one list.
class WrittenBlocks {
 public:
  void add(std::string_view line) {
    if (line.empty()) return close();
    if (is_item(line) != in_list_) close();
    in_list_ = is_item(line);
    if (in_list_) {
      block_ += html("<li>{}</li>", line_with_links(trimmed(line.substr(line.find(' ')))));
    } else {
      block_ += block_.empty() ? line_with_links(line) : html("<br>{}", line_with_links(line));
    }
  }

  Html all() && {
    close();
    return std::move(out_);
  }

 private:
  void close() {
    if (!block_.empty()) out_ += in_list_ ? html("<ul>{}</ul>", block_) : html("<p>{}</p>", block_);
    block_ = {}, in_list_ = false;
  }

  Html out_, block_;
  bool in_list_ = false;
};

std::string key_of_speaker(Speaker const& speaker) {
  return speaker.organisation ? text(*speaker.organisation) : std::string(for_network);
}

}  // namespace

Html written_text(View const& view, std::string_view text) {
  WrittenBlocks blocks;
  for (auto const line : written_lines(text)) blocks.add(line);
  auto const written = std::move(blocks).all();
  if (view.language.dutch()) return html(R"(<div class="written">{}</div>)", written);
  return html(R"(<div class="written" lang="nl" dir="ltr">{}</div>)", written);
}

std::vector<Speaker> own_speakers(Desk const& desk, Ecosystem const& ecosystem) {
  return speakers_of(desk.asker().memberships, ecosystem);
}

Html speaker_field(FormView const& form, Reader& reader, std::vector<Speaker> const& all) {
  if (all.size() < 2) return {};
  std::vector<FormChoice> choices;
  for (auto const& one : all) {
    choices.push_back({key_of_speaker(one), one.organisation ? name_of_organisation(reader, one.organisation)
                                                             : form.view.language("talk.for_network")});
  }
  return select_field(form, "speaker", options_of(form, "speaker", choices));
}

Result<Speaker> chosen_speaker(TypedFields const& typed, std::vector<Speaker> const& all) {
  if (all.empty()) return fail(Fault::forbidden, "account.may_not");
  if (!typed.has("speaker")) return all.front();
  auto const found = std::ranges::find(all, typed.text("speaker"), key_of_speaker);
  if (found == all.end()) return fail(in_field({Fault::forbidden, "talk.not_your_organisation"}, "speaker"));
  return *found;
}

std::string on_behalf_of(View const& view, Reader& reader, std::optional<Id<Organisation>> organisation) {
  if (organisation) return name_of_organisation(reader, organisation);
  return view.language("talk.of_network", {{"network", reader.ecosystem().name}});
}

std::string written_by(View const& view, Desk const& desk, Reader& reader, Speaker const& speaker,
                       std::optional<Id<accounts::Person>> maker) {
  auto const whose = on_behalf_of(view, reader, speaker.organisation);
  if (!maker || !desk.store.accounts()->person(*maker)) return whose;
  return whose + " · " + choice_phrase(view.language, "voice.", speaker.voice);
}

std::string name_of_organisation(Reader& reader, std::optional<Id<Organisation>> id) {
  auto const found = id ? reader.organisations().find(*id) : fail(Fault::missing, "record.missing");
  return found ? found->name : "";
}

std::string names_of_themes(View const& view, std::vector<ThemeCode> const& codes) {
  return codes.empty() ? "" : theme_names(view, view.atlas.themes().set(codes));
}

std::vector<ThemeCode> typed_themes(TypedFields& typed) {
  return typed.list("themes", ThemeCode::parse);
}

Html done_in_words(View const& view, http::Request const& request, char const* prefix) {
  auto const done = request.query.first("done");
  auto const said = done ? view.language.find(prefix + std::string(*done)) : std::nullopt;
  return said ? html(R"(<p class="notice" role="status">{}</p>)", *said) : Html();
}

std::pair<std::string, std::string> way_to_own_start(View const& view, Desk const& desk,
                                                     NetworkBench const& bench) {
  auto const& t = view.language;
  if (may(desk.asker(), accounts::Action::keep_map, bench.place())) {
    return {t("map_work.title", {{"network", bench.ecosystem.name}}), bench.path()};
  }
  if (may(desk.asker(), accounts::Action::see_workplace)) return {t("work.title"), "/workplace"};
  return {t("nav.account"), "/account"};
}

Html ways_to_talk(View const& view, Ecosystem const& ecosystem) {
  auto const& t = view.language;
  auto const path = "/workplace/" + ecosystem.slug;
  return html(R"(<p class="actions"><a href="{}">{}</a> <a href="{}">{}</a></p>)", view.page(path + "/hubs"),
              t("work_hub.title", {{"network", ecosystem.name}}), view.page(path + "/notices"),
              t("work_notice.title", {{"network", ecosystem.name}}));
}

Done may_speak_now(Desk const& desk) {
  // By account only: a school has one address and many who work there.
  return may_try(desk.parts.attempts, Attempt::talk, text(visit_of(desk).person.id), {}, desk.now);
}

void send_talk_mail(Desk const& desk, accounts::MailKind kind, std::vector<Receiver> const& to,
                    TalkMail const& mail) {
  auto const changing = desk.store.change_accounts();
  for (auto const& one : to) {
    if (one.mail == visit_of(desk).person.mail) continue;
    changing->write(talk_mail(kind, one, mail, changing->new_id<accounts::Mail>(), desk.now));
  }
  changing->commit();
}

std::optional<Receiver> receiver_of(Accounts& accounts, std::optional<Id<accounts::Person>> id) {
  auto const person = id ? accounts.person(*id) : fail(Fault::missing, "account.missing");
  return person ? std::optional(Receiver{person->mail, person->language}) : std::nullopt;
}

}  // namespace wegwijzer::web
