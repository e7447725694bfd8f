// SPDX-License-Identifier: EUPL-1.2
// Inquiries as a spreadsheet has them (docs/manual/bestanden.md): one row is one question to one party, with
// the answer once it is there. A list of questions is such a file without answers.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/inquiry.h"
#include "domain/vocabulary.h"
#include "exchange/import.h"

namespace wegwijzer {

struct InquiryRow {
  std::size_t line = 0;
  std::string number;              // its own number, else what tells one question from another
  std::vector<std::string> areas;  // codes or names, as written; empty is everywhere
  std::string asked;               // an organisation by name, or empty
  bool answered = true;            // nothing is kept of a question that is still open
  Inquiry inquiry;                 // source inquiry_source(number); no id, areas or asked yet
};

std::string inquiry_source(std::string_view number);

// An area as a list of questions has it: "Hofbuurt (BU05031203)".
std::string said_area(Area const& area);

// The code that such a text ends with, or that it is.
std::optional<AreaCode> said_code(std::string_view text);

Result<Import<InquiryRow>> read_inquiries_csv(std::string_view bytes, Vocabulary const& vocabulary,
                                              Date today);

std::string write_inquiries_csv(std::span<InquiryRow const> rows, Vocabulary const& vocabulary);

}  // namespace wegwijzer
