// SPDX-License-Identifier: EUPL-1.2
// What children are counted by: a few dimensions, each a list or a tree of categories (buurt in wijk in
// gemeente). All of it is public.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace wegwijzer::disclosure {

struct Category {
  std::string code;  // "" is the total
  std::size_t parent = 0;
  std::size_t depth = 0;
  std::int64_t size = 0;  // a public figure, such as inhabitants: small ones stand in for small ones
};

class Dimension {
 public:
  explicit Dimension(std::string name);

  // A category below one that is there; below "" is below the total. A code is there once and has no "|".
  Dimension& add(std::string code, std::string_view below = {}, std::int64_t size = 0);

  std::string const& name() const { return name_; }

  std::vector<Category> const& categories() const { return categories_; }

  std::size_t find(std::string_view code) const;  // size() of categories when it is not there
  std::size_t levels() const;

 private:
  std::string name_;
  std::vector<Category> categories_;
};

// One category of each dimension, in their order.
using Categories = std::vector<std::string>;

class Classification {
 public:
  // `cannot_be`: cells in which nobody can be by definition, with all that lies below them.
  explicit Classification(std::vector<Dimension> dimensions, std::vector<Categories> cannot_be = {});

  std::vector<Dimension> const& dimensions() const { return dimensions_; }

  std::vector<Categories> const& cannot_be() const { return cannot_be_; }

  // Dimensions, categories and what cannot be; not the public sizes, which change every year.
  std::string text() const;
  static Classification of_text(std::string_view text);

 private:
  std::vector<Dimension> dimensions_;
  std::vector<Categories> cannot_be_;
};

}  // namespace wegwijzer::disclosure
