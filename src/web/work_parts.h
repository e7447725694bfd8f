// SPDX-License-Identifier: EUPL-1.2
// What the pages of the workplace share: finding a record for who may change it, and their frame.
#pragma once

#include "http/response.h"
#include "ports/store.h"
#include "web/account_parts.h"
#include "web/desk.h"
#include "web/html.h"
#include "web/view.h"

namespace wegwijzer::web {

// An organisation, and an offering of it where the page is about one, as the store has them now: the atlas
// may be half a second behind.
struct Workbench {
  Ecosystem ecosystem;
  std::unique_ptr<Reader> reader;
  Organisation organisation;

  accounts::Place place() const { return {ecosystem.id, organisation.id}; }

  // "/workplace/delft/organisations/…" and "/workplace/delft/offerings/…"
  std::string path() const;
  std::string path(Id<Offering> offering) const;
  std::string path(Id<Organisation> of) const;
};

// Where stands who changed what of a record, of whatever kind ("venue").
std::string history_path(Ecosystem const& ecosystem, std::string_view kind, Uuid const& id);

template <class Thing>
std::string history_path(Ecosystem const& ecosystem, Id<Thing> id) {
  return history_path(ecosystem, record_name<Thing>, id.uuid());
}

// What stands in the address, for who may do this with it. Fails with "page.missing" or "account.may_not".
Result<Workbench> workbench(Desk const& desk, std::string const& slug, std::string const& organisation,
                            accounts::Action action);

struct OfferingBench {
  Workbench bench;
  Offering offering;
};

Result<OfferingBench> offering_bench(Desk const& desk, std::string const& slug, std::string const& offering,
                                     accounts::Action action);

// A network, for who keeps its map or a part of it.
struct NetworkBench {
  Ecosystem ecosystem;
  std::unique_ptr<Reader> reader;
  std::optional<AreaCode> area{};  // the part that it is about; nothing: all of the map

  accounts::Place place() const { return {ecosystem.id, std::nullopt, area}; }

  // "/workplace/delft"
  std::string path() const { return "/workplace/" + ecosystem.slug; }
};

// Fails with "page.missing" or "account.may_not".
Result<NetworkBench> network_bench(Desk const& desk, std::string const& slug, accounts::Action action,
                                   std::optional<AreaCode> area = {});

// The smallest area around all places of a record; nothing when it is nowhere or in several gemeenten.
std::optional<AreaCode> area_of_record(View const& view, Reader& reader, std::string_view kind, Uuid id);

// A record of any kind, for who keeps the whole map or the part that all of it lies in. Fails with
// "page.missing", "account.may_not", or "map_work.beyond_area" when a part of it lies elsewhere.
Result<NetworkBench> bench_of_record(View const& view, Desk const& desk, std::string const& slug,
                                     std::string const& kind, std::string const& id);

// Whether who asks keeps the whole map of the network, not only a part.
bool keeps_whole_map(accounts::Asker const& asker, Ecosystem const& ecosystem);

// The parts of its map that somebody keeps as a steward.
std::vector<AreaCode> own_areas(Desk const& desk, Ecosystem const& ecosystem);

// To change something of the network; fails with "account.sign_in_ended" or "account.may_not".
Result<std::unique_ptr<Writer>> writer_of(Desk const& desk, NetworkBench const& bench,
                                          accounts::Action action);

// To change something of it. What the request saw may be over by the time the writer before it is done, so
// the sign-in, the roles and the organisation are looked at again. Fails with "account.sign_in_ended",
// "account.may_not" or "page.missing".
Result<std::unique_ptr<Writer>> writer_of(Desk const& desk, Workbench const& bench, accounts::Action action);

// To change something of that place of it, whatever it is.
Result<std::unique_ptr<Writer>> writer_at(Desk const& desk, Ecosystem const& ecosystem,
                                          accounts::Action action, accounts::Place const& place);

// Who has signed in: behind these pages somebody has.
Visit const& visit_of(Desk const& desk);

// Who changes it, by the id of the person: the name is looked up when somebody reads the history.
Actor actor_of(Desk const& desk);

Holidays holidays_of(View const& view, Ecosystem const& ecosystem);

struct WorkPage {
  std::string path;
  std::string title;
  Html body;
  int status = 200;
  // What stands above the title: the way back.
  std::string back{};
  std::string back_to{};
  std::vector<std::pair<std::string, std::string>> also{};  // further fields of its address
};

http::Response work_page(View const& view, WorkPage page);
// To all that an organisation offers, where it says what was done ("saved"), with one offering or with all.
http::Response to_own_offering(View const& view, Workbench const& bench, std::string_view done,
                               std::optional<Id<Offering>> of = {});
http::Response work_refused(View const& view, Error const& error);

}  // namespace wegwijzer::web
