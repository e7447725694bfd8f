// SPDX-License-Identifier: EUPL-1.2
#include "http/security_headers.h"

#include <string_view>
#include <utility>

namespace wegwijzer::http {

namespace {

constexpr std::pair<char const*, char const*> fixed[] = {
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "no-referrer"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
};

// A visitor may ask for what is near; the rest of the device is not ours.
constexpr char const* permissions =
    "geolocation=(self), accelerometer=(), autoplay=(), browsing-topics=(), camera=(), "
    "display-capture=(), encrypted-media=(), fullscreen=(), gyroscope=(), hid=(), idle-detection=(), "
    "magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(), "
    "publickey-credentials-get=(), "
    "screen-wake-lock=(), serial=(), usb=(), xr-spatial-tracking=()";

// Only what a browser shows as a page of its own asks for anything of the device.
bool is_a_document(Response const& response) {
  auto const type = response.headers.first("Content-Type").value_or("");
  return type.starts_with("text/html") || type.starts_with("image/svg");
}

void add_where_absent(Headers& headers, char const* name, std::string value) {
  if (!headers.has(name)) headers.add(name, std::move(value));
}

}  // namespace

std::string ContentSecurityPolicy::text() const {
  std::pair<std::string_view, std::string const&> const directives[] = {
      {"default-src", default_src}, {"style-src", style_src},       {"img-src", img_src},
      {"script-src", script_src},   {"connect-src", connect_src},   {"font-src", font_src},
      {"worker-src", worker_src},   {"manifest-src", manifest_src}, {"frame-src", frame_src},
      {"form-action", form_action}, {"base-uri", base_uri},         {"frame-ancestors", frame_ancestors},
  };
  std::string out;
  for (auto const& [name, sources] : directives) {
    if (sources.empty()) continue;
    if (!out.empty()) out += "; ";
    out.append(name).append(" ").append(sources);
  }
  return out;
}

void add_security_headers(Response& response, SecurityHeaders const& chosen) {
  add_where_absent(response.headers, "Content-Security-Policy", chosen.content.text());
  for (auto const& [name, value] : fixed) add_where_absent(response.headers, name, value);
  if (is_a_document(response)) add_where_absent(response.headers, "Permissions-Policy", permissions);
  if (chosen.behind_tls) add_where_absent(response.headers, "Strict-Transport-Security", "max-age=31536000");
}

}  // namespace wegwijzer::http
