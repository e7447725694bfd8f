// SPDX-License-Identifier: EUPL-1.2
#include "usecases/opportunity/paths.h"

#include <algorithm>
#include <tuple>

#include "exchange/csv.h"
#include "usecases/opportunity/table.h"

namespace wegwijzer {

namespace {

std::vector<std::size_t> of_age(std::vector<std::size_t> profiles, int age) {
  std::erase_if(profiles, [&](std::size_t profile) { return standard_profiles()[profile].age != age; });
  return profiles;
}

std::vector<EndsOfAge> by_age(OpportunityAnalysis const& analysis, Index<Area> area,
                              std::vector<std::size_t> const& profiles) {
  std::vector<EndsOfAge> ages;
  for (int age = ChildrenByAge::youngest; age <= ChildrenByAge::oldest; ++age) {
    auto const some = of_age(profiles, age);
    if (!some.empty()) ages.push_back({age, analysis.of(area, some)->ends});
  }
  return ages;
}

void look_at_areas(OpportunityAnalysis const& analysis, Index<Area> whole,
                   std::vector<std::size_t> const& profiles, OpportunityPaths& paths) {
  auto& areas = paths.areas;
  for (auto const area : smallest_areas(analysis, whole)) {
    if (area == whole) continue;
    if (are_enough(analysis.children_of_ages(area, profiles))) {
      areas.push_back({area, analysis.of(area, profiles)->ends});
    } else {
      paths.left_out = true;
    }
  }
  std::ranges::sort(areas, {}, [](EndsOfArea const& one) {
    return std::tuple(one.ends.open <= 0, share_deeper(one.ends), share_always(one.ends), one.area);
  });
}

class TableOfPaths {
 public:
  void add(std::string_view kind, std::string const& code, std::string const& name, Ends const& ends) {
    std::vector<std::string> row{std::string(kind), code, name};
    for (auto const value :
         {ends.some, share_always(ends), share_deeper(ends), ends.open, ends.not_deeper, ends.dead}) {
      row.push_back(table_number(value));
    }
    written_ += csv_line(row);
  }

  std::string const& written() const { return written_; }

 private:
  std::string written_ = csv_line(
      {"kind", "code", "name", "some", "always_of_those", "goes_deeper", "open", "not_deeper", "dead_ends"});
};

}  // namespace

std::optional<OpportunityPaths> opportunity_paths(Opportunities const& opportunities, Index<Area> area,
                                                  ChildWish const& wish) {
  auto const analysis = analysis_for(opportunities, area, wish);
  auto const profiles = profiles_of(wish);
  auto const here = analysis->of(area, profiles);
  if (!here) return std::nullopt;
  OpportunityPaths paths{*here, by_age(*analysis, area, profiles), {}};
  look_at_areas(*analysis, area, profiles, paths);
  return paths;
}

double share_always(Ends const& ends) {
  return ends.some > 0 ? ends.always / ends.some : 0;
}

double share_deeper(Ends const& ends) {
  return ends.open > 0 ? 1 - ends.not_deeper / ends.open : 0;
}

std::string paths_table(Atlas const& atlas, Index<Area> area, OpportunityPaths const& paths) {
  TableOfPaths table;
  auto const add_area = [&](std::string_view kind, Index<Area> index, Ends const& ends) {
    table.add(kind, atlas.areas()[index].code.text(), atlas.areas()[index].name, ends);
  };
  add_area("whole", area, paths.here.ends);
  auto const& subjects = atlas.themes().subjects();
  for (std::size_t i = 0; i < subjects.size(); ++i) {
    table.add("subject", atlas.themes()[subjects[i]].code.text(), "", paths.here.ends_by_theme[i]);
  }
  for (auto const& [stage, name] : choices<Stage>) {
    table.add("stage", std::string(name), "", paths.here.ends_by_stage[static_cast<std::size_t>(stage)]);
  }
  for (auto const& [age, ends] : paths.ages) table.add("age", std::to_string(age), "", ends);
  for (auto const& [one, ends] : paths.areas) add_area("area", one, ends);
  return table.written();
}

}  // namespace wegwijzer
