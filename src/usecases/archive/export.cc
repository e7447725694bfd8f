// SPDX-License-Identifier: EUPL-1.2
#include "usecases/archive/export.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>

#include "base/check.h"
#include "base/checksum.h"
#include "exchange/areas.h"
#include "exchange/columns.h"
#include "exchange/history_json.h"
#include "exchange/homes.h"
#include "exchange/records_csv.h"
#include "exchange/write_geojson.h"

namespace wegwijzer {

namespace {

using Path = std::filesystem::path;

constexpr char const* manifest_name = "manifest.json";
constexpr char const* changes_name = "changes.json";
constexpr char const* views_name = "saved_views.json";
constexpr char const* versions_name = "open_data_versions.json";
constexpr char const* conflicts_name = "source_conflicts.json";
constexpr char const* verdicts_name = "verdicts.json";
constexpr char const* releases_name = "child_releases.json";
constexpr char const* suggestions_name = "suggestions.json";
constexpr char const* askings_name = "askings.json";
constexpr char const* contacts_name = "contacts.json";
constexpr char const* refusals_name = "contact_refusals.json";
constexpr char const* budgets_name = "privacy_budgets.json";

class Folder {
 public:
  explicit Folder(Path root) : root_(std::move(root)) {}

  Folder(Folder const&) = delete;
  Folder& operator=(Folder const&) = delete;

  ~Folder() {
    std::error_code ignored;
    if (!kept_) std::filesystem::remove_all(root_, ignored);
  }

  void add(std::string const& path, std::string about, std::string const& bytes) {
    if (!failed_.empty()) return;
    std::error_code code;
    std::filesystem::create_directories((root_ / path).parent_path(), code);
    std::ofstream out(root_ / path, std::ios::binary);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    if (code || !out) failed_ = (root_ / path).string();
    files_.push_back({path, checksum(bytes), std::move(about)});
  }

  Result<std::size_t> keep() {
    auto const files = files_;
    add(manifest_name, "", write_manifest(files));
    if (!failed_.empty()) return fail(Fault::unavailable, "export.cannot_write", {{"file", failed_}});
    kept_ = true;
    return files.size();
  }

 private:
  Path root_;
  std::vector<ExportedFile> files_;
  std::string failed_;
  bool kept_ = false;
};

template <class Thing>
void add_records(Folder& folder, std::string const& base, std::vector<Thing> const& all) {
  auto const path = base + std::string(record_plural<Thing>);
  folder.add(path + ".csv", "Every field of every record; the column names are those of the program.",
             write_records(all));
  folder.add(path + ".json", "The same as JSON; null is unknown.", write_records_json(all));
}

void add_ecosystem(Folder& folder, Reader& reader) {
  auto const base = "ecosystems/" + reader.ecosystem().slug + "/";
  folder.add(base + "ecosystem.json", "The ecosystem itself.", write_ecosystem(reader.ecosystem()));
  for_each_kind([&]<class Thing>(Kind<Thing>) { add_records(folder, base, records<Thing>(reader).all()); });
  for_each_talk_kind(
      [&]<class Thing>(Kind<Thing>) { add_records(folder, base, records<Thing>(reader).all()); });
  folder.add(base + "venues.geojson", "Venues for a map.", write_venues_geojson(reader.venues().all()));
  folder.add(base + "said.json", "What each source said when it was last imported.",
             write_said(reader.said()));
  folder.add(base + "audit.json", "Who changed which field, when, from what, to what.",
             write_audit(reader.audit()));
  folder.add(base + changes_name, "What was changed in one go.", write_changes(reader.changes()));
  folder.add(base + views_name, "Views of the table that were kept.",
             write_saved_views(reader.saved_views()));
  folder.add(base + versions_name, "Versions that were published as open data.",
             write_open_data_versions(reader.open_data_versions()));
  folder.add(base + conflicts_name, "Fields that people and a source changed, not decided yet.",
             write_source_conflicts(reader.source_conflicts()));
  folder.add(base + verdicts_name, "What was said of two records that look alike.",
             write_verdicts(reader.verdicts()));
  folder.add(base + suggestions_name, "What others suggest, and what became of it.",
             write_suggestions(reader.suggestions().all()));
  folder.add(base + askings_name, "What organisations were asked by mail, and whether they answered.",
             write_askings(reader.askings().all()));
  folder.add(base + contacts_name, "People to turn to, with their consent: personal data, keep it safe.",
             write_contacts(reader.contacts().all()));
  folder.add(base + refusals_name, "Addresses, unreadable, that are never asked for the contact list again.",
             write_contact_refusals(reader.contacts().mailboxes()));
  folder.add(base + releases_name, "What was published about children, as it was shown.",
             write_releases(reader.releases().all()));
  folder.add(base + budgets_name, "What of the privacy budget was spent on showing it to everyone.",
             write_budgets(reader.releases().budgets()));
}

// The same homes in a form that any program reads; it is not read back.
void add_homes_for_people(Folder& folder, std::string const& number, std::string_view bytes) {
  auto const homes = read_homes(bytes);
  check(homes.has_value(), "the homes in the store cannot be read back");
  folder.add("ground/homes_csv/" + number + ".csv", "Where people live; children by age.",
             write_homes_csv(*homes));
}

// Sources are file names that people chose; in the export they are numbered, and the name stands in `about`.
void add_ground(Folder& folder, Ground& ground) {
  folder.add("ground/areas.geojson", "Areas with figures.", write_areas_geojson(ground.areas()));
  std::size_t number = 0;
  for (auto const& source : ground.place_name_sources()) {
    folder.add("ground/place_names/" + std::to_string(++number) + ".json", source,
               write_place_names(ground.place_names(source)));
  }
  number = 0;
  for (auto const& file : ground.files()) {
    auto const bytes = ground.bytes(file);
    folder.add("ground/" + text(file.kind) + "/" + std::to_string(++number) + ".bin", file.source, bytes);
    if (file.kind == GroundKind::homes) add_homes_for_people(folder, std::to_string(number), bytes);
  }
}

// The files of a release by name, in the order of FigureReleaseFiles.
constexpr std::array release_files = {std::pair{"figures.csv", &FigureReleaseFiles::figures},
                                      std::pair{"method.json", &FigureReleaseFiles::method},
                                      std::pair{"parameters.csv", &FigureReleaseFiles::parameters},
                                      std::pair{"funnel.csv", &FigureReleaseFiles::funnel},
                                      std::pair{"draws.csv", &FigureReleaseFiles::draws}};

void add_releases(Folder& folder, Store& store) {
  for (auto const& head : store.figure_releases()) {
    auto const release = store.figure_release(head.id);
    check(release.has_value(), "a release stays where it is");
    auto const base = "releases/" + text(head.id) + "/";
    folder.add(base + "release.json", "Figures about inequality as they were on a day.",
               write_figure_release(head));
    for (auto const& [name, file] : release_files) {
      folder.add(base + name, "Of that release.", release->files.*file);
    }
  }
}

Result<std::string> read_file(Path const& folder, std::string const& path) {
  std::ifstream in(folder / path, std::ios::binary);
  if (!in) return fail(Fault::invalid, "export.not_an_export", {{"folder", folder.string()}, {"file", path}});
  return std::string{std::istreambuf_iterator<char>(in), {}};
}

// A manifest names only files below its folder.
bool stays_inside(std::string const& path) {
  auto const normal = Path(path).lexically_normal();
  return normal.is_relative() && !normal.empty() && *normal.begin() != "..";
}

class Unpacking {
 public:
  Unpacking(Path folder, std::vector<ExportedFile> files)
      : folder_(std::move(folder)), files_(std::move(files)) {}

  // Every file is there and as it was written.
  Done check() const {
    for (auto const& file : files_) {
      auto const bytes =
          stays_inside(file.path) ? read_file(folder_, file.path) : Result<std::string>(std::string());
      if (!bytes) return fail(bytes.error());
      if (checksum(*bytes) != file.checksum) {
        return fail(Fault::invalid, "export.not_an_export",
                    {{"folder", folder_.string()}, {"file", file.path}});
      }
    }
    return {};
  }

  std::vector<ExportedFile> below(std::string_view prefix) const {
    std::vector<ExportedFile> found;
    std::ranges::copy_if(files_, std::back_inserter(found),
                         [&](ExportedFile const& file) { return file.path.starts_with(prefix); });
    return found;
  }

  Result<std::string> bytes(std::string const& path) const { return read_file(folder_, path); }

 private:
  Path folder_;
  std::vector<ExportedFile> files_;
};

// An older export does not have the file of a newer kind.
template <class Thing>
Done put_back(Writer& writer, Unpacking const& from, std::string const& base) {
  auto const path = base + std::string(record_plural<Thing>) + ".csv";
  if (from.below(path).empty()) return {};
  auto const bytes = from.bytes(path);
  if (!bytes) return fail(bytes.error());
  auto const all = read_records<Thing>(*bytes);
  if (!all) return fail(all.error());
  if (!all->problems.empty()) return fail(all->problems.front().error);
  for (auto const& thing : all->rows) records<Thing>(writer).put_back(thing);
  return {};
}

Done put_back_all(Writer& writer, Unpacking const& from, std::string const& base) {
  Done done;
  for_each_kind([&]<class Thing>(Kind<Thing>) {
    if (done) done = put_back<Thing>(writer, from, base);
  });
  for_each_talk_kind([&]<class Thing>(Kind<Thing>) {
    if (done) done = put_back<Thing>(writer, from, base);
  });
  return done;
}

template <class Value, class Add>
Done each_of(Unpacking const& from, std::string const& path,
             Result<std::vector<Value>> (*read)(std::string_view), Add add) {
  auto const bytes = from.bytes(path);
  if (!bytes) return fail(bytes.error());
  auto const all = read(*bytes);
  if (!all) return fail(all.error());
  for (auto const& one : *all) add(one);
  return {};
}

// An older export does not have the file.
template <class Value, class Add>
Done each_if_there(Unpacking const& from, std::string const& path,
                   Result<std::vector<Value>> (*read)(std::string_view), Add add) {
  return from.below(path).empty() ? Done() : each_of(from, path, read, add);
}

Done put_back_releases(Writer& writer, Unpacking const& from, std::string const& base) {
  return each_if_there(from, base + releases_name, read_releases,
                       [&](Release const& one) { writer.kept_releases().keep(one); })
      .and_then([&] {
        return each_if_there(from, base + budgets_name, read_budgets,
                             [&](PrivacyBudget const& one) { writer.kept_releases().save(one); });
      });
}

Done put_back_work(Writer& writer, Unpacking const& from, std::string const& base) {
  return each_if_there(from, base + changes_name, read_changes,
                       [&](MapChange const& one) { writer.put_back(one); })
      .and_then([&] {
        return each_if_there(from, base + views_name, read_saved_views,
                             [&](SavedView const& one) { writer.keep(one); });
      })
      .and_then([&] {
        return each_if_there(from, base + versions_name, read_open_data_versions,
                             [&](OpenDataVersion const& one) { writer.put_back(one); });
      })
      .and_then([&] {
        return each_if_there(from, base + conflicts_name, read_source_conflicts,
                             [&](SourceConflict const& one) { writer.note(one); });
      })
      .and_then([&] {
        return each_if_there(from, base + verdicts_name, read_verdicts,
                             [&](Verdict const& one) { writer.put_back(one); });
      });
}

// An export of before there were suggestions has corrections.
Done put_back_suggestions(Writer& writer, Unpacking const& from, std::string const& base) {
  auto const add = [&](Suggestion const& one) { writer.kept_suggestions().put_back(one); };
  if (from.below(base + suggestions_name).empty()) {
    return each_of(from, base + "corrections.json", read_corrections, add);
  }
  return each_of(from, base + suggestions_name, read_suggestions, add).and_then([&] {
    return each_of(from, base + askings_name, read_askings,
                   [&](Asking const& one) { writer.kept_askings().save(one); });
  });
}

Done put_back_contacts(Writer& writer, Unpacking const& from, std::string const& base) {
  return each_if_there(from, base + contacts_name, read_contacts,
                       [&](ContactPerson const& one) { writer.kept_contacts().put_back(one); })
      .and_then([&] {
        return each_if_there(from, base + refusals_name, read_contact_refusals,
                             [&](ContactMailbox const& one) { writer.kept_contacts().save(one); });
      });
}

Done unpack_ecosystem(Store& store, Unpacking const& from, std::string const& base) {
  auto const about = from.bytes(base + "ecosystem.json").and_then([](std::string const& json) {
    return read_ecosystem(json);
  });
  if (!about) return fail(about.error());
  store.put_back(*about);
  auto const writer = store.writer(*about, {"import export"});
  auto const done = put_back_all(*writer, from, base)
                        .and_then([&] {
                          return each_of(from, base + "said.json", read_said,
                                         [&](Said const& said) { writer->remember(said); });
                        })
                        .and_then([&] {
                          return each_of(from, base + "audit.json", read_audit,
                                         [&](AuditEntry const& entry) { writer->add(entry); });
                        })
                        .and_then([&] { return put_back_suggestions(*writer, from, base); })
                        .and_then([&] { return put_back_contacts(*writer, from, base); })
                        .and_then([&] { return put_back_work(*writer, from, base); })
                        .and_then([&] { return put_back_releases(*writer, from, base); });
  if (done) writer->commit();
  return done;
}

Done unpack_ground(GroundWriter& ground, Unpacking const& from) {
  auto const bytes = from.bytes("ground/areas.geojson");
  if (!bytes) return fail(bytes.error());
  auto const areas = read_areas_geojson(*bytes);
  if (!areas) return fail(areas.error());
  for (auto const& area : areas->rows) ground.save(area);
  for (auto const& file : from.below("ground/place_names/")) {
    auto const names =
        from.bytes(file.path).and_then([](std::string const& json) { return read_place_names(json); });
    if (!names) return fail(names.error());
    ground.replace_place_names(file.about, *names);
  }
  for (auto const& [kind, name] : choices<GroundKind>) {
    for (auto const& file : from.below("ground/" + std::string(name) + "/")) {
      auto const content = from.bytes(file.path);
      if (!content) return fail(content.error());
      ground.replace(kind, file.about, *content);
    }
  }
  return {};
}

Done unpack_release(Store& store, Unpacking const& from, std::string const& base) {
  auto const head = from.bytes(base + "release.json").and_then([](std::string const& json) {
    return read_figure_release(json);
  });
  if (!head) return fail(head.error());
  FigureRelease release{*head, {}};
  for (auto const& [name, file] : release_files) {
    auto const bytes = from.bytes(base + name);
    // Releases of before have none; the checksum tells whether one is lost.
    if (!bytes && file == &FigureReleaseFiles::draws) continue;
    if (!bytes) return fail(bytes.error());
    release.files.*file = *bytes;
  }
  if (checksum_of(release) != head->checksum) return fail(Fault::invalid, "export.unreadable");
  return store.add(release);
}

Done unpack(Store& store, Unpacking const& from) {
  for (auto const& file : from.below("releases/")) {
    if (!file.path.ends_with("/release.json")) continue;
    auto const base = file.path.substr(0, file.path.rfind('/') + 1);
    if (auto const done = unpack_release(store, from, base); !done) return done;
  }
  for (auto const& file : from.below("ecosystems/")) {
    if (!file.path.ends_with("/ecosystem.json")) continue;
    auto const base = file.path.substr(0, file.path.rfind('/') + 1);
    if (auto const done = unpack_ecosystem(store, from, base); !done) return done;
  }
  auto const all = store.ecosystems();
  if (all.empty()) return {};
  auto const writer = store.writer(all.front(), {"import export"});
  if (auto const done = unpack_ground(writer->ground(), from); !done) return done;
  writer->commit();
  return {};
}

}  // namespace

Result<std::size_t> export_store(Store& store, Path const& folder) {
  if (std::filesystem::exists(folder)) {
    return fail(Fault::conflict, "export.folder_exists", {{"folder", folder.string()}});
  }
  Folder out(folder);
  for (auto const& ecosystem : store.ecosystems()) add_ecosystem(out, *store.reader(ecosystem));
  out.add("columns.csv", "What each column of the records means.", std::string(columns_file()));
  add_ground(out, *store.ground());
  add_releases(out, store);
  return out.keep();
}

Result<std::size_t> import_export(Store& store, Path const& folder) {
  if (!store.ecosystems().empty()) return fail(Fault::conflict, "export.store_not_empty");
  auto const files =
      read_file(folder, manifest_name).and_then([](std::string const& json) { return read_manifest(json); });
  if (!files) return fail(files.error());
  Unpacking const from(folder, *files);
  if (auto const sound = from.check(); !sound) return fail(sound.error());
  if (auto const done = store.replace([&](Store& beside) { return unpack(beside, from); }); !done) {
    return fail(done.error());
  }
  return store.ecosystems().size();
}

}  // namespace wegwijzer
