// SPDX-License-Identifier: EUPL-1.2
// What pages say of each kind of record and each of its fields: a new kind or field without words fails here.
#include <gtest/gtest.h>

#include "domain/record_kinds.h"
#include "language/languages.h"

namespace wegwijzer::web::record_words_test {

void expect_words(std::string const& key) {
  for (auto const tag : {"nl", "en"}) EXPECT_TRUE(language(tag).find(key)) << tag << ": " << key;
}

TEST(RecordWords, name_each_kind) {
  for_each_kind([]<class Thing>(Kind<Thing>) {
    std::string const kind(record_name<Thing>);
    expect_words("record_kind." + kind);
    expect_words("map_work.kinds_" + kind);
    expect_words("duplicate.moves_" + kind);
  });
}

TEST(RecordWords, name_each_field) {
  for_each_kind([]<class Thing>(Kind<Thing>) {
    for_each_field<Thing>([](auto const& field) { expect_words("record_field." + std::string(field.name)); });
  });
}

}  // namespace wegwijzer::web::record_words_test
