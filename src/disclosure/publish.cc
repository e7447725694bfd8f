// SPDX-License-Identifier: EUPL-1.2
#include "disclosure/publish.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/check.h"
#include "disclosure/alike.h"
#include "disclosure/noise.h"
#include "disclosure/pattern.h"

namespace wegwijzer::disclosure {

namespace {

int year_of(Date day) {
  return static_cast<int>(std::chrono::year_month_day(day).year());
}

std::string as_text(std::int64_t thousandths) {
  return fmt::format("{:.3f}", static_cast<double>(thousandths) / 1000);
}

std::string as_text(ReleaseName const& name) {
  return fmt::format("{} {} {}", name.subject, text(name.first), text(name.last));
}

// Nobody who publishes can give away more than the rules that hold for every release. Without noise nothing
// would be spent either.
void check_not_weaker(Rules const& rules) {
  constexpr Rules least;
  check(rules.rounding % 2 == 1 && rules.minimum % rules.rounding == 0,
        "rounding is odd, and divides the minimum");
  check(rules.minimum >= least.minimum && rules.rounding >= least.rounding,
        "no smaller cells are shown, and none more exactly");
  check(rules.epsilon > 0 && rules.epsilon <= least.epsilon && rules.budget <= least.budget,
        "there is no less noise, and not more of it to spend");
}

// A child is counted in its cell and in every total of it.
std::int64_t cost_of(Classification const& classification, std::int64_t times, Rules const& rules) {
  auto cells = static_cast<std::int64_t>(1);
  for (auto const& dimension : classification.dimensions()) {
    cells *= static_cast<std::int64_t>(dimension.levels());
  }
  return cells * times * rules.epsilon;
}

// The budget once this is paid.
Result<PrivacyBudget> budget_after(Releases& releases, ReleaseName const& name, std::int64_t cost,
                                   Rules const& rules) {
  auto const year = year_of(name.last);
  auto budget =
      releases.budget(name.subject, year).value_or(PrivacyBudget{name.subject, year, rules.budget, 0});
  if (budget.spent + cost > budget.most) {
    return fail(Fault::conflict, "disclosure.budget_spent",
                {{"left", as_text(budget.most - budget.spent)}, {"asked", as_text(cost)}});
  }
  budget.spent += cost;
  return budget;
}

Done may_be_first(Releases& releases, ReleaseName const& name, Date today) {
  if (name.last < name.first || name.last >= today) {
    return fail(Fault::invalid, "disclosure.period_not_over");
  }
  auto others = releases.overlapping(name);
  std::erase(others, name);  // by another who publishes the same at this moment
  if (others.empty()) return {};
  return fail(Fault::conflict, "disclosure.other_period",
              {{"first", text(others[0].first)}, {"last", text(others[0].last)}});
}

}  // namespace

// The only one that sees a ChildTable from within, and that makes a PublishedTable.
class Publisher {
 public:
  Publisher(ReleaseName const& name, Audience audience, Press const& press, Rules const& rules)
      : name_(name), audience_(audience), press_(press), rules_(rules) {
    check_not_weaker(rules);
  }

  Result<PublishedTable> publish(ChildTable const& table) {
    auto const classification = table.classification_.text();
    if (auto const before = press_.store.reader(press_.ecosystem)->releases().find(name_)) {
      return may_see(*before) ? show(*before, classification) : keep(*before, classification);
    }
    // Reckoned before the writer is opened, so that nobody waits for it.
    return made(table).and_then([&](Release const& release) { return keep(release, classification); });
  }

  Done may(ChildTable const& table) const {
    auto const reader = press_.store.reader(press_.ecosystem);
    auto& releases = reader->releases();
    auto const before = releases.find(name_);
    if (before) {
      if (auto const shown = show(*before, table.classification_.text()); !shown) return fail(shown.error());
    } else if (auto const first = may_be_first(releases, name_, press_.today); !first) {
      return first;
    }
    if (audience_ == Audience::partners || (before && may_see(*before))) return {};
    auto const cost = before ? before->cost : cost_of(table.classification_, table.times_, rules_);
    return budget_after(releases, name_, cost, rules_).map([](PrivacyBudget const&) {});
  }

  static PublishedTable of(Release const& release, Audience audience) { return {release, audience}; }

 private:
  bool may_see(Release const& release) const {
    return audience_ == Audience::partners || release.for_everyone;
  }

  Result<PublishedTable> show(Release const& release, std::string const& classification) const {
    if (release.classification != classification) {
      return fail(Fault::conflict, "disclosure.other_categories");
    }
    return of(release, audience_);
  }

  // Unless another was first: then that one counts, and the noise of this one is never seen.
  Result<PublishedTable> keep(Release const& release, std::string const& classification) const {
    auto const writer = press_.store.writer(press_.ecosystem, press_.actor);
    auto kept = writer->releases().find(name_);
    if (!kept) {
      if (auto const may = may_be_first(writer->releases(), name_, press_.today); !may) {
        return fail(may.error());
      }
      writer->kept_releases().keep(release);
      writer->note("release", as_text(name_), std::nullopt, "partners");
      kept = release;
    }
    auto shown = show(*kept, classification);
    if (!shown) return shown;
    if (!may_see(*kept)) {
      if (auto const paid = pay(*writer, *kept); !paid) return fail(paid.error());
    }
    writer->commit();
    return shown;
  }

  Done pay(Writer& writer, Release const& release) const {
    auto& releases = writer.kept_releases();
    return budget_after(releases, name_, release.cost, rules_).map([&](PrivacyBudget const& budget) {
      releases.save(budget);
      releases.show_to_everyone(name_);
      writer.note("release", as_text(name_), "partners", "everyone");
    });
  }

  // Nothing when nothing may be shown.
  std::optional<Pattern> safe_pattern(Cells const& cells, std::vector<Count> const& counts) const {
    if (cells.size() > rules_.most_cells) return std::nullopt;
    auto pattern = pattern_of(cells, counts, rules_);
    if (!leaves_enough_open(cells, pattern, rules_)) return std::nullopt;
    return pattern;
  }

  Result<Release> made(ChildTable const& table) const {
    auto const reader = press_.store.reader(press_.ecosystem);
    if (auto const may = may_be_first(reader->releases(), name_, press_.today); !may) {
      return fail(may.error());
    }
    Release release{name_, table.classification_.text(), 0, false, {}};
    auto const counts = table.cells_.with_totals(table.counts_);
    auto const pattern = safe_pattern(table.cells_, counts);
    if (!pattern) return release;
    release.cost = cost_of(table.classification_, table.times_, rules_);
    for (Cell cell = 0; cell < table.cells_.size(); ++cell) {
      if (pattern->withheld[cell] || !table.cells_.can_be(cell) || !table.cells_.is_named(cell)) continue;
      release.numbers.push_back({table.cells_.text(cell), pattern->shown[cell], with_noise(counts[cell])});
    }
    return release;
  }

  // A cell that is shown has the minimum, which everybody knows.
  Count with_noise(Count count) const {
    auto const noise = two_sided_geometric(rules_.epsilon, press_.entropy);
    return std::max(rules_.minimum, rounded(count + noise, rules_));
  }

  ReleaseName const& name_;
  Audience audience_;
  Press const& press_;
  Rules const& rules_;
};

Result<PublishedTable> publish(ChildTable const& table, ReleaseName const& name, Audience audience,
                               Press const& press, Rules const& rules) {
  return Publisher(name, audience, press, rules).publish(table);
}

Done may_be_published(ChildTable const& table, ReleaseName const& name, Audience audience,
                      Press const& press) {
  Rules const rules;
  return Publisher(name, audience, press, rules).may(table);
}

Result<PublishedTable> published(Reader& reader, ReleaseName const& name, Audience audience) {
  auto const kept = reader.releases().find(name);
  if (!kept || (audience == Audience::everyone && !kept->for_everyone)) {
    return fail(Fault::missing, "disclosure.not_published");
  }
  return Publisher::of(*kept, audience);
}

}  // namespace wegwijzer::disclosure
