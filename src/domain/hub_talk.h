// SPDX-License-Identifier: EUPL-1.2
// The question box of a hub: what partners ask, what others answer, and what became knowledge of the network.
// It is talk, not map: decisions/0063. Nothing in it is about one child.
#pragma once

#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "domain/choice.h"
#include "domain/hub.h"

namespace wegwijzer {

// The function of who writes; the codes are those of the roles of accounts.
enum class Voice {
  guide,
  provider_editor,
  organisation_owner,
  coordinator,
  policy_maker,
  ecosystem_owner,
  server_operator
};

template <>
inline constexpr std::array choices<Voice> = {std::pair{Voice::guide, "guide"},
                                              std::pair{Voice::provider_editor, "provider_editor"},
                                              std::pair{Voice::organisation_owner, "organisation_owner"},
                                              std::pair{Voice::coordinator, "coordinator"},
                                              std::pair{Voice::policy_maker, "policy_maker"},
                                              std::pair{Voice::ecosystem_owner, "ecosystem_owner"},
                                              std::pair{Voice::server_operator, "operator"}};

enum class QuestionState { open, answered, closed };

template <>
inline constexpr std::array choices<QuestionState> = {std::pair{QuestionState::open, "open"},
                                                      std::pair{QuestionState::answered, "answered"},
                                                      std::pair{QuestionState::closed, "closed"}};

// Who wrote it stands in the history only, so that it is nobody's any more when the account is erased.
struct HubQuestion : Record<HubQuestion> {
  Id<Hub> hub;
  std::string title;
  std::string details;
  std::optional<Id<Organisation>> organisation;  // on whose behalf; nothing: of the network
  Voice voice = Voice::guide;
  Date asked_on{};
  QuestionState state = QuestionState::open;
  bool operator==(HubQuestion const&) const = default;
};

struct HubAnswer : Record<HubAnswer> {
  Id<HubQuestion> question;
  std::string text;
  std::optional<Id<Organisation>> organisation;
  Voice voice = Voice::guide;
  Date answered_on{};
  bool operator==(HubAnswer const&) const = default;
};

// Confirmed as other records are: on which day somebody said that it is right.
struct KnowledgePage : Record<KnowledgePage> {
  Id<Hub> hub;
  std::string title;
  std::string text;
  std::vector<ThemeCode> themes;
  std::optional<Id<HubQuestion>> question;  // from which it was made
  bool is_public = false;                   // else only for the network
  bool operator==(KnowledgePage const&) const = default;
};

template <>
inline constexpr std::string_view record_name<HubQuestion> = "hub_question";
template <>
inline constexpr std::string_view record_plural<HubQuestion> = "hub_questions";
template <>
inline constexpr std::string_view record_name<HubAnswer> = "hub_answer";
template <>
inline constexpr std::string_view record_plural<HubAnswer> = "hub_answers";
template <>
inline constexpr std::string_view record_name<KnowledgePage> = "knowledge_page";
template <>
inline constexpr std::string_view record_plural<KnowledgePage> = "knowledge_pages";

template <>
inline constexpr auto fields<HubQuestion> = std::tuple{
    Field{"hub", &HubQuestion::hub},         Field{"title", &HubQuestion::title},
    Field{"details", &HubQuestion::details}, Field{"organisation", &HubQuestion::organisation},
    Field{"voice", &HubQuestion::voice},     Field{"asked_on", &HubQuestion::asked_on},
    Field{"state", &HubQuestion::state},
};

template <>
inline constexpr auto fields<HubAnswer> = std::tuple{
    Field{"question", &HubAnswer::question},         Field{"body", &HubAnswer::text},
    Field{"organisation", &HubAnswer::organisation}, Field{"voice", &HubAnswer::voice},
    Field{"answered_on", &HubAnswer::answered_on},
};

template <>
inline constexpr auto fields<KnowledgePage> = std::tuple{
    Field{"hub", &KnowledgePage::hub},           Field{"title", &KnowledgePage::title},
    Field{"body", &KnowledgePage::text},         Field{"themes", &KnowledgePage::themes},
    Field{"question", &KnowledgePage::question}, Field{"is_public", &KnowledgePage::is_public},
};

inline std::string const& name_of(HubQuestion const& question) {
  return question.title;
}

inline std::string const& name_of(HubAnswer const& answer) {
  return answer.text;
}

inline std::string const& name_of(KnowledgePage const& page) {
  return page.title;
}

// docs/parameters.md, assumptions.
inline constexpr std::chrono::days unanswered_for_long{14};
inline constexpr std::chrono::hours told_again_after{1};  // of one question by mail
inline constexpr std::size_t longest_talk_title = 150;    // letters
inline constexpr std::size_t longest_talk_text = 4000;    // letters
inline constexpr std::size_t longest_knowledge = 20000;   // letters

}  // namespace wegwijzer
