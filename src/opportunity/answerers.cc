// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/answerers.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

namespace wegwijzer {

namespace {

// docs/parameters.md, "Who can be asked".
constexpr AgeRange primary_school_ages{4, 12};
constexpr int pupils_to_know_a_buurt = 10;

struct SectorRule {
  Sector sector = Sector::other;
  // With a venue of such a kind it meets all children of a neighbourhood: it knows all there is there.
  std::array<std::string_view, 2> meets_all_at{};
  std::array<std::string_view, 3> themes{};
  AgeRange ages{youngest_asked, oldest_asked};
};

constexpr std::array sector_rules{
    SectorRule{.sector = Sector::education, .meets_all_at = {"school"}, .ages = primary_school_ages},
    SectorRule{.sector = Sector::childcare, .meets_all_at = {"childcare"}, .ages = primary_school_ages},
    SectorRule{.sector = Sector::welfare,
               .meets_all_at = {"community-centre", "youth-centre"},
               .themes = {"social"}},
    SectorRule{.sector = Sector::library, .themes = {"language", "media", "culture"}},
    SectorRule{.sector = Sector::museum, .themes = {"culture", "science", "nature"}},
    SectorRule{.sector = Sector::heritage, .themes = {"culture"}},
    SectorRule{.sector = Sector::culture, .themes = {"culture", "media"}},
    SectorRule{.sector = Sector::sport, .themes = {"sport"}},
    SectorRule{.sector = Sector::nature, .themes = {"nature", "sustainability"}},
    SectorRule{.sector = Sector::technology, .themes = {"science", "technology", "making"}},
    SectorRule{.sector = Sector::government, .themes = {"social", "sustainability"}},
    SectorRule{.sector = Sector::business, .themes = {"technology", "making"}},
    SectorRule{.sector = Sector::higher_education, .themes = {"science", "technology"}},
    SectorRule{.sector = Sector::other}};

SectorRule const& rule_for(Sector sector) {
  return *std::ranges::find(sector_rules, sector, &SectorRule::sector);
}

bool is_network_partner(Organisation const& organisation) {
  return std::ranges::find(organisation.roles, Role::network_partner) != organisation.roles.end();
}

bool meets_all_children(Catalogue const& catalogue, Venue const& venue, Index<Organisation> whose) {
  auto const& kinds = rule_for(catalogue[whose].sector).meets_all_at;
  auto const& kind = venue.kind.text();
  return !kind.empty() && std::ranges::find(kinds, kind) != kinds.end();
}

class FindingAnswerers {
 public:
  FindingAnswerers(Atlas const& atlas, Index<Ecosystem> ecosystem, Completeness const& known)
      : atlas_(atlas), ecosystem_(ecosystem), known_(known), number_at_(atlas.areas().all().size(), nowhere) {
    for (std::size_t i = 0; i < known.buurten().size(); ++i) number_at_[known.buurten()[i].area.value()] = i;
  }

  std::vector<Answerer> all() {
    find_places();
    std::vector<Answerer> found;
    auto const& catalogue = atlas_.catalogue();
    for (std::size_t i = 0; i < catalogue.organisations().size(); ++i) {
      Index<Organisation> const index(i);
      if (catalogue.ecosystem(index) != ecosystem_) continue;
      auto answerer = answerer_of(index);
      if (!answerer.themes.empty() && !answerer.buurten.empty()) found.push_back(std::move(answerer));
    }
    return found;
  }

 private:
  static constexpr std::size_t nowhere = ~std::size_t{0};

  std::size_t number_of(std::optional<Index<Area>> area) const {
    return area ? number_at_[area->value()] : nowhere;
  }

  // The buurten in which organisations are or do something, and those that their pupils come from.
  void find_places() {
    auto const& catalogue = atlas_.catalogue();
    is_in_.resize(catalogue.organisations().size());
    pupils_from_.resize(catalogue.organisations().size());
    meets_all_.resize(catalogue.organisations().size());
    for (std::size_t i = 0; i < catalogue.venues().size(); ++i) {
      auto const& facts = catalogue.facts(Index<Venue>(i));
      if (facts.ecosystem != ecosystem_) continue;
      auto const buurt = number_of(facts.area);
      for (auto const offering : facts.offerings) {
        is_in_[catalogue.facts(offering).organisation.value()].insert(buurt);
      }
      if (!facts.organisation) continue;
      is_in_[facts.organisation->value()].insert(buurt);
      if (meets_all_children(catalogue, catalogue.venues()[i], *facts.organisation)) {
        meets_all_[facts.organisation->value()] = true;
      }
      for (auto const& part : catalogue.venues()[i].catchment) {
        auto const from = number_of(atlas_.areas().find(part.buurt));
        if (part.pupils >= pupils_to_know_a_buurt) pupils_from_[facts.organisation->value()].insert(from);
      }
    }
    for (auto& places : is_in_) places.erase(nowhere);
    for (auto& places : pupils_from_) places.erase(nowhere);
  }

  Answerer answerer_of(Index<Organisation> index) const {
    auto const& organisation = atlas_.catalogue()[index];
    auto const& rule = rule_for(organisation.sector);
    return {index, themes_of(index, rule), buurten_of(index), bits_of(rule.ages)};
  }

  ThemeSet below_all(SectorRule const& rule) const {
    ThemeSet all;
    for (auto const text : rule.themes) {
      auto const code = ThemeCode::parse(text);
      auto const theme = code ? atlas_.themes().find(*code) : std::nullopt;
      if (theme) all |= atlas_.themes().below(*theme);
    }
    return all;
  }

  std::vector<std::size_t> themes_of(Index<Organisation> index, SectorRule const& rule) const {
    ThemeSet own;
    for (auto const offering : atlas_.catalogue().offerings_of(index)) {
      own |= atlas_.catalogue().facts(offering).themes;
    }
    auto const sector = below_all(rule);
    std::vector<std::size_t> themes;
    for (std::size_t i = 0; i < known_.themes().size(); ++i) {
      auto const theme = known_.themes()[i];
      bool const of_sector = meets_all_[index.value()] || sector.test(theme.value());
      if (of_sector || (own & atlas_.themes().below(theme)).any()) themes.push_back(i);
    }
    return themes;
  }

  // Who guides others in one subject knows it everywhere; who meets all children of a neighbourhood knows
  // that neighbourhood.
  std::vector<std::size_t> buurten_of(Index<Organisation> index) const {
    bool const everywhere = !meets_all_[index.value()] && is_network_partner(atlas_.catalogue()[index]);
    std::set<std::size_t> wijken;
    for (auto const buurt : is_in_[index.value()]) wijken.insert(known_.buurten()[buurt].wijk);
    std::vector<std::size_t> buurten;
    for (std::size_t i = 0; i < known_.buurten().size(); ++i) {
      if (everywhere || wijken.contains(known_.buurten()[i].wijk) ||
          pupils_from_[index.value()].contains(i)) {
        buurten.push_back(i);
      }
    }
    return buurten;
  }

  Atlas const& atlas_;
  Index<Ecosystem> ecosystem_;
  Completeness const& known_;
  std::vector<std::size_t> number_at_;        // of buurten by area
  std::vector<std::set<std::size_t>> is_in_;  // buurten by organisation
  std::vector<std::set<std::size_t>> pupils_from_;
  std::vector<bool> meets_all_;
};

}  // namespace

std::vector<Answerer> answerers_of(Atlas const& atlas, Index<Ecosystem> ecosystem,
                                   Completeness const& known) {
  return FindingAnswerers(atlas, ecosystem, known).all();
}

}  // namespace wegwijzer
