// SPDX-License-Identifier: EUPL-1.2
#include "disclosure/linear_program.h"

#include <glpk.h>

#include <algorithm>

namespace wegwijzer::disclosure {

namespace {

constexpr int most_iterations = 20'000, most_branches = 200, steps_of_a_branch = 50;

thread_local int in_this_thread = 0;  // programs; GLPK has an environment for each thread

int number(std::size_t index) {
  return static_cast<int>(index) + 1;  // GLPK counts from one
}

double number_of(Bound bound) {
  return static_cast<double>(bound.value_or(0));
}

int kind_of(Bound low, Bound high) {
  if (low && high) return *low == *high ? GLP_FX : GLP_DB;
  return low ? GLP_LO : high ? GLP_UP : GLP_FR;
}

// The first that is found is near the best in any numbers, and that is near enough.
void stop_at_first(glp_tree* tree, void* seen) {
  auto const reason = glp_ios_reason(tree);
  bool const too_many = reason == GLP_ISELECT && ++*static_cast<int*>(seen) > most_branches;
  if (too_many || reason == GLP_IBINGO) glp_ios_terminate(tree);
}

}  // namespace

void LinearProgram::Free::operator()(glp_prob* problem) const {
  glp_delete_prob(problem);
  if (--in_this_thread == 0) glp_free_env();
}

LinearProgram::LinearProgram(std::size_t columns, std::uint64_t most_work)
    : problem_(glp_create_prob()), most_work_(most_work) {
  ++in_this_thread;
  glp_term_out(GLP_OFF);
  glp_set_obj_dir(problem_.get(), GLP_MAX);
  glp_add_cols(problem_.get(), static_cast<int>(columns));
  for (std::size_t i = 0; i < columns; ++i) glp_set_col_kind(problem_.get(), number(i), GLP_IV);
}

std::size_t LinearProgram::add_row(std::vector<std::size_t> const& columns) {
  std::vector<int> which(1);
  for (auto const column : columns) which.push_back(number(column));
  std::vector<double> const ones(which.size(), 1);
  auto const row = glp_add_rows(problem_.get(), 1);
  glp_set_mat_row(problem_.get(), row, static_cast<int>(columns.size()), which.data(), ones.data());
  return rows_++;
}

void LinearProgram::bound_column(std::size_t column, Bound low, Bound high) {
  glp_set_col_bnds(problem_.get(), number(column), kind_of(low, high), number_of(low), number_of(high));
}

void LinearProgram::bound_row(std::size_t row, Bound low, Bound high) {
  glp_set_row_bnds(problem_.get(), number(row), kind_of(low, high), number_of(low), number_of(high));
}

std::uint64_t LinearProgram::size() const {
  return static_cast<std::uint64_t>(glp_get_num_rows(problem_.get()) + glp_get_num_cols(problem_.get()));
}

bool LinearProgram::solved() {
  if (is_tired()) return false;
  if (!started_) glp_adv_basis(problem_.get(), 0);
  started_ = true;
  glp_smcp how;
  glp_init_smcp(&how);
  how.msg_lev = GLP_MSG_OFF;
  auto const left = (most_work_ - work_) / size() + 1;
  how.it_lim = static_cast<int>(std::min<std::uint64_t>(left, most_iterations));
  auto const before = glp_get_it_cnt(problem_.get());
  bool const ended = glp_simplex(problem_.get(), &how) == 0;
  work_ += static_cast<std::uint64_t>(glp_get_it_cnt(problem_.get()) - before + 1) * size();
  return ended && glp_get_status(problem_.get()) == GLP_OPT;
}

bool LinearProgram::solved_in_whole_numbers() {
  glp_iocp how;
  glp_init_iocp(&how);
  how.msg_lev = GLP_MSG_OFF;
  how.bt_tech = GLP_BT_DFS;
  how.br_tech = GLP_BR_MFV;
  int seen = 0;
  how.cb_func = stop_at_first;
  how.cb_info = &seen;
  glp_intopt(problem_.get(), &how);
  work_ += static_cast<std::uint64_t>(seen * steps_of_a_branch) * size();
  auto const status = glp_mip_status(problem_.get());
  return status == GLP_OPT || status == GLP_FEAS;
}

std::optional<std::vector<double>> LinearProgram::best(std::vector<double> const& weights, Numbers numbers) {
  for (std::size_t i = 0; i < weights.size(); ++i) {
    glp_set_obj_coef(problem_.get(), number(i), weights[i]);
  }
  if (!solved()) return std::nullopt;
  if (numbers == Numbers::whole && !solved_in_whole_numbers()) return std::nullopt;
  std::vector<double> columns;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    columns.push_back(numbers == Numbers::whole ? glp_mip_col_val(problem_.get(), number(i))
                                                : glp_get_col_prim(problem_.get(), number(i)));
  }
  return columns;
}

}  // namespace wegwijzer::disclosure
