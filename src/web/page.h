// SPDX-License-Identifier: EUPL-1.2
// The frame around every page: head, way to the content, header, footer with "Klopt er iets niet?".
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "http/request.h"
#include "http/response.h"
#include "usecases/fact/find.h"
#include "web/view.h"

namespace wegwijzer::web {

struct Page {
  std::string title;
  Html body;
  // The path without language and query: what the language switch and a correction speak of.
  std::string path;
  int status = 200;
  // What the language switch keeps; empty when the page has none.
  OfferingQuery query{};
  FactQuery facts{};
  std::vector<std::pair<std::string, std::string>> also{};  // further fields of its address
  // Whose page it is: what is made up or comes from a report is told. Nothing: of all ecosystems together.
  std::optional<Index<Ecosystem>> ecosystem{};
  // By search engines. Answers to a question are not: there is no end to them.
  bool findable = true;
  bool for_staff = false;           // in Dutch and English only
  bool figures = false;             // it has bars, shades or wide tables, and so needs the sheet of those
  std::optional<JsonBlock> data{};  // what it is about, for other programs
};

http::Response show(View const& view, Page const& page);

// A page for what went wrong, with the sentence of the error.
http::Response show_error(View const& view, std::string const& path, Error const& error);

int status_of(Fault fault);

// Whose work the streets and figures are. What the program made up is nobody's.
std::string attribution_phrase(View const& view);

// A form field's error, a note or a warning, as a box that screen readers announce.
Html notice(char const* kind, Html const& content);

// A file that a spreadsheet opens.
http::Response spreadsheet(std::string csv, std::string const& name);

}  // namespace wegwijzer::web
