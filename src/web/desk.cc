// SPDX-License-Identifier: EUPL-1.2
#include "web/desk.h"

#include <algorithm>

#include "http/path.h"

namespace wegwijzer::web {

Known who_comes(Store& store, AccountParts const& parts, http::Request const& request, Instant now) {
  auto const token = parts.cookies.read(request);
  if (!token || token->empty()) return {};
  auto visit = visit_of(*store.accounts(), parts.secrets, *token, now);
  if (!visit) return {};
  if (to_be_marked(visit->sign_in, now)) {
    auto const changing = store.change_accounts();
    mark_seen({*changing, parts.secrets, now}, visit->sign_in);
    changing->commit();
  }
  return {std::move(visit), parts.secrets.hash(Purpose::form, *token).text};
}

namespace {

// The first that is named: Edge also says Chrome, and Chrome also says Safari.
std::string_view named_in(std::string_view text,
                          std::initializer_list<std::pair<char const*, char const*>> names) {
  for (auto const& [sign, name] : names) {
    if (text.find(sign) != text.npos) return name;
  }
  return {};
}

}  // namespace

std::string device_of(http::Request const& request) {
  auto const said = request.headers.first("User-Agent").value_or("");
  std::string const browser(named_in(said, {{"Edg", "Edge"},
                                            {"OPR/", "Opera"},
                                            {"Firefox/", "Firefox"},
                                            {"Chrome/", "Chrome"},
                                            {"Safari/", "Safari"}}));
  std::string const system(named_in(said, {{"Android", "Android"},
                                           {"iPhone", "iPhone"},
                                           {"iPad", "iPad"},
                                           {"Windows", "Windows"},
                                           {"Mac OS", "macOS"},
                                           {"Linux", "Linux"}}));
  return browser.empty() || system.empty() ? browser + system : browser + ", " + system;
}

std::string next_page(std::string_view asked) {
  constexpr auto const* own = "/account";
  auto const question = asked.find('?');
  // http::Path takes no "//host" and no backslash.
  auto const path = http::Path::parse(asked.substr(0, question));
  bool const plain =
      std::ranges::all_of(asked, [](char c) { return c > 0x20 && c < 0x7f && c != '\\' && c != '#'; });
  if (!path || !plain || !asked.starts_with('/') || asked.starts_with("//") || asked.size() > 300) return own;
  return std::string(asked);
}

}  // namespace wegwijzer::web
