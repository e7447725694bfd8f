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
      {"--mail", "MAIL", "setting.mail"},
      {"--mail-server", "MAIL_SERVER", "setting.mail_server"},
      {"--mail-port", "MAIL_PORT", "setting.mail_port"},
      {"--mail-tls", "MAIL_TLS", "setting.mail_tls"},
      {"--mail-user", "MAIL_USER", "setting.mail_user"},
      {"--mail-password-file", "MAIL_PASSWORD_FILE", "setting.mail_password_file"},
      {"--mail-from", "MAIL_FROM", "setting.mail_from"},
      {"--sign-in-with", "SIGN_IN_WITH", "setting.sign_in_with"},
  };
  return rows;
}

}  // namespace wegwijzer
