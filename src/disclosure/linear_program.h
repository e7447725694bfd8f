// SPDX-License-Identifier: EUPL-1.2
// The largest value of a weighted sum under bounds, by the simplex method of GLPK. The same program gives the
// same answer, and none rather than one that takes too long.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

struct glp_prob;

namespace wegwijzer::disclosure {

using Bound = std::optional<std::int64_t>;

enum class Numbers { any, whole };

class LinearProgram {
 public:
  explicit LinearProgram(std::size_t columns);

  // The sum of these columns; not bounded yet.
  std::size_t add_row(std::vector<std::size_t> const& columns);

  void bound_column(std::size_t column, Bound low, Bound high);
  void bound_row(std::size_t row, Bound low, Bound high);

  // The columns where the sum of weight times column is largest; `numbers`: whether all are to be whole.
  std::optional<std::vector<double>> best(std::vector<double> const& weights, Numbers numbers = Numbers::any);

 private:
  struct Free {
    void operator()(glp_prob* problem) const;
  };

  bool solved();
  bool solved_in_whole_numbers();

  std::unique_ptr<glp_prob, Free> problem_;
  bool started_ = false;
};

}  // namespace wegwijzer::disclosure
