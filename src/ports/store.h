// SPDX-License-Identifier: EUPL-1.2
// What use cases ask of the store. A Reader shows, a Writer changes, each for one ecosystem: no query can
// forget it.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "domain/audit.h"
#include "domain/ecosystem.h"
#include "domain/figure_release.h"
#include "domain/open_data.h"
#include "domain/record_kinds.h"
#include "domain/saved_view.h"
#include "domain/talk_kinds.h"
#include "domain/verdict.h"
#include "ports/accounts.h"
#include "ports/cache.h"
#include "ports/contacts.h"
#include "ports/ground.h"
#include "ports/releases.h"
#include "ports/suggestions.h"

namespace wegwijzer {

template <class Thing>
class Records {
 public:
  virtual ~Records() = default;
  virtual Result<Thing> find(Id<Thing> id) = 0;  // fails with Fault::missing, "record.missing"
  virtual std::vector<Thing> all() = 0;          // archived ones too, ordered by id
  virtual std::optional<Thing> from_source(std::string_view source) = 0;
  // Those whose field says exactly this, archived ones too, ordered by id. The name is one of the field list.
  virtual std::vector<Thing> with(std::string_view field, std::string_view text) = 0;
};

template <class Thing>
class KeptRecords : public Records<Thing> {
 public:
  // Inserts (version 0) or updates; writes who changed which field; gives the record with its new version.
  // Fails with Fault::conflict, "record.changed_meanwhile", when another version is in the store.
  virtual Result<Thing> save(Thing thing) = 0;
  // A record of an export as it was, with its id and version; the audit trail comes from the export too.
  virtual void put_back(Thing const& thing) = 0;
};

template <class Thing>
using ShownRecords = Records<Thing>&;

template <class Thing>
using ChangedRecords = KeptRecords<Thing>&;

class Reader {
 public:
  virtual ~Reader() = default;
  virtual Ecosystem const& ecosystem() const = 0;
  virtual OfEveryKind<ShownRecords> shown() = 0;
  virtual OfEveryTalk<ShownRecords> talk() = 0;  // of partners with each other: not on the map

  template <class Thing>
  Records<Thing>& all() {
    if constexpr (is_talk<Thing>) {
      return std::get<Records<Thing>&>(talk());
    } else {
      return std::get<Records<Thing>&>(shown());
    }
  }

  Records<Organisation>& organisations() { return all<Organisation>(); }

  Records<Venue>& venues() { return all<Venue>(); }

  Records<Offering>& offerings() { return all<Offering>(); }

  virtual std::vector<Said> said() = 0;
  virtual std::optional<Said> said(std::string_view record, std::string_view source) = 0;
  virtual std::vector<AuditEntry> audit() = 0;                                  // oldest first
  virtual std::vector<AuditEntry> audit(std::string_view record, Uuid id) = 0;  // of one, oldest first
  virtual std::vector<AuditEntry> audit(Id<MapChange> change) = 0;              // of one, oldest first
  virtual std::vector<MapChange> changes() = 0;                                 // newest first
  virtual std::vector<SavedView> saved_views() = 0;                             // by name
  virtual std::vector<SourceConflict> source_conflicts() = 0;
  virtual std::vector<Verdict> verdicts() = 0;                                   // by kind and ids
  virtual std::vector<Verdict> verdicts(std::string_view record, Uuid one) = 0;  // of which it is the one
  virtual std::vector<OpenDataVersion> open_data_versions() = 0;                 // newest first
  virtual Releases& releases() = 0;
  virtual Suggestions& suggestions() = 0;
  virtual Askings& askings() = 0;
  virtual Contacts& contacts() = 0;
};

// One transaction: nothing is kept unless commit() returns.
class Writer : public Reader {
 public:
  virtual OfEveryKind<ChangedRecords> kept() = 0;
  virtual OfEveryTalk<ChangedRecords> kept_talk() = 0;

  template <class Thing>
  KeptRecords<Thing>& all() {
    if constexpr (is_talk<Thing>) {
      return std::get<KeptRecords<Thing>&>(kept_talk());
    } else {
      return std::get<KeptRecords<Thing>&>(kept());
    }
  }

  KeptRecords<Organisation>& organisations() { return all<Organisation>(); }

  KeptRecords<Venue>& venues() { return all<Venue>(); }

  KeptRecords<Offering>& offerings() { return all<Offering>(); }

  virtual GroundWriter& ground() = 0;
  virtual KeptReleases& kept_releases() = 0;
  virtual KeptSuggestions& kept_suggestions() = 0;
  virtual KeptAskings& kept_askings() = 0;
  virtual KeptContacts& kept_contacts() = 0;
  virtual void remember(Said const& said) = 0;
  virtual void add(AuditEntry const& entry) = 0;  // of a restored export; save() writes its own
  // A line of the audit trail for what is no record, such as a map: its name, and what it was and is.
  virtual void note(std::string_view what, std::string_view name, FieldText before, FieldText after) = 0;
  // Its name, holiday region, whether it is public and its origin; id and slug stay. Writes who changed which
  // field.
  virtual void describe(Ecosystem const& ecosystem) = 0;
  // All that is changed from here on belongs to one change, which can be taken back as a whole.
  virtual Id<MapChange> begin(MapChangeKind kind, std::string_view about,
                              std::optional<Id<MapChange>> undoes = {}) = 0;
  virtual void put_back(MapChange const& change) = 0;  // of a restored export
  // Somebody says that what stands in this field is right.
  virtual void confirm_field(std::string_view record, Uuid id, std::string_view field, FieldText value) = 0;
  virtual void keep(SavedView const& view) = 0;  // or another version of it
  virtual void forget(Id<SavedView> view) = 0;
  virtual void put_back(OpenDataVersion const& version) = 0;
  // The map as it is when this is committed.
  virtual OpenDataVersion publish_open_data(OpenLicence licence, std::string_view note) = 0;
  virtual void note(SourceConflict const& conflict) = 0;
  virtual void settle(SourceConflict const& conflict) = 0;  // somebody decided
  virtual void put_back(Verdict const& verdict) = 0;        // of a restored export
  // Somebody says so now, as part of the change that was begun; instead of what was said of them in this
  // order.
  virtual void decide(std::string_view record, Uuid one, Uuid other, OneOrTwo says,
                      std::vector<std::string> const& grounds) = 0;
  virtual void take_back(Verdict const& verdict) = 0;
  virtual void commit() = 0;

  template <class Thing>
  Id<Thing> new_id() {
    return Id<Thing>(next_uuid());
  }

 protected:
  virtual Uuid next_uuid() = 0;
};

class Store {
 public:
  virtual ~Store() = default;
  virtual std::vector<Ecosystem> ecosystems() = 0;
  virtual std::unique_ptr<Reader> reader(Ecosystem const& ecosystem) = 0;  // one unchanging view of the store
  // An ecosystem of an export as it was; its history comes from the export too.
  virtual void put_back(Ecosystem const& ecosystem) = 0;
  // Waits for the writer before it. An ecosystem that is not in the store is added with the first commit.
  virtual std::unique_ptr<Writer> writer(Ecosystem const& ecosystem, Actor actor) = 0;
  virtual std::unique_ptr<Accounts> accounts() = 0;             // one unchanging view
  virtual std::unique_ptr<KeptAccounts> change_accounts() = 0;  // waits for the writer before it
  virtual std::unique_ptr<Outbox> outbox() = 0;                 // must not outlive the store
  virtual std::unique_ptr<Ground> ground() = 0;
  virtual std::shared_ptr<Cache> cache() = 0;
  virtual std::vector<FigureReleaseHead> figure_releases() = 0;  // of all areas, oldest first
  virtual Result<FigureRelease> figure_release(
      Id<FigureRelease> id) = 0;  // fails with Fault::missing, "release.missing"
  // There is no way to change one: of an id that is there it fails with Fault::conflict,
  // "release.there_already".
  virtual Done add(FigureRelease const& release) = 0;
  // Differs after any change of what the map shows, also by another process; signing in is none.
  virtual std::int64_t change_sequence() = 0;
  virtual Done backup(std::filesystem::path const& to) = 0;     // while others read and write
  virtual Done restore(std::filesystem::path const& from) = 0;  // all or nothing, while others read
  // Lets `fill` make a store beside this one and puts it in its place, all or nothing, while others read.
  virtual Done replace(std::function<Done(Store& beside)> const& fill) = 0;
  virtual std::vector<std::string> integrity_problems() = 0;  // in the words of the database; empty is sound
};

// The records of one kind: Records for a Reader, KeptRecords for a Writer.
template <class Thing>
auto& records(auto& reader) {
  return reader.template all<Thing>();
}

}  // namespace wegwijzer
