// SPDX-License-Identifier: EUPL-1.2
#include "exchange/private_mail.h"

#include <set>

#include "base/embedded.h"
#include "base/words.h"

namespace wegwijzer {

namespace {

std::set<std::string_view> read_private_hosts() {
  std::set<std::string_view> hosts;
  for (auto const line : split(embedded_file(assets_files(), "contacts/private_mail.txt"), '\n')) {
    auto const host = trimmed(line);
    if (!host.empty() && !host.starts_with('#')) hosts.insert(host);
  }
  return hosts;
}

}  // namespace

bool is_private_mail(std::string_view host) {
  static auto const hosts = read_private_hosts();
  return hosts.contains(host);
}

}  // namespace wegwijzer
