// SPDX-License-Identifier: EUPL-1.2
#include "language/language.h"

#include <gtest/gtest.h>

namespace wegwijzer {

TEST(Language, fills_in_the_arguments) {
  EXPECT_EQ(language("nl")("form.where_unknown", {{"where", "Nergens"}}).substr(0, 23),
            "We kennen ‘Nergens’");
}

TEST(Language, says_one_and_many) {
  EXPECT_EQ(language("nl").count("travel.walk", 1), "1 minuut lopen");
  EXPECT_EQ(language("nl").count("travel.walk", 2), "2 minuten lopen");
  EXPECT_EQ(language("en").count("travel.walk", 1), "1 minute on foot");
}

TEST(Language, shows_a_key_that_it_does_not_have) {
  EXPECT_EQ(language("nl")("no.such_key"), "no.such_key");
}

TEST(Language, does_not_fill_in_what_an_argument_says) {
  EXPECT_EQ(language("en")("form.where_unknown", {{"where", "{where}"}}).find("{where}"), 18U);
}

TEST(Language, says_an_error_with_its_arguments) {
  EXPECT_EQ(language("en").sentence({Fault::invalid, "euro.invalid", {{"value", "veel"}}}),
            "‘veel’ is not an amount. Write it like this: 12.50.");
}

}  // namespace wegwijzer
