// SPDX-License-Identifier: EUPL-1.2
#include "base/checksum.h"

#include <fmt/format.h>
#include <sodium.h>

namespace wegwijzer {

std::string checksum(std::string_view bytes) {
  unsigned char hash[16];
  crypto_generichash(hash, sizeof hash, reinterpret_cast<unsigned char const*>(bytes.data()), bytes.size(),
                     nullptr, 0);
  std::string out;
  for (auto const byte : hash) out += fmt::format("{:02x}", byte);
  return out;
}

}  // namespace wegwijzer
