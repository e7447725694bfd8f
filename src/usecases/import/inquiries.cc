// SPDX-License-Identifier: EUPL-1.2
#include "usecases/import/inquiries.h"

#include <map>
#include <set>

#include "base/words.h"

namespace wegwijzer {

namespace {

class InquiredAreas {
 public:
  explicit InquiredAreas(Writer& writer) {
    for (auto const& area : writer.ground().areas()) {
      codes_.insert(area.code);
      by_name_[folded(area.name)].push_back(area.code.text());
    }
  }

  Result<AreaCode> find(std::string const& text) const {
    auto const code = said_code(text);
    if (code && codes_.contains(*code)) return *code;
    auto const named = by_name_.find(folded(text));
    if (code || named == by_name_.end()) {
      return fail(Fault::missing, "import.area_unknown", {{"value", text}});
    }
    if (named->second.size() == 1) return AreaCode::parse(named->second.front());
    return fail(Fault::invalid, "import.area_of_several",
                {{"value", text}, {"codes", joined(some_of(named->second), ", ")}});
  }

 private:
  static std::vector<std::string> some_of(std::vector<std::string> codes) {
    constexpr std::size_t most = 5;
    if (codes.size() > most) codes.resize(most), codes.emplace_back("…");
    return codes;
  }

  std::set<AreaCode> codes_;
  std::map<std::string, std::vector<std::string>> by_name_;
};

class TakingInquiries {
 public:
  TakingInquiries(Writer& writer, ImportReport& report) : writer_(writer), report_(report), areas_(writer) {
    for (auto const& organisation : writer.organisations().all()) {
      organisations_.emplace(folded(organisation.name), organisation.id);
    }
  }

  // Nothing when something in the row is not known, which the report then tells.
  std::optional<Inquiry> inquiry_of(InquiryRow const& row) {
    auto inquiry = row.inquiry;
    bool known = true;
    for (auto const& area : row.areas) {
      auto const code = areas_.find(area);
      if (code) {
        inquiry.areas.push_back(*code);
      } else {
        report_.problems.push_back({row.line, "gebieden", code.error()});
        known = false;
      }
    }
    if (row.asked.empty()) return known ? std::optional(inquiry) : std::nullopt;
    auto const asked = organisations_.find(folded(row.asked));
    if (asked == organisations_.end()) {
      report_.problems.push_back({row.line,
                                  "gevraagd aan",
                                  {Fault::missing, "import.organisation_unknown", {{"value", row.asked}}}});
      return std::nullopt;
    }
    inquiry.asked = asked->second;
    return known ? std::optional(inquiry) : std::nullopt;
  }

  Done keep(Inquiry inquiry) {
    auto const merged = merge_from_source(writer_, std::move(inquiry));
    if (!merged) return fail(merged.error());
    report_.count(*merged);
    return {};
  }

 private:
  Writer& writer_;
  ImportReport& report_;
  InquiredAreas areas_;
  std::map<std::string, Id<Organisation>> organisations_;
};

}  // namespace

Done import_inquiries(Writer& writer, std::vector<InquiryRow> const& rows, ImportReport& report) {
  TakingInquiries taking(writer, report);
  std::size_t open = 0;
  for (auto const& row : rows) {
    if (!row.answered) {
      ++open;
      continue;
    }
    auto inquiry = taking.inquiry_of(row);
    if (!inquiry) continue;
    if (auto const kept = taking.keep(*std::move(inquiry)); !kept) return kept;
  }
  if (open > 0) report.counts.emplace_back("open_questions", open);
  return {};
}

}  // namespace wegwijzer
