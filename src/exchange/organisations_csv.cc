// SPDX-License-Identifier: EUPL-1.2
#include "exchange/organisations_csv.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/words.h"
#include "exchange/cells.h"
#include "exchange/vocabulary_csv.h"

namespace wegwijzer {

namespace {

using Roles = std::vector<Role>;

std::span<WordFor<Roles> const> role_words() {
  static std::array const words{WordFor<Roles>{"aanbieder", {Role::provider}},
                                WordFor<Roles>{"provider", {Role::provider}},
                                WordFor<Roles>{"netwerkpartner", {Role::network_partner}},
                                WordFor<Roles>{"network partner", {Role::network_partner}},
                                WordFor<Roles>{"beide", {Role::provider, Role::network_partner}},
                                WordFor<Roles>{"both", {Role::provider, Role::network_partner}}};
  return words;
}

constexpr std::array sector_words{WordFor<Sector>{"onderwijs", Sector::education},
                                  WordFor<Sector>{"school", Sector::education},
                                  WordFor<Sector>{"kinderopvang", Sector::childcare},
                                  WordFor<Sector>{"bso", Sector::childcare},
                                  WordFor<Sector>{"bibliotheek", Sector::library},
                                  WordFor<Sector>{"museum", Sector::museum},
                                  WordFor<Sector>{"erfgoed", Sector::heritage},
                                  WordFor<Sector>{"cultuur", Sector::culture},
                                  WordFor<Sector>{"kunst", Sector::culture},
                                  WordFor<Sector>{"sport", Sector::sport},
                                  WordFor<Sector>{"natuur", Sector::nature},
                                  WordFor<Sector>{"techniek", Sector::technology},
                                  WordFor<Sector>{"welzijn", Sector::welfare},
                                  WordFor<Sector>{"overheid", Sector::government},
                                  WordFor<Sector>{"gemeente", Sector::government},
                                  WordFor<Sector>{"bedrijf", Sector::business},
                                  WordFor<Sector>{"hoger onderwijs", Sector::higher_education},
                                  WordFor<Sector>{"anders", Sector::other},
                                  WordFor<Sector>{"overig", Sector::other}};

std::vector<Column> organisation_columns() {
  std::vector<Column> all{{"nummer", {"nr", "id", "code"}},
                          {"naam", {"organisatie", "naam organisatie", "name"}, true},
                          {"rol", {"role"}},
                          {"sector"},
                          {"omschrijving", {"beschrijving", "over", "about"}},
                          {"website", {"site", "url", "link"}},
                          {"telefoon", {"tel", "telefoonnummer", "phone"}},
                          {"e-mail", {"mail", "email", "emailadres", "e-mailadres"}},
                          {"soort plek", {"soort locatie"}},
                          {"rolstoel", {"rolstoeltoegankelijk", "wheelchair"}},
                          {"groene laag"},
                          {"oranje laag"},
                          {"talentfluisteraars", {"opgeleide talentfluisteraars"}},
                          {"vog", {"verklaring omtrent gedrag"}},
                          {"vog gezegd op"},
                          {"aanspreekpunt veiligheid", {"vertrouwenspersoon"}},
                          {"telefoon veiligheid"},
                          {"e-mail veiligheid"},
                          {"regels veiligheid"},
                          {"gecontroleerd op", {"gecontroleerd", "bijgewerkt op"}}};
  auto const places = venue_columns();
  all.insert(all.begin() + 8, places.begin(), places.end());
  return all;
}

Result<Roles> read_roles(std::string_view text) {
  return read_said(role_words(), text);
}

Result<Sector> read_sector(std::string_view text) {
  return read_said(sector_words, text);
}

void read_safety(Cells& cells, Organisation& organisation, Date today) {
  organisation.certificates = cells.value("vog", read_yes_no);
  organisation.certificates_said_on =
      cells.value("vog gezegd op", [&](auto text) { return read_past_day(text, today); });
  if (organisation.certificates_said_on && !cells.has("vog")) {
    cells.wrong("vog", {Fault::missing, "cell.said_on_without_certificates"});
  }
  organisation.safety_contact = cells.value("aanspreekpunt veiligheid", read_line).value_or("");
  organisation.safety_phone = cells.value("telefoon veiligheid", read_phone).value_or("");
  organisation.safety_email = cells.value("e-mail veiligheid", read_email).value_or("");
  organisation.safety_rules = cells.value("regels veiligheid", read_link).value_or("");
}

Organisation read_organisation(Cells& cells, Date today) {
  Organisation organisation;
  organisation.name = cells.required("naam", read_line).value_or("");
  organisation.roles = cells.value("rol", read_roles).value_or(Roles{Role::provider});
  organisation.sector = cells.value("sector", read_sector).value_or(Sector::other);
  organisation.about = cells.value("omschrijving", read_text).value_or("");
  organisation.website = cells.value("website", read_link).value_or("");
  organisation.phone = cells.value("telefoon", read_phone).value_or("");
  organisation.email = cells.value("e-mail", read_email).value_or("");
  organisation.green_layer = cells.list("groene laag", read_line);
  organisation.orange_layer = cells.list("oranje laag", read_line);
  organisation.trained_spotters = cells.value("talentfluisteraars", read_yes_no);
  read_safety(cells, organisation, today);
  organisation.confirmed_on =
      cells.value("gecontroleerd op", [&](auto text) { return read_past_day(text, today); });
  return organisation;
}

OrganisationRow read_organisation(Cells& cells, Vocabulary const& vocabulary, Date today) {
  OrganisationRow row{cells.line(), {}, read_organisation(cells, today), {}};
  row.number = slug(cells.has("nummer") ? cells["nummer"].substr(0, 200) : row.organisation.name);
  row.organisation.source = organisation_source(row.number);
  row.venue = read_venue(cells, row.organisation.name);
  auto const kind = cells.value("soort plek", [&](auto text) { return read_venue_kind(vocabulary, text); });
  auto const wheelchair = cells.value("rolstoel", read_yes_no);
  if (!row.venue) return row;
  auto& venue = row.venue->venue;
  if (kind) venue.kind = *kind;
  venue.wheelchair = wheelchair;
  venue.confirmed_on = row.organisation.confirmed_on;
  return row;
}

// A second row of the same name would silently replace the first.
void check_once(std::unordered_map<std::string, std::size_t>& lines, OrganisationRow const& row,
                Cells& cells) {
  // Offerings name their organisation, so the name too is one of a kind.
  auto const [seen, is_new] = lines.emplace("nummer " + row.number, row.line);
  auto const [named, is_new_name] = lines.emplace("naam " + folded(row.organisation.name), row.line);
  if ((is_new && is_new_name) || row.organisation.name.empty()) return;
  auto const heading = cells.has("nummer") && !is_new ? "nummer" : "naam";
  auto const line = is_new ? named->second : seen->second;
  cells.wrong(heading, {Fault::conflict,
                        "cell.organisation_twice",
                        {{"value", std::string(cells[heading])}, {"line", std::to_string(line)}}});
}

}  // namespace

std::string organisation_source(std::string_view number) {
  return "csv:organisation/" + std::string(number);
}

Result<Import<OrganisationRow>> read_organisations_csv(std::string_view bytes, Vocabulary const& vocabulary,
                                                       Date today) {
  auto table = Table::open(bytes, organisation_columns(), OtherColumns::reported);
  if (!table) return fail(table.error());
  std::unordered_map<std::string, std::size_t> lines;
  return read_rows<OrganisationRow>(*table, [&](Cells& cells) {
    auto row = read_organisation(cells, vocabulary, today);
    check_once(lines, row, cells);
    return row;
  });
}

namespace {

// The words are about a set of roles, whatever the order in which a record has them.
std::string said_roles(Roles roles) {
  std::ranges::sort(roles);
  roles.erase(std::ranges::unique(roles).begin(), roles.end());
  return roles.empty() ? "" : said(role_words(), roles);
}

std::vector<std::string> cells_of(OrganisationRow const& row, Vocabulary const& vocabulary) {
  auto const& [line, number, organisation, place] = row;
  std::vector<std::string> cells{
      number,
      organisation.name,
      said_roles(organisation.roles),
      said(sector_words, organisation.sector),
      organisation.about,
      organisation.website,
      organisation.phone,
      organisation.email,
      place ? dutch_name(vocabulary, place->venue.kind) : "",
      place && place->venue.wheelchair ? said_yes_no(*place->venue.wheelchair) : "",
      joined(organisation.green_layer, ", "),
      joined(organisation.orange_layer, ", "),
      organisation.trained_spotters ? said_yes_no(*organisation.trained_spotters) : "",
      organisation.certificates ? said_yes_no(*organisation.certificates) : "",
      organisation.certificates_said_on ? text(*organisation.certificates_said_on) : "",
      organisation.safety_contact,
      organisation.safety_phone,
      organisation.safety_email,
      organisation.safety_rules,
      organisation.confirmed_on ? text(*organisation.confirmed_on) : ""};
  auto const where = venue_cells(place);
  cells.insert(cells.begin() + 8, where.begin(), where.end());
  return cells;
}

}  // namespace

std::string organisations_csv_first_line() {
  return first_line(organisation_columns());
}

std::string organisations_csv_line(OrganisationRow const& row, Vocabulary const& vocabulary) {
  return csv_line(cells_of(row, vocabulary));
}

std::string write_organisations_csv(std::span<OrganisationRow const> rows, Vocabulary const& vocabulary) {
  return written_table(organisation_columns(), rows,
                       [&](auto const& row) { return cells_of(row, vocabulary); });
}

}  // namespace wegwijzer
