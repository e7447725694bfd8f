// SPDX-License-Identifier: EUPL-1.2
#include "usecases/workplace/waiting.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "base/words.h"
#include "usecases/workplace/steps.h"

namespace wegwijzer {

namespace {

bool has_all(std::string_view text, std::vector<FoldedWord> const& words) {
  auto const all = folded(text);
  return std::ranges::all_of(words, [&](FoldedWord const& word) { return all.find(word.text) != all.npos; });
}

// Counts while steps, organisations and offerings pass by once, in this order.
class Count {
 public:
  Count(Holidays const& holidays, std::string_view words, Date today)
      : holidays_(holidays), words_(folded_words(words)), today_(today) {}

  void add(StepEdge const& edge, Offering const& from, Offering const& to) {
    if (!edges_.insert(edge.id).second) return;
    lead_on_.insert(from.id);
    if (from.organisation == to.organisation) {
      if (!edge.agreed_by_from && !edge.agreed_by_to) ++proposals_[from.organisation];
      return;
    }
    if (!edge.agreed_by_from) ++proposals_[from.organisation];
    if (!edge.agreed_by_to) ++proposals_[to.organisation];
  }

  void add(Organisation const& organisation) {
    if (organisation.archived_on) return;
    place_.emplace(organisation.id, all_.size());
    all_.push_back({organisation.id, organisation.name, {}});
    named_.push_back(has_all(organisation.name, words_));
    auto const waits = proposals_.find(organisation.id);
    if (waits != proposals_.end()) all_.back().waiting.proposals = waits->second;
  }

  void add(Offering const& offering) {
    auto const place = place_.find(offering.organisation);
    if (place == place_.end() || offering.archived_on) return;
    auto& its = all_[place->second];
    note(its.waiting, needs_attention(offering, holidays_, lead_on_.contains(offering.id), today_));
    if (named_[place->second]) return;
    if (has_all(its.name + " " + offering.title, words_)) its.found.emplace_back(offering.id, offering.title);
  }

  std::vector<OrganisationAtWork> found() && {
    std::vector<OrganisationAtWork> found;
    for (std::size_t i = 0; i < all_.size(); ++i) {
      if (named_[i] || !all_[i].found.empty()) found.push_back(std::move(all_[i]));
    }
    return found;
  }

 private:
  static void note(Waiting& waiting, std::vector<Attention> const& what) {
    ++waiting.offerings;
    if (what.empty()) return;
    ++waiting.need_attention;
    if (!waiting.first || what.front() < *waiting.first) waiting.first = what.front(), waiting.with_first = 0;
    if (what.front() == waiting.first) ++waiting.with_first;
  }

  Holidays const& holidays_;
  std::vector<FoldedWord> words_;
  Date today_;
  std::unordered_set<Id<StepEdge>> edges_;
  std::unordered_set<Id<Offering>> lead_on_;
  std::unordered_map<Id<Organisation>, std::size_t> proposals_;
  std::vector<OrganisationAtWork> all_;
  std::vector<bool> named_;  // whether the name has the words
  std::unordered_map<Id<Organisation>, std::size_t> place_;
};

void add_steps(Count& count, Reader& reader, std::vector<Offering> const& offerings) {
  std::unordered_map<Id<Offering>, Offering const*> by_id;
  for (auto const& offering : offerings) {
    if (!offering.archived_on) by_id.emplace(offering.id, &offering);
  }
  for (auto const& edge : records<StepEdge>(reader).all()) {
    auto const from = by_id.find(edge.from), to = by_id.find(edge.to);
    if (edge.archived_on || from == by_id.end() || to == by_id.end()) continue;
    count.add(edge, *from->second, *to->second);
  }
}

}  // namespace

std::vector<OrganisationAtWork> organisations_at_work(Atlas const& atlas, Index<Ecosystem> ecosystem,
                                                      std::string_view words, Date today) {
  auto const& catalogue = atlas.catalogue();
  auto const& network = atlas.network();
  Count count(catalogue.holidays(ecosystem), words, today);
  for (auto const step : network.of(ecosystem).steps) {
    auto const& links = network.links(step);
    count.add(network[step], catalogue[links.from], catalogue[links.to]);
  }
  for (std::size_t i = 0; i < catalogue.organisations().size(); ++i) {
    Index<Organisation> const organisation(i);
    if (catalogue.ecosystem(organisation) != ecosystem) continue;
    count.add(catalogue[organisation]);
    for (auto const offering : catalogue.offerings_of(organisation)) count.add(catalogue[offering]);
  }
  return std::move(count).found();
}

std::vector<OrganisationAtWork> organisations_at_work(Reader& reader, Holidays const& holidays,
                                                      std::string_view words, Date today) {
  Count count(holidays, words, today);
  auto const offerings = reader.offerings().all();
  add_steps(count, reader, offerings);
  for (auto const& organisation : reader.organisations().all()) count.add(organisation);
  for (auto const& offering : offerings) count.add(offering);
  return std::move(count).found();
}

std::vector<OrganisationAtWork> organisations_at_work(Reader& reader,
                                                      std::vector<Id<Organisation>> const& organisations,
                                                      Holidays const& holidays, std::string_view words,
                                                      Date today) {
  Count count(holidays, words, today);
  for (auto const id : organisations) {
    for (auto const& step : own_steps(reader, id)) count.add(step.edge, step.from, step.to);
  }
  for (auto const id : organisations) {
    auto const organisation = reader.organisations().find(id);
    if (!organisation) continue;
    count.add(*organisation);
    for (auto const& offering : reader.offerings().with("organisation", text(id))) count.add(offering);
  }
  return std::move(count).found();
}

void sort_by_what_waits(std::vector<OrganisationAtWork>& all) {
  // By the folded name, made once: comparing would make it again and again.
  std::vector<std::pair<std::string, OrganisationAtWork>> named;
  named.reserve(all.size());
  for (auto& one : all) {
    auto name = folded(one.name);
    named.emplace_back(std::move(name), std::move(one));
  }
  std::ranges::sort(named, [](auto const& left, auto const& right) {
    auto const order = [](auto const& one) {
      auto const& waiting = one.second.waiting;
      return std::tuple(waiting.proposals == 0, !waiting.first, waiting.first,
                        -static_cast<std::int64_t>(waiting.with_first), std::string_view(one.first));
    };
    return order(left) < order(right);
  });
  std::ranges::transform(named, all.begin(), [](auto& one) { return std::move(one.second); });
}

bool has_words(std::string_view text, std::string_view words) {
  return has_all(text, folded_words(words));
}

}  // namespace wegwijzer
