// SPDX-License-Identifier: EUPL-1.2
// Key figures of a fictional buurt that differ, and go together, as those of real ones do: a Gaussian copula
// over CBS figures (assets/towns/figures.json, made by tools/town_figures.py from CBS files).
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/random.h"
#include "towns/plan.h"

namespace wegwijzer::towns {

class KeyFigures {
 public:
  // The file comes with the program: a fault in it is a bug and throws.
  explicit KeyFigures(std::string_view json);

  // By CBS's names, rounded as CBS does. `shared` are the scores of the surroundings, with which this buurt
  // has a part in common: neighbours look alike.
  std::map<std::string, double> draw(Quarter quarter, std::vector<double> const& shared,
                                     Random& random) const;

  // Independent standard normal scores, one for each figure.
  std::vector<double> scores(Random& random) const;

 private:
  struct Figure {
    std::string name;
    std::vector<double> chances;  // ascending
    std::vector<double> values;   // at these chances
  };

  double value(Figure const& figure, double score) const;

  std::vector<Figure> figures_;
  std::vector<std::vector<double>> root_;  // Cholesky factor of the correlations within a kind of buurt
  std::map<std::string, std::vector<double>> shift_;  // mean scores per kind of buurt
};

}  // namespace wegwijzer::towns
