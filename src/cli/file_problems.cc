// SPDX-License-Identifier: EUPL-1.2
#include "cli/file_problems.h"

#include <ostream>

#include "cli/show_some.h"

namespace wegwijzer::cli {

namespace {

std::string where(Context const& context, std::filesystem::path const& file, Problem const& problem) {
  Arguments const arguments{
      {"file", file.string()}, {"line", std::to_string(problem.line)}, {"column", problem.place}};
  return context.language(problem.place.empty() ? "doors.at_line" : "doors.at_cell", arguments);
}

}  // namespace

std::string in_one_line(Context const& context, Problem const& problem) {
  auto const where =
      problem.line > 0 ? context.language("import.at_line",
                                          {{"line", std::to_string(problem.line)}, {"place", problem.place}})
                       : problem.place;
  return where + ": " + context.language.sentence(problem.error);
}

void show_problems(Context const& context, std::filesystem::path const& file,
                   std::vector<Problem> const& problems) {
  auto const& t = context.language;
  context.err << "wegwijzer: " << t.count("doors.problems", std::ssize(problems), {{"file", file.string()}})
              << '\n';
  show_some(context, context.err, problems, [&](Problem const& problem) {
    return where(context, file, problem) + ": " + t.sentence(problem.error);
  });
}

tl::expected<OpportunityParameters, int> parameters_in(Context const& context,
                                                       std::filesystem::path const& file) {
  if (file.empty()) return OpportunityParameters();
  auto const own = read_own_parameters(file);
  if (!own) return tl::make_unexpected(complain(context, own.error()));
  if (own->problems.empty()) return own->parameters;
  show_problems(context, file, own->problems);
  return tl::make_unexpected(exit_code(Fault::invalid));
}

}  // namespace wegwijzer::cli
