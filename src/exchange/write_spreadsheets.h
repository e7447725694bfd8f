// SPDX-License-Identifier: EUPL-1.2
// Organisations, offerings and inquiries as the three spreadsheets that `wegwijzer import` reads
// (docs/manual/bestanden.md), the rows of the first two written when they are made. Reading gives every field
// back that the format has a column for.
//
// A record is numbered as the spreadsheet numbered it from which it came, else by its id. An organisation's
// row has its first venue. An offering's row has its venue with address and position, also that of another
// organisation. Further venues of one organisation that share a name have their address put behind it, or a
// number, since the import knows a venue by that name.
//
// What the format cannot say:
// - sources, versions, and what is archived: that is left out, and so are offerings of archived organisations
// and what these were asked;
// - an inquiry without the day of its answer, which would be an open question: that is left out too;
// - two organisations of one name: then the writers fail;
// - of a venue its website, phone, pupils, catchment and when it was confirmed; of one that stands only with
// an
//   offering also its kind, wheelchair and whose it is; a venue without a name gets its street or owner's;
// - venues without organisation or offering;
// - an organisation without roles (comes back as a provider) and the order of roles;
// - a function of the green or orange layer with a comma or semicolon in it;
// - blanks around a text and repeated words in a list.
// What the readers refuse in anybody's file they refuse in this one: texts that are too long (cells.h),
// links, phones, postcodes and days that are none, a file above CsvLimits.
#pragma once

#include <ostream>
#include <span>

#include "domain/area.h"
#include "domain/inquiry.h"
#include "domain/offering.h"
#include "domain/vocabulary.h"

namespace wegwijzer {

// Fail with "export.organisation_twice" before anything is written. Every organisation and venue that a
// record speaks of is among those given.
Done write_organisations_spreadsheet(std::ostream& out, std::span<Organisation const> organisations,
                                     std::span<Venue const> venues, Vocabulary const& vocabulary);
Done write_offerings_spreadsheet(std::ostream& out, std::span<Offering const> offerings,
                                 std::span<Organisation const> organisations, std::span<Venue const> venues,
                                 Vocabulary const& vocabulary);

// Areas that are not among those given stand there by their code alone.
Done write_inquiries_spreadsheet(std::ostream& out, std::span<Inquiry const> inquiries,
                                 std::span<Organisation const> organisations, std::span<Area const> areas,
                                 Vocabulary const& vocabulary);

}  // namespace wegwijzer
