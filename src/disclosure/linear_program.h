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
  // `most_work`: after so many steps, times the size of the program, no answer comes any more. It bounds work
  // and not time, so that the same program ends the same on every machine.
  LinearProgram(std::size_t columns, std::uint64_t most_work);

  // The sum of these columns; not bounded yet.
  std::size_t add_row(std::vector<std::size_t> const& columns);

  void bound_column(std::size_t column, Bound low, Bound high);
  void bound_row(std::size_t row, Bound low, Bound high);

  // The columns where the sum of weight times column is largest; `numbers`: whether all are to be whole.
  std::optional<std::vector<double>> best(std::vector<double> const& weights, Numbers numbers = Numbers::any);

  std::size_t rows() const { return rows_; }

  bool is_tired() const { return work_ >= most_work_; }

 private:
  struct Free {
    void operator()(glp_prob* problem) const;
  };

  std::uint64_t size() const;
  bool solved();
  bool solved_in_whole_numbers();

  std::unique_ptr<glp_prob, Free> problem_;
  bool started_ = false;
  std::size_t rows_ = 0;
  std::uint64_t most_work_, work_ = 0;
};

}  // namespace wegwijzer::disclosure
