// SPDX-License-Identifier: EUPL-1.2
// Who works for many organisations wants to see first where something waits: how much each offers, what of it
// needs attention, and which proposals of others wait for its yes.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "atlas/atlas.h"
#include "ports/store.h"
#include "usecases/workplace/attention.h"

namespace wegwijzer {

struct Waiting {
  std::size_t offerings = 0;
  std::size_t need_attention = 0;    // of the offerings
  std::size_t proposals = 0;         // next steps that wait for its yes
  std::optional<Attention> first{};  // what matters most to a child
  std::size_t with_first = 0;        // offerings for which it does
  bool operator==(Waiting const&) const = default;
};

struct OrganisationAtWork {
  Id<Organisation> id;
  std::string name;
  Waiting waiting;
  std::vector<std::pair<Id<Offering>, std::string>> found{};  // by their title, where its name did not say it
  bool operator==(OrganisationAtWork const&) const = default;
};

// Those whose name, or an offering of which, has all the words that are looked for; none for all. In the
// order of their records. The atlas answers for ecosystems that are public, the store for the others.
std::vector<OrganisationAtWork> organisations_at_work(Atlas const& atlas, Index<Ecosystem> ecosystem,
                                                      std::string_view words, Date today);
std::vector<OrganisationAtWork> organisations_at_work(Reader& reader, Holidays const& holidays,
                                                      std::string_view words, Date today);
// Only of these.
std::vector<OrganisationAtWork> organisations_at_work(Reader& reader,
                                                      std::vector<Id<Organisation>> const& organisations,
                                                      Holidays const& holidays, std::string_view words,
                                                      Date today);

// Somebody who waits for an answer comes first, then what matters most to a child, then the name.
void sort_by_what_waits(std::vector<OrganisationAtWork>& all);

// Whether all the words are in the text, however they are written.
bool has_words(std::string_view text, std::string_view words);

}  // namespace wegwijzer
