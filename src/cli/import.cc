// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <functional>
#include <ostream>

#include "base/words.h"
#include "cli/commands.h"
#include "cli/file_problems.h"
#include "cli/new_file.h"
#include "cli/show_some.h"

namespace wegwijzer::cli {

namespace {

bool describes(ImportOptions const& options) {
  return !options.name.empty() || options.holiday_region || options.fictional;
}

// The one of that slug, or a new one. What is said of a new one cannot be said of one that is there.
Result<Ecosystem> ecosystem_for(Context const& context, Store& store, ImportOptions const& options) {
  auto const all = store.ecosystems();
  auto const known = std::ranges::find(all, options.ecosystem, &Ecosystem::slug);
  if (known != all.end() && describes(options)) {
    return fail(Fault::conflict, "ecosystem.described_already", {{"slug", options.ecosystem}});
  }
  if (known != all.end()) return *known;
  context.out << context.language("ecosystem.made", {{"slug", options.ecosystem}}) << '\n';
  Ecosystem made;
  made.id = Id<Ecosystem>(context.ids.next());
  made.slug = options.ecosystem;
  made.name = options.name.empty() ? options.ecosystem : options.name;
  if (options.fictional) made.origin = Origin::fictional;
  made.holiday_region = options.holiday_region.value_or(HolidayRegion::middle);
  return made;
}

std::string line(Context const& context, Problem const& problem) {
  return in_one_line(context, problem);
}

std::string line(Context const& context, KeptEdit const& kept) {
  return context.language("import.kept_edit", {{"record", kept.record},
                                               {"field", kept.field},
                                               {"ours", kept.ours.value_or("")},
                                               {"theirs", kept.theirs.value_or("")}});
}

std::string const& line(Context const&, std::string const& name) {
  return name;
}

template <class Things>
void show_all(Context const& context, char const* heading, Things const& things) {
  if (things.empty()) return;
  context.out << context.language.count(heading, std::ssize(things)) << '\n';
  show_some(context, context.out, things, [&](auto const& thing) { return line(context, thing); });
}

void show(Context const& context, ImportReport const& report, bool dry_run) {
  auto const text = [](std::size_t n) { return std::to_string(n); };
  context.out << context.language(dry_run ? "import.would_be" : "import.done",
                                  {{"added", text(report.added)},
                                   {"updated", text(report.updated)},
                                   {"unchanged", text(report.unchanged)}})
              << '\n';
  for (auto const& [name, number] : report.counts) {
    context.out << "  " << context.language("import.count." + name) << ": " << number << '\n';
  }
  auto problems = report.problems;
  auto const remarks = std::ranges::stable_partition(problems, std::logical_not(), &Problem::row_kept);
  std::vector<Problem> const kept_rows(remarks.begin(), remarks.end());
  problems.erase(remarks.begin(), remarks.end());
  show_all(context, "import.problems", problems);
  show_all(context, "import.remarks", kept_rows);
  show_all(context, "import.kept", report.kept);
  show_all(context, "import.archived", report.archived);
}

}  // namespace

int import(Context const& context, ImportOptions const& options) {
  if (options.ecosystem.empty()) return complain(context, {Fault::missing, "import.slug_missing"});
  if (slug(options.ecosystem) != options.ecosystem) {
    return complain(context, {Fault::invalid,
                              "import.slug_invalid",
                              {{"value", options.ecosystem}, {"slug", slug(options.ecosystem)}}});
  }
  auto const read =
      read_import(options.format, options.file, *context.vocabulary,
                  {local_date(context.clock.now()), options.archive_missing}, progress_on(context));
  if (context.shows_progress) context.err << '\r';
  if (!read) return complain(context, read.error());
  NewFile store_file(options.store);
  auto const store = context.open_store(options.store, !options.dry_run);
  if (!store) return complain(context, store.error());
  auto const ecosystem = ecosystem_for(context, **store, options);
  if (!ecosystem) return complain(context, ecosystem.error());
  auto const writer = (*store)->writer(*ecosystem, {"import " + text(options.format)});
  auto const report = (*read)(*writer);
  if (!report) return complain(context, report.error());
  bool const usable = !report->nothing_usable();
  if (usable && !options.dry_run) {
    writer->commit();
    store_file.keep();
  }
  show(context, *report, options.dry_run);
  return usable ? 0 : exit_code(Fault::invalid);
}

}  // namespace wegwijzer::cli
