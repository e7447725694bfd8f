// SPDX-License-Identifier: EUPL-1.2
// The stem of a Dutch word, so that "voetballen" finds "voetbal" and "duiven" finds "duif". A stem need not
// be a word; two words with one stem are taken for the same.
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct sb_stemmer;

namespace wegwijzer::search {

// Keeps memory between words: one for each thread.
class Stemmer {
 public:
  Stemmer();
  std::string stem(std::string_view folded_word);

 private:
  struct Closing {
    void operator()(sb_stemmer* stemmer) const;
  };

  std::unique_ptr<sb_stemmer, Closing> dutch_;
};

}  // namespace wegwijzer::search
