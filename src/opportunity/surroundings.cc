// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/surroundings.h"

#include <algorithm>
#include <map>
#include <set>

namespace wegwijzer {

namespace {

bool is_read(ChannelKind kind) {
  return kind == ChannelKind::school || kind == ChannelKind::newsletter || kind == ChannelKind::platform ||
         kind == ChannelKind::flyer;
}

bool informs(Collaboration const& one) {
  return one.kind == CollaborationKind::works_together || one.kind == CollaborationKind::refers_to ||
         one.kind == CollaborationKind::hosts;
}

// How many pupils of each school live in an area.
using PupilsOfSchools = std::map<Index<Organisation>, double>;

class Gathering {
 public:
  Gathering(Atlas const& atlas, OpportunityParameters const& parameters,
            std::vector<std::vector<Index<Area>>> region)
      : atlas_(atlas),
        parameters_(parameters),
        areas_(atlas.areas()),
        catalogue_(atlas.catalogue()),
        network_(atlas.network()),
        region_(std::move(region)),
        channels_(areas_.all().size()),
        pupils_(areas_.all().size()),
        here_(catalogue_.organisations().size()),
        is_here_(here_.size(), false) {
    find_parts();
    spread_channels();
    count_pupils();
  }

  std::vector<KnownThere> known_in(std::size_t area) {
    for (auto const channel : channels_[area]) tell(channel);
    inform(pupils_[area]);
    std::ranges::sort(touched_);
    std::vector<KnownThere> known;
    for (auto const organisation : touched_) {
      known.push_back(here_[organisation.value()]);
      is_here_[organisation.value()] = false;
    }
    touched_.clear();
    return known;
  }

  KnownThere otherwise(Index<Organisation> organisation) const {
    auto const& channels = network_.of(catalogue_.ecosystem(organisation)).channels;
    bool const some_known = std::ranges::any_of(
        channels, [&](Index<Channel> channel) { return network_[channel].families.has_value(); });
    auto const untold = some_known ? 1 : 1 - parameters_.known_without_channels;
    return {organisation, untold, untold, 0, 0};
  }

 private:
  // All areas in each, itself too: children may live in any.
  void find_parts() {
    parts_.resize(areas_.all().size());
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      for (std::optional<Index<Area>> at(i); at; at = areas_.around(*at)) parts_[at->value()].emplace_back(i);
    }
  }

  void spread(Index<Channel> channel, Index<Area> area) {
    for (auto const part : parts_[area.value()]) channels_[part.value()].push_back(channel);
  }

  void spread_channels() {
    for (std::size_t ecosystem = 0; ecosystem < catalogue_.ecosystems().size(); ++ecosystem) {
      for (auto const channel : network_.of(Index<Ecosystem>(ecosystem)).channels) {
        auto const& codes = network_[channel].areas;
        if (codes.empty()) {
          for (auto const area : region_[ecosystem]) spread(channel, area);
        }
        for (auto const& code : codes) {
          if (auto const area = areas_.find(code)) spread(channel, *area);
        }
      }
    }
    // An area that is named twice, or lies in another that is named, is reached once.
    for (auto& channels : channels_) {
      std::ranges::sort(channels);
      auto const again = std::ranges::unique(channels);
      channels.erase(again.begin(), again.end());
    }
  }

  void count_pupils() {
    for (std::size_t i = 0; i < catalogue_.venues().size(); ++i) {
      auto const school = catalogue_.facts(Index<Venue>(i)).organisation;
      if (!school) continue;
      for (auto const& part : catalogue_.venues()[i].catchment) {
        if (auto const area = areas_.find(part.buurt)) pupils_[area->value()][*school] += part.pupils;
      }
    }
  }

  KnownThere& here(Index<Organisation> organisation) {
    auto const i = organisation.value();
    if (!is_here_[i]) {
      is_here_[i] = true;
      here_[i] = otherwise(organisation);
      touched_.push_back(organisation);
    }
    return here_[i];
  }

  void tell(Index<Channel> index) {
    auto const& channel = network_[index];
    if (!channel.families) return;  // how many it reaches is not known
    auto const families = channel.families->share();
    auto const others = is_read(channel.kind) ? families * parameters_.channels_in_other_language : families;
    for (auto const organisation : network_.links(index).lists) {
      auto& known = here(organisation);
      known.untold *= 1 - families;
      known.untold_in_other *= 1 - others;
    }
  }

  std::set<Index<Organisation>> known_to(Index<Organisation> school) const {
    std::set<Index<Organisation>> known;
    auto const& network = network_.of(school);
    for (auto const one : network.collaborations) {
      if (informs(network_[one])) known.insert(network_.links(one).partner_of(school));
    }
    for (auto const channel : network.runs) {
      auto const& lists = network_.links(channel).lists;
      known.insert(lists.begin(), lists.end());
    }
    return known;
  }

  void inform(PupilsOfSchools const& schools) {
    double all = 0;
    for (auto const& [school, pupils] : schools) all += pupils;
    if (all <= 0) return;
    for (auto const& [school, pupils] : schools) {
      auto const [known, is_new] = known_to_.try_emplace(school);
      if (is_new) known->second = known_to(school);
      bool const has_spotters = has_trained_spotters(catalogue_[school]);
      for (auto const organisation : known->second) {
        here(organisation).informed += pupils / all;
        if (has_spotters) here(organisation).by_spotters += pupils / all;
      }
    }
  }

  Atlas const& atlas_;
  OpportunityParameters const& parameters_;
  Areas const& areas_;
  Catalogue const& catalogue_;
  Network const& network_;
  std::vector<std::vector<Index<Area>>> region_;  // by ecosystem
  std::vector<std::vector<Index<Area>>> parts_;   // by area
  std::vector<std::vector<Index<Channel>>> channels_;
  std::vector<PupilsOfSchools> pupils_;
  std::map<Index<Organisation>, std::set<Index<Organisation>>> known_to_;  // by school
  std::vector<KnownThere> here_;
  std::vector<bool> is_here_;
  std::vector<Index<Organisation>> touched_;
};

// By ecosystem the largest areas in which it has a venue.
std::vector<std::vector<Index<Area>>> regions(Catalogue const& catalogue,
                                              std::vector<std::size_t> const& largest) {
  std::vector<std::set<std::size_t>> found(catalogue.ecosystems().size());
  for (std::size_t i = 0; i < catalogue.venues().size(); ++i) {
    auto const& facts = catalogue.facts(Index<Venue>(i));
    if (facts.area) found[facts.ecosystem.value()].insert(largest[facts.area->value()]);
  }
  std::vector<std::vector<Index<Area>>> regions(found.size());
  for (std::size_t i = 0; i < found.size(); ++i) {
    for (auto const area : found[i]) regions[i].emplace_back(area);
  }
  return regions;
}

Guides guides_in_network(Atlas const& atlas, Index<Organisation> organisation) {
  auto const& network = atlas.network();
  auto guides = Guides::none;
  for (auto const one : network.of(organisation).collaborations) {
    auto const& links = network.links(one);
    if (network[one].kind != CollaborationKind::refers_to || links.to != organisation) continue;
    if (has_trained_spotters(atlas.catalogue()[links.from])) return Guides::trained;
    guides = Guides::untrained;
  }
  return guides;
}

double teacher_points_on(KnownThere const& known, OpportunityParameters const& parameters) {
  auto const trained = std::max(parameters.teacher_informed, parameters.teacher_trained);
  return (known.informed - known.by_spotters) * parameters.teacher_informed + known.by_spotters * trained;
}

double guide_points_on(Guides guides, OpportunityParameters const& parameters) {
  if (guides == Guides::none) return 0;
  if (guides == Guides::untrained) return parameters.guide_refers;
  return std::max(parameters.guide_refers, parameters.guide_refers_trained);
}

}  // namespace

Surroundings::Surroundings(Atlas const& atlas, OpportunityParameters const& parameters) {
  auto const& catalogue = atlas.catalogue();
  auto const areas = atlas.areas().all().size();
  for (std::size_t i = 0; i < areas; ++i) largest_.push_back(atlas.areas().outermost(Index<Area>(i)).value());
  auto region = regions(catalogue, largest_);
  ecosystems_.resize(areas);
  for (std::size_t ecosystem = 0; ecosystem < region.size(); ++ecosystem) {
    for (auto const area : region[ecosystem]) ecosystems_[area.value()].emplace_back(ecosystem);
  }
  Gathering gathering(atlas, parameters, std::move(region));
  for (std::size_t i = 0; i < areas; ++i) known_.push_back(gathering.known_in(i));
  for (std::size_t i = 0; i < catalogue.organisations().size(); ++i) {
    Index<Organisation> const organisation(i);
    otherwise_.push_back(gathering.otherwise(organisation));
    guides_.push_back(guides_in_network(atlas, organisation));
  }
}

std::vector<Index<Ecosystem>> const& Surroundings::ecosystems(Index<Area> area) const {
  return ecosystems_[largest_[area.value()]];
}

double visibility(KnownThere const& known, bool in_own_area, ChildProfile const& child,
                  OpportunityParameters const& parameters) {
  auto const untold = child.language == HomeLanguage::dutch ? known.untold : known.untold_in_other;
  auto const unseen = in_own_area ? 1 - parameters.seen_in_passing : 1;
  return 1 - untold * unseen * (1 - parameters.found_by_searching);
}

double guidance(KnownThere const& known, Guides guides, ChildProfile const& child,
                OpportunityParameters const& parameters) {
  auto const parents = child.purse == Purse::little ? parameters.parents_little : parameters.parents_enough;
  auto const teacher = teacher_points_on(known, parameters);
  auto const guide = guide_points_on(guides, parameters);
  return 1 - (1 - parents) * (1 - teacher) * (1 - guide);
}

double support(double guidance, OpportunityParameters const& parameters) {
  return parameters.without_guide + (1 - parameters.without_guide) * guidance;
}

}  // namespace wegwijzer
