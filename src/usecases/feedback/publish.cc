// SPDX-License-Identifier: EUPL-1.2
#include "usecases/feedback/publish.h"

#include <algorithm>
#include <map>

#include "base/check.h"
#include "base/words.h"
#include "exchange/offerings_csv.h"
#include "exchange/whole_file.h"
#include "usecases/feedback/answers.h"
#include "usecases/feedback/felt_welcome.h"

namespace wegwijzer {

namespace {

// Whose offering the rows speak of.
class FindingOfferings {
 public:
  explicit FindingOfferings(Reader& reader) {
    for (auto const& one : reader.organisations().all()) organisations_.emplace(folded(one.name), one.id);
    for (auto& one : reader.offerings().all()) {
      by_title_.emplace(std::pair(one.organisation, folded(one.title)), one.id);
      by_source_.emplace(one.source, one.id);
      offerings_.emplace(one.id, std::move(one));
    }
  }

  // By its number in the spreadsheet of offerings, else by its title.
  Result<Offering const*> find(FeedbackRow const& row) const {
    auto const [organisation, other] = organisations_.equal_range(folded(row.organisation));
    if (organisation == other) {
      return fail(Fault::missing, "import.organisation_unknown", {{"value", row.organisation}});
    }
    if (std::next(organisation) != other) {
      return fail(Fault::invalid, "import.organisation_of_several", {{"value", row.organisation}});
    }
    auto const source = offering_source(organisation->second, slug(row.offering));
    if (auto const found = by_source_.find(source); found != by_source_.end()) return known(found->second);
    auto const [first, last] = by_title_.equal_range(std::pair(organisation->second, folded(row.offering)));
    if (first == last) return fail(Fault::missing, "import.offering_unknown", {{"value", row.offering}});
    if (std::next(first) != last) {
      return fail(Fault::invalid, "import.offering_of_several", {{"value", row.offering}});
    }
    return known(first->second);
  }

 private:
  Offering const* known(Id<Offering> id) const { return &offerings_.at(id); }

  std::multimap<std::string, Id<Organisation>> organisations_;
  std::multimap<std::pair<Id<Organisation>, std::string>, Id<Offering>> by_title_;
  std::map<std::string, Id<Offering>> by_source_;
  std::map<Id<Offering>, Offering> offerings_;
};

// Small activities stand in for small ones: how many can come is public, how many came is not.
disclosure::Dimension by_organisation_and_offering(AskedChildren const& asked) {
  disclosure::Dimension dimension("offering");
  for (auto const& [organisation, offerings] : asked.answers) {
    std::int64_t places = 0;
    for (auto const& [offering, answers] : offerings) places += asked.places.at(offering);
    dimension.add(text(organisation), {}, places);
    for (auto const& [offering, answers] : offerings) {
      dimension.add(text(offering), text(organisation), asked.places.at(offering));
    }
  }
  return dimension;
}

disclosure::ChildTable table_of(AskedChildren const& asked) {
  disclosure::Dimension answer("answer");
  answer.add(answer_yes).add(answer_not_quite);
  disclosure::ChildTable table(disclosure::Classification({by_organisation_and_offering(asked), answer}),
                               activities_of_a_child);
  for (auto const& [organisation, offerings] : asked.answers) {
    for (auto const& [offering, answers] : offerings) {
      bool const added = table.add({text(offering), answer_yes}, answers.yes).has_value() &&
                         table.add({text(offering), answer_not_quite}, answers.not_quite).has_value();
      check(added, "each offering is a category of its own");
    }
  }
  return table;
}

class TakingFeedback {
 public:
  TakingFeedback(Reader& reader, FeedbackReport& report) : offerings_(reader), report_(report) {}

  void take(FeedbackRow const& row) {
    auto const offering = offerings_.find(row);
    if (!offering) {
      bool const whose = offering.error().key.starts_with("import.organisation_");
      report_.problems.push_back({row.line, whose ? "organisatie" : "activiteit", offering.error()});
      return;
    }
    if (!row.answers) {
      ++report_.not_asked;
      return;
    }
    auto const& one = **offering;
    auto const [seen, is_new] = lines_.emplace(one.id, row.line);
    if (!is_new) {
      report_.problems.push_back(
          {row.line,
           "activiteit",
           {Fault::conflict, "cell.feedback_twice", {{"line", std::to_string(seen->second)}}}});
      return;
    }
    ++report_.asked;
    asked_.answers[one.organisation][one.id] = *row.answers;
    asked_.places[one.id] = one.capacity.value_or(0);
  }

  AskedChildren const& asked() const { return asked_; }

 private:
  FindingOfferings offerings_;
  FeedbackReport& report_;
  std::map<Id<Offering>, std::size_t> lines_;
  AskedChildren asked_;
};

}  // namespace

Result<Import<FeedbackRow>> read_feedback(std::filesystem::path const& file) {
  return read_whole(file).and_then([](std::string const& bytes) { return read_feedback_csv(bytes); });
}

Result<disclosure::PublishedTable> publish_answers(AskedChildren const& asked, ReleaseName const& name,
                                                   disclosure::Press const& press) {
  return disclosure::publish(table_of(asked), name, disclosure::Audience::everyone, press);
}

Done answers_may_be_published(AskedChildren const& asked, ReleaseName const& name,
                              disclosure::Press const& press) {
  return disclosure::may_be_published(table_of(asked), name, disclosure::Audience::everyone, press);
}

Result<FeedbackReport> publish_feedback(Import<FeedbackRow> const& read, Publishing publishing,
                                        disclosure::Press const& press) {
  FeedbackReport report;
  report.problems = read.problems;
  auto reader = press.store.reader(press.ecosystem);
  TakingFeedback taking(*reader, report);
  for (auto const& row : read.rows) taking.take(row);
  if (!std::ranges::all_of(report.problems, &Problem::row_kept)) return report;
  report.outcome = Feedback::nobody_asked;
  if (report.asked == 0) return report;
  report.first = read.rows.front().first, report.last = read.rows.front().last;
  ReleaseName const name{feedback_subject, report.first, report.last};
  bool const there = disclosure::published(*reader, name, disclosure::Audience::everyone).has_value();
  report.outcome = there ? Feedback::published_before : Feedback::could_be;
  reader.reset();
  if (publishing == Publishing::not_yet) {
    return answers_may_be_published(taking.asked(), name, press).map([&] { return report; });
  }
  auto const table = publish_answers(taking.asked(), name, press);
  if (!table) return fail(table.error());
  if (report.outcome == Feedback::could_be) report.outcome = Feedback::published;
  report.shown = felt_welcome_in(*table).size();
  report.withheld_whole = table->withheld_whole();
  return report;
}

}  // namespace wegwijzer
