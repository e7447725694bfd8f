// SPDX-License-Identifier: EUPL-1.2
#include "usecases/demo/talk.h"

#include <algorithm>

#include "base/check.h"
#include "usecases/hub/talk.h"
#include "usecases/notice/board.h"

namespace wegwijzer {

namespace {

using std::chrono::days;

struct MadeUpHub {
  char const* name;
  std::vector<Sector> carried_by;  // the first sector of which there is an organisation
  std::vector<char const*> themes;
  char const* about;
};

std::vector<MadeUpHub> const& made_up_hubs() {
  static std::vector<MadeUpHub> const hubs{
      {"Hub natuur en duurzaamheid",
       {Sector::nature, Sector::museum},
       {"nature"},
       "Vraag ons naar natuurlessen, schooltuinen en excursies. We weten wie in de stad wat doet."},
      {"Hub wetenschap en techniek",
       {Sector::technology, Sector::library, Sector::education},
       {"technology"},
       "Voor alles over maken, onderzoeken en techniek: leskisten, workshops en mensen voor de klas."},
      {"Hub kunst en cultuur",
       {Sector::culture, Sector::museum, Sector::library},
       {"culture"},
       "We helpen je aan kunstenaars, theater en muziek voor kinderen."}};
  return hubs;
}

struct MadeUpAnswer {
  std::size_t by;  // which of the organisations, counted round
  char const* text;
};

struct MadeUpQuestion {
  std::size_t hub;
  int days_ago;
  char const* title;
  char const* details;
  std::vector<MadeUpAnswer> answers;
  bool is_answered = false;
  bool is_knowledge = false;
};

std::vector<MadeUpQuestion> const& made_up_questions() {
  static std::vector<MadeUpQuestion> const questions{
      {0,
       40,
       "Wie heeft een leskist over bijen?",
       "We willen in het voorjaar met vier groepen aan de slag.",
       {{3,
         "Wij hebben er twee. Je leent ze gratis.\n\n- Vraag de kist drie weken van tevoren aan.\n- Haal de "
         "kist op maandag op en breng haar op vrijdag terug.\n- Er zit een handleiding bij."},
        {5, "In april en mei is er veel vraag naar. Vraag dus op tijd."}},
       true,
       true},
      {0, 20, "Waar kunnen we met regen naartoe?", "Onze buitenles gaat niet altijd door.", {}},
      {1,
       6,
       "Hoe krijg je iemand uit een bedrijf voor de klas?",
       "",
       {{7, "Vraag het ons. We hebben een lijst van bedrijven die graag meedoen."}}},
      {2, 3, "Wie leert ons een voorstelling te maken met een groep?", "", {}}};
  return questions;
}

struct MadeUpNotice {
  NoticeSide side;
  NoticeWhat what;
  char const* title;
  char const* text;
  std::vector<char const*> themes;
  std::size_t by;
  int days_to_go;
};

std::vector<MadeUpNotice> const& made_up_notices() {
  static std::vector<MadeUpNotice> const notices{
      {NoticeSide::asked,
       NoticeWhat::room,
       "Een ruimte met water op woensdagmiddag",
       "We geven proefjes aan groepen van twaalf kinderen.",
       {"technology"},
       2,
       45},
      {NoticeSide::offered,
       NoticeWhat::room,
       "Ons lokaal staat woensdag leeg",
       "Er is een keuken en ruimte voor twintig kinderen.",
       {},
       4,
       60},
      {NoticeSide::offered, NoticeWhat::lesson, "Een gastles over dieren in de buurt", "", {"nature"}, 6, 30},
      {NoticeSide::asked,
       NoticeWhat::people,
       "Twee vrijwilligers voor de techniekdag",
       "Op zaterdag van tien tot vier.",
       {"technology"},
       8,
       5},
      {NoticeSide::offered, NoticeWhat::materials, "Tien microscopen te leen", "", {"nature"}, 1, 90}};
  return notices;
}

std::vector<ThemeCode> codes_of(std::vector<char const*> const& themes) {
  std::vector<ThemeCode> codes;
  for (auto const* const theme : themes) codes.push_back(*ThemeCode::parse(theme));
  return codes;
}

template <class Thing>
Thing kept(Result<Thing> made) {
  check(made.has_value(), "what partners of a demo say can be kept");
  return *std::move(made);
}

class Talking {
 public:
  Talking(Writer& writer, Date today)
      : writer_(writer), today_(today), organisations_(writer.organisations().all()) {}

  void run() {
    if (organisations_.empty()) return;
    for (auto const& hub : made_up_hubs()) open(hub);
    for (auto const& question : made_up_questions()) ask(question);
    for (auto const& notice : made_up_notices()) place(notice);
  }

 private:
  Organisation const& nth(std::size_t number) const { return organisations_[number % organisations_.size()]; }

  Organisation const& carrier(MadeUpHub const& hub) const {
    for (auto const sector : hub.carried_by) {
      auto const found = std::ranges::find(organisations_, sector, &Organisation::sector);
      if (found != organisations_.end()) return *found;
    }
    return organisations_.front();
  }

  void open(MadeUpHub const& made_up) {
    Hub hub;
    hub.id = writer_.new_id<Hub>();
    hub.name = made_up.name, hub.about = made_up.about;
    auto const& carries = carrier(made_up);
    hub.organisation = carries.id, hub.email = carries.email;
    hub.themes = codes_of(made_up.themes);
    hub.confirmed_on = today_;
    hubs_.push_back(kept(records<Hub>(writer_).save(std::move(hub))).id);
  }

  void ask(MadeUpQuestion const& made_up) {
    auto const day = today_ - days(made_up.days_ago);
    auto const question = kept(ask_hub(writer_, hubs_[made_up.hub], {made_up.title, made_up.details},
                                       {nth(made_up.hub).id, Voice::guide}, day));
    std::vector<HubAnswer> answers;
    for (auto const& answer : made_up.answers) {
      answers.push_back(kept(answer_hub_question(
          writer_, question.id, answer.text, {nth(answer.by).id, Voice::provider_editor}, day + days(2))));
    }
    if (made_up.is_knowledge) {
      auto written = knowledge_from(question, answers);
      written.themes = codes_of(made_up_hubs()[made_up.hub].themes), written.is_public = true;
      kept(make_knowledge(writer_, question, written, day + days(5)));
    } else if (made_up.is_answered) {
      kept(set_question_state(writer_, question.id, QuestionState::answered, question.version));
    }
  }

  void place(MadeUpNotice const& made_up) {
    kept(place_notice(writer_,
                      {made_up.side, made_up.what, made_up.title, made_up.text, nth(made_up.by).id,
                       codes_of(made_up.themes), today_ + days(made_up.days_to_go)},
                      today_));
  }

  Writer& writer_;
  Date today_;
  std::vector<Organisation> organisations_;
  std::vector<Id<Hub>> hubs_;
};

}  // namespace

void let_partners_talk(Writer& writer, Date today) {
  Talking(writer, today).run();
}

}  // namespace wegwijzer
