// SPDX-License-Identifier: EUPL-1.2
#include "usecases/ecosystem/propose_steps.h"

#include <algorithm>
#include <set>

#include "base/check.h"
#include "opportunity/propose_steps.h"
#include "usecases/atlas/live.h"

namespace wegwijzer {

namespace {

OfferingPairs refused_steps(Reader& reader) {
  OfferingPairs refused;
  for (auto const& edge : records<StepEdge>(reader).all()) {
    if (edge.archived_on) refused.emplace(edge.from, edge.to);
  }
  return refused;
}

StepProposal in_words(Atlas const& atlas, ProposedStep const& step) {
  auto const& catalogue = atlas.catalogue();
  auto const& reason = step.reason;
  auto const theme = reason.new_theme ? reason.new_theme : reason.shared_theme;
  check(theme.has_value(), "a step by the definitions has a theme");
  return {.from = catalogue[step.from].id,
          .to = catalogue[step.to].id,
          .from_title = catalogue[step.from].title,
          .to_title = catalogue[step.to].title,
          .direction = step.direction,
          .later_stage = reason.later_stage,
          .theme = atlas.themes()[*theme].names.dutch,
          .same_place = catalogue[step.from].venue == catalogue[step.to].venue,
          .walk = std::chrono::ceil<Minutes>(step.walk)};
}

// What was decided or still waits, by which a proposal may come too late.
class Decided {
 public:
  explicit Decided(Reader& reader) {
    for (auto const& edge : records<StepEdge>(reader).all()) {
      between_.emplace(edge.from, edge.to);
      if (!edge.archived_on) directions_.emplace(edge.from, edge.direction);
    }
  }

  bool operator()(StepProposal const& one) const {
    return between_.contains({one.from, one.to}) || directions_.contains({one.from, one.direction});
  }

 private:
  OfferingPairs between_;
  std::set<std::pair<Id<Offering>, Direction>> directions_;
};

bool is_there(Writer& writer, Id<Offering> id) {
  auto const offering = writer.offerings().find(id);
  return offering && !offering->archived_on;
}

}  // namespace

Result<std::vector<StepProposal>> propose_steps(Store& store, Ecosystem const& ecosystem,
                                                std::shared_ptr<Vocabulary const> vocabulary, Date today,
                                                Progress const& progress) {
  auto const atlas = load_atlas_of(store, ecosystem, std::move(vocabulary));
  if (atlas->streets().empty()) return fail(Fault::missing, "streets.none");
  auto const refused = refused_steps(*store.reader(ecosystem));
  std::vector<StepProposal> proposals;
  auto const venues = atlas->catalogue().venues().size();
  for (std::size_t venue = 0; venue < venues; ++venue) {
    if (!progress(venue, venues)) return fail(Fault::unavailable, "propose.stopped");
    for (auto const& step : propose_steps(*atlas, Index<Venue>(venue), today, refused)) {
      proposals.push_back(in_words(*atlas, step));
    }
  }
  return proposals;
}

std::vector<StepEdge> keep_proposals(Writer& writer, std::vector<StepProposal> const& proposals,
                                     EvidenceOf const& evidence) {
  std::vector<StepEdge> kept;
  Decided const decided(writer);
  for (auto const& one : proposals) {
    if (decided(one) || !is_there(writer, one.from) || !is_there(writer, one.to)) continue;
    StepEdge edge;
    edge.id = writer.new_id<StepEdge>();
    edge.from = one.from, edge.to = one.to;
    edge.direction = one.direction;
    edge.proposed_by = Proposer::program;
    edge.evidence = evidence(one);
    auto saved = records<StepEdge>(writer).save(std::move(edge));
    check(saved.has_value(), "a new record is not kept");
    kept.push_back(*std::move(saved));
  }
  return kept;
}

}  // namespace wegwijzer
