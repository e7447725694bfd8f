// SPDX-License-Identifier: EUPL-1.2
#include "print/pdf_catalog.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/check.h"

namespace wegwijzer::print {

namespace {

// What stands between the last `before` and the first `after` behind it. Cairo wrote this, nobody else.
std::string_view between(std::string_view pdf, std::string_view before, std::string_view after) {
  auto const at = pdf.rfind(before);
  check(at != pdf.npos, "Cairo ends a PDF with a trailer");
  auto const begin = at + before.size();
  auto const end = pdf.find(after, begin);
  check(end != pdf.npos, "Cairo closes what it opens");
  return pdf.substr(begin, end - begin);
}

bool is_tag(std::string_view language) {
  return !language.empty() && std::ranges::all_of(language, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  });
}

}  // namespace

std::string in_language(std::string pdf, std::string_view language) {
  check(is_tag(language), "a language is a tag such as nl or en");
  auto const trailer = std::string(between(pdf, "trailer\n<<", ">>"));
  auto const root = std::string(between(trailer, "/Root ", " 0 R"));
  auto const catalog = std::string(between(pdf, "\n" + root + " 0 obj\n<<", "endobj"));
  auto const xref_before = std::string(between(pdf, "startxref\n", "\n"));
  auto const object_at = pdf.size();
  pdf += fmt::format("{} 0 obj\n<< /Lang ({})\n   /ViewerPreferences << /DisplayDocTitle true >>{}endobj\n",
                     root, language, catalog);
  auto const xref_at = pdf.size();
  pdf += fmt::format("xref\n{} 1\n{:010} 00000 n \ntrailer\n<<{}   /Prev {}\n>>\nstartxref\n{}\n%%EOF\n",
                     root, object_at, trailer, xref_before, xref_at);
  return pdf;
}

}  // namespace wegwijzer::print
