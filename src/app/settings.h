// SPDX-License-Identifier: EUPL-1.2
// Every setting of the server in one place: a row gives the flag, the environment variable, the line in a
// settings file and, tested, the line in docs/manual/beheer.md.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace wegwijzer {

struct ServeSettings {
  std::filesystem::path store = "wegwijzer.sqlite";
  std::string address = "127.0.0.1";
  std::uint16_t port = 8080;
  unsigned workers = 4;
  std::vector<std::string> trusted_proxies;  // networks: "10.0.0.0/8"
  bool behind_tls = false;
  std::string public_address;  // "https://wegwijzer.example"; empty: not known
  unsigned requests_per_second = 60;
  unsigned burst = 600;
  std::uint16_t metrics_port = 0;      // on this machine only; 0: none
  std::filesystem::path parameters;    // CSV of one's own values for opportunities; empty: the usual ones
  std::filesystem::path translations;  // folder with files xx.mo of further languages; empty: none
  std::string mail = "none";           // none, show or send
  std::string mail_server;
  std::uint16_t mail_port = 587;
  std::string mail_tls = "starttls";  // none, starttls or tls
  std::string mail_user;
  std::filesystem::path mail_password_file;
  std::string mail_from;
  std::vector<std::string> sign_in_with;  // files: organisations whose accounts may be used
};

struct SettingRow {
  char const* flag;         // "--port"
  char const* environment;  // "PORT"
  char const* sentence;     // translation key of its help
};

std::span<SettingRow const> setting_rows();

}  // namespace wegwijzer
