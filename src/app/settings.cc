// SPDX-License-Identifier: EUPL-1.2
#include "app/settings.h"

namespace wegwijzer {

std::span<SettingRow const> setting_rows() {
  static constexpr SettingRow rows[] = {
      {"--store", "STORE", "setting.store"},
      {"--address", "ADDRESS", "setting.address"},
      {"--port", "PORT", "setting.port"},
      {"--workers", "WORKERS", "setting.workers"},
      {"--trusted-proxy", "TRUSTED_PROXIES", "setting.trusted_proxy"},
      {"--behind-tls", "BEHIND_TLS", "setting.behind_tls"},
      {"--requests-per-second", "REQUESTS_PER_SECOND", "setting.requests_per_second"},
      {"--burst", "BURST", "setting.burst"},
      {"--public-address", "PUBLIC_ADDRESS", "setting.public_address"},
      {"--metrics-port", "METRICS_PORT", "setting.metrics_port"},
      {"--parameters", "PARAMETERS", "setting.parameters"},
      {"--translations", "TRANSLATIONS", "setting.translations"},
  };
  return rows;
}

}  // namespace wegwijzer
