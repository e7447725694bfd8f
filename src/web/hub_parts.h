// SPDX-License-Identifier: EUPL-1.2
// The question box as its pages share it: a hub or a question in an address, and how both are shown.
#pragma once

#include "usecases/hub/known.h"
#include "web/talk_parts.h"

namespace wegwijzer::web {

struct HubBench {
  NetworkBench network;
  Hub hub;

  // "/workplace/delft/hubs/…"
  std::string path() const;
};

struct QuestionBench {
  HubBench at;
  HubQuestion question;
  bool is_keeper = false;  // of its hub

  // "/workplace/delft/questions/…"
  std::string path() const;
};

std::string hubs_path(NetworkBench const& bench);
std::string hub_path(NetworkBench const& bench, Id<Hub> hub);
std::string hub_question_path(NetworkBench const& bench, Id<HubQuestion> question);
std::string knowledge_path(NetworkBench const& bench, Id<KnowledgePage> page);

// Of the network in the address, for who may use its question box. Fail with "page.missing" or
// "account.may_not".
Result<HubBench> hub_bench(Desk const& desk, std::string const& slug, std::string const& hub);
// One that was put away is there for who keeps the hub only.
Result<QuestionBench> question_bench(Desk const& desk, std::string const& slug, std::string const& question);

bool may_keep_hub(Desk const& desk, Ecosystem const& ecosystem, Hub const& hub);

// "2 antwoorden", "nog geen antwoord"
std::string answers_phrase(View const& view, std::size_t count);
// A question in a list, with on whose behalf it was asked and how far it is.
Html question_item(View const& view, NetworkBench const& bench, HubQuestion const& question);
Html question_list(View const& view, NetworkBench const& bench, std::span<HubQuestion const> questions);
Html knowledge_item(View const& view, NetworkBench const& bench, KnowledgePage const& page);
// Pages and questions among each other.
Html known_list(View const& view, NetworkBench const& bench, std::vector<KnownThing> const& all);

// The keepers of the hub hear of a question that came to it, at most once an hour.
void tell_keepers(View const& view, Desk const& desk, NetworkBench const& bench, HubQuestion const& question);

}  // namespace wegwijzer::web
