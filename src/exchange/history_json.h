// SPDX-License-Identifier: EUPL-1.2
// What belongs to an ecosystem beside its records, as JSON: what sources said, who changed what and what of
// it in one go, views that it keeps, what others suggest, what was asked, what was published about children;
// and what is said of a figure release beside its files. Reading gives back what was written; a file that is
// not so fails with "export.unreadable".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "domain/asking.h"
#include "domain/audit.h"
#include "domain/contact_person.h"
#include "domain/ecosystem.h"
#include "domain/figure_release.h"
#include "domain/open_data.h"
#include "domain/place_name.h"
#include "domain/release.h"
#include "domain/saved_view.h"
#include "domain/suggestion.h"
#include "domain/verdict.h"

namespace wegwijzer {

std::string write_said(std::vector<Said> const& all);
std::string write_audit(std::vector<AuditEntry> const& all);
std::string write_changes(std::vector<MapChange> const& all);
std::string write_saved_views(std::vector<SavedView> const& all);
std::string write_open_data_versions(std::vector<OpenDataVersion> const& all);
std::string write_source_conflicts(std::vector<SourceConflict> const& all);
std::string write_verdicts(std::vector<Verdict> const& all);
std::string write_suggestions(std::vector<Suggestion> const& all);
std::string write_askings(std::vector<Asking> const& all);  // without what could open a link of a mail
// Personal data, without what could open a link of a mail.
std::string write_contacts(std::vector<ContactPerson> const& all);
// Who said "never again": whom was asked when is forgotten on the way.
std::string write_contact_refusals(std::vector<ContactMailbox> const& all);
std::string write_releases(std::vector<Release> const& all);
std::string write_budgets(std::vector<PrivacyBudget> const& all);
std::string write_ecosystem(Ecosystem const& ecosystem);
std::string write_figure_release(FigureReleaseHead const& release);
std::string write_place_names(std::vector<PlaceName> const& all);

Result<std::vector<Said>> read_said(std::string_view json);
Result<std::vector<AuditEntry>> read_audit(std::string_view json);
Result<std::vector<MapChange>> read_changes(std::string_view json);
Result<std::vector<SavedView>> read_saved_views(std::string_view json);
Result<std::vector<OpenDataVersion>> read_open_data_versions(std::string_view json);
Result<std::vector<SourceConflict>> read_source_conflicts(std::string_view json);
Result<std::vector<Verdict>> read_verdicts(std::string_view json);
Result<std::vector<Suggestion>> read_suggestions(std::string_view json);
Result<std::vector<Asking>> read_askings(std::string_view json);
Result<std::vector<ContactPerson>> read_contacts(std::string_view json);
Result<std::vector<ContactMailbox>> read_contact_refusals(std::string_view json);
// Of an export of before there were suggestions: what visitors said of a page.
Result<std::vector<Suggestion>> read_corrections(std::string_view json);
Result<std::vector<Release>> read_releases(std::string_view json);
Result<std::vector<PrivacyBudget>> read_budgets(std::string_view json);
Result<Ecosystem> read_ecosystem(std::string_view json);
Result<FigureReleaseHead> read_figure_release(std::string_view json);
Result<std::vector<PlaceName>> read_place_names(std::string_view json);

struct ExportedFile {
  std::string path;      // below the folder of the export
  std::string checksum;  // of its bytes
  std::string about;     // what is in it, in a sentence
  bool operator==(ExportedFile const&) const = default;
};

std::string write_manifest(std::vector<ExportedFile> const& files);
Result<std::vector<ExportedFile>> read_manifest(std::string_view json);

}  // namespace wegwijzer
