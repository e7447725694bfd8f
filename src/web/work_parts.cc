// SPDX-License-Identifier: EUPL-1.2
#include "web/work_parts.h"

#include <algorithm>

#include "base/check.h"
#include "usecases/community/table.h"
#include "web/page.h"

namespace wegwijzer::web {

std::string Workbench::path() const {
  return path(organisation.id);
}

std::string Workbench::path(Id<Organisation> of) const {
  return "/workplace/" + ecosystem.slug + "/organisations/" + text(of);
}

std::string Workbench::path(Id<Offering> offering) const {
  return "/workplace/" + ecosystem.slug + "/offerings/" + text(offering);
}

std::string history_path(Ecosystem const& ecosystem, std::string_view kind, Uuid const& id) {
  return "/workplace/" + ecosystem.slug + "/history/" + std::string(kind) + "/" + text(id);
}

namespace {

tl::unexpected<Error> not_there() {
  return fail(Fault::missing, "page.missing");
}

Result<Workbench> bench_of(Desk const& desk, Workbench bench, Id<Organisation> id, accounts::Action action) {
  auto organisation = bench.reader->organisations().find(id);
  if (!organisation || organisation->archived_on) return not_there();
  bench.organisation = *std::move(organisation);
  if (!may(desk.asker(), action, bench.place())) return fail(Fault::forbidden, "account.may_not");
  return bench;
}

std::optional<Workbench> bench_of(Desk const& desk, std::string const& slug) {
  auto const all = desk.store.ecosystems();
  auto const found = std::ranges::find(all, slug, &Ecosystem::slug);
  if (found == all.end()) return std::nullopt;
  return Workbench{*found, desk.store.reader(*found), {}};
}

}  // namespace

Result<Workbench> workbench(Desk const& desk, std::string const& slug, std::string const& organisation,
                            accounts::Action action) {
  auto const id = Id<Organisation>::parse(organisation);
  auto bench = bench_of(desk, slug);
  if (!id || !bench) return not_there();
  return bench_of(desk, *std::move(bench), *id, action);
}

Result<OfferingBench> offering_bench(Desk const& desk, std::string const& slug, std::string const& offering,
                                     accounts::Action action) {
  auto const id = Id<Offering>::parse(offering);
  auto bench = bench_of(desk, slug);
  if (!id || !bench) return not_there();
  auto found = bench->reader->offerings().find(*id);
  if (!found) return not_there();
  auto const organisation = found->organisation;
  return bench_of(desk, *std::move(bench), organisation, action).map([&](Workbench whole) {
    return OfferingBench{std::move(whole), *std::move(found)};
  });
}

// Asked once the writer is there: what the request saw may be over.
Result<std::unique_ptr<Writer>> writer_at(Desk const& desk, Ecosystem const& ecosystem,
                                          accounts::Action action, accounts::Place const& place) {
  auto writer = desk.store.writer(ecosystem, actor_of(desk));
  auto const accounts = desk.store.accounts();
  auto const sign_in = accounts->sign_in(visit_of(desk).sign_in.token);
  bool const is_in = sign_in && sign_in->stage == accounts::Stage::whole;
  if (!is_in) return fail(Fault::forbidden, "account.sign_in_ended");
  auto const roles = accounts->memberships(visit_of(desk).person.id);
  if (!may({true, roles}, action, place)) return fail(Fault::forbidden, "account.may_not");
  return writer;
}

std::optional<AreaCode> area_of_record(View const& view, Reader& reader, std::string_view kind, Uuid id) {
  auto const& areas = view.atlas.areas();
  std::optional<AreaCode> around;
  for (auto const& point : places_of(reader, kind, id)) {
    auto const smallest = areas.smallest_at(point);
    if (!smallest) return std::nullopt;
    around = around ? around_both(*around, areas[*smallest].code) : areas[*smallest].code;
    if (!around) return std::nullopt;
  }
  return around;
}

Result<NetworkBench> bench_of_record(View const& view, Desk const& desk, std::string const& slug,
                                     std::string const& kind, std::string const& id) {
  auto network = network_bench(desk, slug, accounts::Action::see_workplace);
  if (!network) return network;
  if (auto const uuid = parse_uuid(id)) {
    network->area = area_of_record(view, *network->reader, kind, *uuid);
  }
  if (may(desk.asker(), accounts::Action::keep_area, network->place())) return network;
  bool const is_steward = !own_areas(desk, network->ecosystem).empty();
  return fail(Fault::forbidden, is_steward ? "map_work.beyond_area" : "account.may_not");
}

bool keeps_whole_map(accounts::Asker const& asker, Ecosystem const& ecosystem) {
  return may(asker, accounts::Action::keep_map, {ecosystem.id, std::nullopt});
}

std::vector<AreaCode> own_areas(Desk const& desk, Ecosystem const& ecosystem) {
  std::vector<AreaCode> areas;
  for (auto const& membership : desk.asker().memberships) {
    auto const& place = membership.place();
    if (place.area && place.ecosystem == ecosystem.id) areas.push_back(*place.area);
  }
  return areas;
}

Result<NetworkBench> network_bench(Desk const& desk, std::string const& slug, accounts::Action action,
                                   std::optional<AreaCode> area) {
  auto bench = bench_of(desk, slug);
  if (!bench) return not_there();
  NetworkBench network{std::move(bench->ecosystem), std::move(bench->reader), std::move(area)};
  if (!may(desk.asker(), action, network.place())) return fail(Fault::forbidden, "account.may_not");
  return network;
}

Result<std::unique_ptr<Writer>> writer_of(Desk const& desk, NetworkBench const& bench,
                                          accounts::Action action) {
  return writer_at(desk, bench.ecosystem, action, bench.place());
}

Result<std::unique_ptr<Writer>> writer_of(Desk const& desk, Workbench const& bench, accounts::Action action) {
  auto opened = writer_at(desk, bench.ecosystem, action, bench.place());
  if (!opened) return opened;
  auto writer = *std::move(opened);
  auto const organisation = writer->organisations().find(bench.organisation.id);
  if (!organisation || organisation->archived_on) return not_there();
  return writer;
}

Visit const& visit_of(Desk const& desk) {
  check(desk.visit.has_value(), "the workplace is for who has signed in");
  return *desk.visit;  // NOLINT(bugprone-unchecked-optional-access): the line above
}

Actor actor_of(Desk const& desk) {
  return {"person:" + text(visit_of(desk).person.id)};
}

Holidays holidays_of(View const& view, Ecosystem const& ecosystem) {
  return {view.atlas.vocabulary().holidays, ecosystem.holiday_region};
}

http::Response work_page(View const& view, WorkPage page) {
  auto const back = page.back.empty() ? Html()
                                      : html(R"(<p class="back"><a href="{}">{}</a></p>)",
                                             view.page(page.back_to), page.back);
  auto response = show(view, {.title = page.title,
                              .body = back + html("<h1>{}</h1>", page.title) + page.body,
                              .path = page.path,
                              .status = page.status,
                              .also = std::move(page.also),
                              .findable = false,
                              .for_staff = true});
  response.headers.set("Cache-Control", "no-store");
  response.headers.set("Referrer-Policy", "same-origin");
  return response;
}

http::Response to_own_offering(View const& view, Workbench const& bench, std::string_view done,
                               std::optional<Id<Offering>> of) {
  auto where = view.page(bench.path()).with("done", done);
  if (of) where = std::move(where).with("of", text(*of)).fragment("offering-" + text(*of));
  return http::redirect(where.text());
}

http::Response work_refused(View const& view, Error const& error) {
  return show_error(view, "/workplace", error);
}

}  // namespace wegwijzer::web
