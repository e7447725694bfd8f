// SPDX-License-Identifier: EUPL-1.2
#include "web/hub_parts.h"

#include <algorithm>

#include "web/phrases.h"

namespace wegwijzer::web {

namespace {

using accounts::Action;

tl::unexpected<Error> nowhere() {
  return fail(Fault::missing, "page.missing");
}

template <class Thing>
Result<Thing> in_address(Reader& reader, std::string const& id) {
  auto const parsed = Id<Thing>::parse(id);
  auto found = parsed ? records<Thing>(reader).find(*parsed) : fail(Fault::missing, "page.missing");
  if (!found) return nowhere();
  return found;
}

}  // namespace

std::string HubBench::path() const {
  return hub_path(network, hub.id);
}

std::string QuestionBench::path() const {
  return hub_question_path(at.network, question.id);
}

std::string hubs_path(NetworkBench const& bench) {
  return bench.path() + "/hubs";
}

std::string hub_path(NetworkBench const& bench, Id<Hub> hub) {
  return hubs_path(bench) + "/" + text(hub);
}

std::string hub_question_path(NetworkBench const& bench, Id<HubQuestion> question) {
  return bench.path() + "/questions/" + text(question);
}

std::string knowledge_path(NetworkBench const& bench, Id<KnowledgePage> page) {
  return bench.path() + "/knowledge/" + text(page);
}

Result<HubBench> hub_bench(Desk const& desk, std::string const& slug, std::string const& id) {
  auto network = network_bench(desk, slug, Action::use_question_box);
  if (!network) return fail(network.error());
  auto hub = in_address<Hub>(*network->reader, id);
  if (!hub || hub->archived_on) return nowhere();
  return HubBench{*std::move(network), *std::move(hub)};
}

Result<QuestionBench> question_bench(Desk const& desk, std::string const& slug, std::string const& id) {
  auto network = network_bench(desk, slug, Action::use_question_box);
  if (!network) return fail(network.error());
  auto question = in_address<HubQuestion>(*network->reader, id);
  if (!question) return nowhere();
  auto hub = records<Hub>(*network->reader).find(question->hub);
  if (!hub) return nowhere();
  bool const keeps = may_keep_hub(desk, network->ecosystem, *hub);
  if (question->archived_on && !keeps) return nowhere();
  return QuestionBench{{*std::move(network), *std::move(hub)}, *std::move(question), keeps};
}

bool may_keep_hub(Desk const& desk, Ecosystem const& ecosystem, Hub const& hub) {
  return may(desk.asker(), Action::keep_hub, {ecosystem.id, hub.organisation});
}

std::string answers_phrase(View const& view, std::size_t count) {
  return count == 0 ? view.language("work_hub.no_answer")
                    : view.language.count("work_hub.answers", static_cast<int>(count));
}

Html question_item(View const& view, NetworkBench const& bench, HubQuestion const& question) {
  auto const& t = view.language;
  auto const answers = answers_to(*bench.reader, question.id).size();
  auto line = on_behalf_of(view, *bench.reader, question.organisation) + " · " +
              date_phrase(t, question.asked_on) + " · " + answers_phrase(view, answers);
  if (question.state != QuestionState::open)
    line += " · " + choice_phrase(t, "work_hub.state_", question.state);
  return html(R"(<li><a href="{}">{}</a><p class="hint">{}</p></li>)",
              view.page(hub_question_path(bench, question.id)), question.title, line);
}

Html question_list(View const& view, NetworkBench const& bench, std::span<HubQuestion const> questions) {
  return html(R"(<ul class="talk">{}</ul>)",
              each(questions, [&](HubQuestion const& one) { return question_item(view, bench, one); }));
}

Html knowledge_item(View const& view, NetworkBench const& bench, KnowledgePage const& page) {
  return html(R"(<li><a href="{}">{}</a><p class="hint">{}</p></li>)",
              view.page(knowledge_path(bench, page.id)), page.title,
              view.language(page.is_public ? "work_hub.knowledge_public" : "work_hub.knowledge_network"));
}

Html known_list(View const& view, NetworkBench const& bench, std::vector<KnownThing> const& all) {
  return html(R"(<ul class="talk">{}</ul>)", each(all, [&](KnownThing const& one) {
                if (auto const* const page = std::get_if<KnowledgePage>(&one)) {
                  return knowledge_item(view, bench, *page);
                }
                return question_item(view, bench, std::get<HubQuestion>(one));
              }));
}

void tell_keepers(View const& view, Desk const& desk, NetworkBench const& bench,
                  HubQuestion const& question) {
  auto const reader = desk.store.reader(bench.ecosystem);
  auto const hub = records<Hub>(*reader).find(question.hub);
  if (!hub || !is_to_be_told(came_to_its_hub(*reader, question), told_again_after)) return;
  auto const to = receivers_of(*desk.store.accounts(), bench.ecosystem, *hub, view.languages.first().tag());
  send_talk_mail(desk, accounts::MailKind::hub_question, to,
                 {bench.ecosystem.slug, text(question.id), question.title, hub->name});
}

}  // namespace wegwijzer::web
