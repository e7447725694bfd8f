// SPDX-License-Identifier: EUPL-1.2
#include "exchange/contacts_csv.h"

#include "exchange/table.h"

namespace wegwijzer {

std::string write_contacts_csv(std::vector<ContactRow> const& rows) {
  std::vector<Column> const columns{{"Organisatie"}, {"Naam"},      {"Functie"},  {"Laag"},
                                    {"Mail"},        {"Telefoon"},  {"Waarvoor"}, {"Toelichting"},
                                    {"Onderwerpen"}, {"Akkoord op"}};
  return written_table(columns, rows, [](ContactRow const& row) {
    return std::vector<std::string>{row.organisation, row.name,    row.function, row.layer,  row.email,
                                    row.phone,        row.turn_to, row.about,    row.themes, row.said_yes_on};
  });
}

}  // namespace wegwijzer
