// SPDX-License-Identifier: EUPL-1.2
// The commands of the program; each gives its exit code. One file a command.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "cli/context.h"
#include "usecases/demo/make.h"
#include "usecases/ecosystem/agree_on_step.h"
#include "usecases/ecosystem/describe.h"
#include "usecases/ground/export_streets.h"
#include "usecases/ground/find_reach.h"
#include "usecases/ground/picture.h"
#include "usecases/import/file.h"
#include "usecases/opportunity/analyse.h"
#include "usecases/opportunity/inequality_file.h"
#include "usecases/release/make.h"

namespace wegwijzer::cli {

struct ImportOptions {
  ImportFormat format = ImportFormat::osm;
  std::filesystem::path file;
  std::filesystem::path store;
  std::string ecosystem;                        // a slug; made when it is not there
  std::string name;                             // of a new ecosystem; empty: the slug
  std::optional<HolidayRegion> holiday_region;  // of a new ecosystem
  bool fictional = false;
  bool dry_run = false;
  bool archive_missing = false;  // what an earlier file spoke of and this one does not
};

struct DemoOptions {
  std::filesystem::path store;
  DemoOrder order;  // but for the threads
  bool towns = true;
  bool pilots = true;  // the four cities of the report
};

int import(Context const& context, ImportOptions const& options);
// What children said of how welcome they felt; of the options the file, the store and the ecosystem.
int import_feedback(Context const& context, ImportOptions const& options);
int demo(Context const& context, DemoOptions const& options);
int check(Context const& context, std::filesystem::path const& store);

struct StreetsCheckOptions {
  std::filesystem::path store;
  std::uint64_t seed = 1;
  bool csv = false;  // the figures alone, to be kept and compared
};

int check_streets(Context const& context, StreetsCheckOptions const& options);
int backup(Context const& context, std::filesystem::path const& store, std::filesystem::path const& to);
int restore(Context const& context, std::filesystem::path const& store, std::filesystem::path const& from);
int export_all(Context const& context, std::filesystem::path const& store,
               std::filesystem::path const& folder);
int import_export(Context const& context, std::filesystem::path const& store,
                  std::filesystem::path const& folder);
int list_ecosystems(Context const& context, std::filesystem::path const& store);

// As the operator writes it. Empty: stays; "none": as everywhere.
struct LookOptions {
  std::string colour;
  std::string accent;
  std::filesystem::path logo;
};

int change_ecosystem(Context const& context, std::filesystem::path const& store, std::string const& slug,
                     EcosystemChange change, LookOptions const& look);

struct ProposeStepsOptions {
  std::filesystem::path store;
  std::string slug;
  bool dry_run = false;
};

// Proposes next steps to the partners of an ecosystem.
int propose_steps(Context const& context, ProposeStepsOptions const& options);

struct AgreeOnStepOptions {
  std::filesystem::path store;
  std::string id;
  SaysYes who = SaysYes::both;
};

// Writes down that a provider said yes to a next step.
int agree_on_step(Context const& context, AgreeOnStepOptions const& options);

// Archives the record (or, undone, shows it again): "organisation", "venue" or "offering".
int archive(Context const& context, std::filesystem::path const& store, std::string const& kind,
            std::string const& id, bool undo);
// Draws a map of the store into a new SVG file.
int picture(Context const& context, std::filesystem::path const& store, PictureWish const& wish,
            std::filesystem::path const& file);

// A file of OpenStreetMap when there is one, else a map of the store.
struct StreetsFrom {
  std::filesystem::path osm;
  std::filesystem::path store;
  std::string source;  // of the map; empty when there is only one
};

struct StreetsExportOptions {
  StreetsFrom from;
  Profile profile;
  std::filesystem::path folder;
  StreetsForm form = StreetsForm::csv;
};

// Writes streets as files for other programs.
int export_streets(Context const& context, StreetsExportOptions const& options);

struct ReachOptions {
  StreetsFrom from;
  std::filesystem::path homes;
  std::filesystem::path venues;
  std::filesystem::path out;
  ReachQuestion question;
};

// Writes which venues homes reach, and says how long each step took.
int reach(Context const& context, ReachOptions const& options);

struct AnalyseOptions {
  std::filesystem::path store;
  std::filesystem::path parameters;  // empty: the usual ones
  std::filesystem::path out;
  AnalysisOrder order;
};

// Writes the opportunities of every area and child profile, and says how long each step took.
int analyse(Context const& context, AnalyseOptions options);

struct InequalityOptions {
  std::filesystem::path store;
  std::filesystem::path parameters;  // empty: the usual ones
  std::filesystem::path out;
  InequalityOrder order;  // but for the parameters
};

// Writes how unequal opportunities are in every gemeente, and says how long each step took.
int inequality(Context const& context, InequalityOptions options);

struct ReleaseOptions {
  std::filesystem::path store;
  std::filesystem::path parameters;  // empty: the usual ones
  ReleaseOrder order;                // but for the parameters
};

// Keeps the figures about a place as they are now.
int release(Context const& context, ReleaseOptions options);
int list_releases(Context const& context, std::filesystem::path const& store);
// Writes two releases side by side as CSV.
int compare_releases(Context const& context, std::filesystem::path const& store, std::string const& from,
                     std::string const& to);

struct PersonOptions {
  std::filesystem::path store;
  std::string mail;
  std::string role;
  std::string ecosystem;     // a slug
  std::string organisation;  // an id
  std::string area;          // a code
  std::string language = "nl";
};

// Who can run this program on the store is its operator: the first of all.
int invite_person(Context const& context, PersonOptions const& options);
int reset_person(Context const& context, PersonOptions const& options);
// Instead of one that was lost; fails with "secrets.key_there".
int make_new_key(Context const& context, PersonOptions const& options);

struct DuplicatesOptions {
  std::filesystem::path store;
  std::string ecosystem;  // a slug
  double from = 0.7;      // the least chance that is listed
};

// Writes what is probably recorded twice as CSV, the most probable first.
int list_duplicates(Context const& context, DuplicatesOptions const& options);

int list_suggestions(Context const& context, std::filesystem::path const& store);

}  // namespace wegwijzer::cli
