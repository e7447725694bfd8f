// SPDX-License-Identifier: EUPL-1.2
// The figures of docs/performance.md: reach_bench FOLDER QUESTION [MINUTES] [ROUNDS] [walk], on a folder that
// reach_world has written. Each round measures all sides of a comparison in turn, beside what the machine can
// do at that moment; the median and the spread of the ratios are printed. A program of its own, since Google
// Benchmark measures one side after the other.
#include <fmt/format.h>

#include <map>
#include <string>
#include <vector>

#include "reach_questions.h"

namespace wegwijzer {

namespace {

int run(std::vector<std::string> const& words) {
  std::map<std::string, void (*)(Question const&)> const questions{
      {"dijkstra", dijkstra}, {"within", within},   {"rows", rows},    {"put", put},
      {"prepare", prepare},   {"threads", threads}, {"memory", memory}};
  if (words.size() < 2 || !questions.contains(words[1])) {
    fmt::print(
        "reach_bench FOLDER dijkstra|within|rows|put|prepare|threads|memory [MINUTES] [ROUNDS] [walk]\n");
    return 2;
  }
  Question question{words[0], words[1]};
  if (words.size() > 2) question.budget = Minutes(std::stoi(words[2]));
  if (words.size() > 3) question.rounds = std::stoi(words[3]);
  if (words.size() > 4 && words[4] == "walk") question.profile.mode = Mode::walk;
  questions.at(question.name)(question);
  return 0;
}

}  // namespace

}  // namespace wegwijzer

int main(int count, char** words) {
  return wegwijzer::run({words + 1, words + count});
}
