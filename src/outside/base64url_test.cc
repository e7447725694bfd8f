// SPDX-License-Identifier: EUPL-1.2
#include "outside/base64url.h"

#include <gtest/gtest.h>

namespace wegwijzer {

TEST(Base64url, is_read_as_it_is_written) {
  for (auto const* bytes : {"", "f", "fo", "foo", "\xff\xfe\xfd"}) {
    EXPECT_EQ(from_base64url(base64url(bytes)), bytes);
  }
  EXPECT_EQ(base64url("\xff\xfe\xfd"), "__79");
}

TEST(Base64url, has_one_text_for_the_same_bytes) {
  for (auto const* other : {"Zg==", "Zh", "Z", "Zm8 ", "//79", "Zm\n8", "\xe5\xb5\x97\xdd", "Zm9v\xb5"}) {
    EXPECT_FALSE(from_base64url(other)) << other;
  }
}

}  // namespace wegwijzer
