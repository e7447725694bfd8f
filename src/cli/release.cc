// SPDX-License-Identifier: EUPL-1.2
// release: the figures about a place, kept as they are now. releases: which there are, and two compared.
#include <ostream>

#include "cli/commands.h"
#include "cli/file_problems.h"
#include "cli/step_clock.h"
#include "usecases/release/compare.h"

namespace wegwijzer::cli {

namespace {

Result<FigureRelease> find_release(Store& store, std::string const& id_text) {
  auto const id = Id<FigureRelease>::parse(id_text);
  return id ? store.figure_release(*id) : Result<FigureRelease>(fail(id.error()));
}

// What stands in the way of a comparison; the table itself goes to the output.
void warn_of_differences(Context const& context, ComparedReleases const& compared) {
  auto const& t = context.language;
  if (compared.other_areas) context.err << t("releases.other_areas") << '\n';
  for (auto const& one : compared.versions) {
    context.err << t("release.version_differs", {{"indicator", one.indicator}}) << '\n';
  }
  for (auto const& one : compared.parameters) {
    context.err << t("release.parameter_differs", {{"name", one.name}}) << '\n';
  }
}

}  // namespace

int release(Context const& context, ReleaseOptions options) {
  auto const parameters = parameters_in(context, options.parameters);
  if (!parameters) return parameters.error();
  options.order.parameters = *parameters;
  auto const store = context.open_store(options.store, false);
  if (!store) return complain(context, store.error());
  StepClock<ReleaseStep> clock(context, "release_step.");
  ReleaseWatch const watch = [&](ReleaseStep step, std::uint64_t done, std::uint64_t total) {
    return clock.hear(step, done, total);
  };
  auto const made = make_release(**store, Id<FigureRelease>(context.ids.next()), context.vocabulary,
                                 local_date(context.clock.now()), options.order, watch);
  if (!made) return complain(context, made.error());
  clock.end();
  context.out << context.language("release.made", {{"id", text(made->id)}, {"place", made->area_name}})
              << '\n';
  return 0;
}

int list_releases(Context const& context, std::filesystem::path const& file) {
  auto const store = context.open_store(file, false);
  if (!store) return complain(context, store.error());
  for (auto const& head : (*store)->figure_releases()) {
    context.out << text(head.id) << "  " << text(head.day) << "  " << head.area.text() << " "
                << head.area_name << (head.note.empty() ? "" : "  " + head.note) << '\n';
  }
  return 0;
}

int compare_releases(Context const& context, std::filesystem::path const& file, std::string const& from,
                     std::string const& to) {
  auto const store = context.open_store(file, false);
  if (!store) return complain(context, store.error());
  auto const one = find_release(**store, from);
  if (!one) return complain(context, one.error());
  auto const other = find_release(**store, to);
  if (!other) return complain(context, other.error());
  auto const compared = wegwijzer::compare_releases(*one, *other);
  if (!compared) return complain(context, compared.error());
  warn_of_differences(context, *compared);
  context.out << comparison_csv(*compared);
  return 0;
}

}  // namespace wegwijzer::cli
