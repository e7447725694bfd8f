// SPDX-License-Identifier: EUPL-1.2
// Whom can we ask what? The shortest list of questions that would complete the map, to print and tick off,
// and as a spreadsheet to fill in and read back.
#include "opportunity/questions.h"

#include <algorithm>

#include "exchange/inquiries_csv.h"
#include "web/completeness_parts.h"
#include "web/handlers.h"
#include "web/network_parts.h"
#include "web/page.h"
#include "web/parts.h"
#include "web/phrases.h"

namespace wegwijzer::web::pages {

namespace {

Html area_names(View const& view, std::vector<Index<Area>> const& areas) {
  Html out;
  for (std::size_t i = 0; i < areas.size(); ++i) {
    if (i > 0) out += html("{}", view.language(separator_key(i, areas.size())));
    out += proper_name(view, view.atlas.areas()[areas[i]].name);
  }
  return out;
}

// Themes of which the same is asked are asked about together.
struct Breath {
  ThemeSet themes;
  Question const* question;
};

std::vector<Breath> in_one_breath(std::vector<Question> const& questions) {
  std::vector<Breath> breaths;
  for (auto const& question : questions) {
    auto const same = std::ranges::find_if(breaths, [&](Breath const& breath) {
      return breath.question->areas == question.areas && breath.question->ages == question.ages;
    });
    auto& breath = same != breaths.end() ? *same : breaths.emplace_back(Breath{{}, &question});
    breath.themes.set(question.theme.value());
  }
  return breaths;
}

Html question_items(View const& view, std::vector<Question> const& questions) {
  return each(in_one_breath(questions), [&](Breath const& breath) {
    return html(R"(<li><strong>{}</strong> {} {}{}{}</li>)", themes_phrase(view, breath.themes),
                view.language("questions.in"), area_names(view, breath.question->areas),
                view.language("list.separator"), ages_phrase(view.language, breath.question->ages));
  });
}

Html contact(Organisation const& organisation) {
  auto const phone =
      organisation.phone.empty()
          ? Html()
          : html(R"( <a href="{}" dir="ltr">{}</a>)", Url::telephone(organisation.phone), organisation.phone);
  return organisation.email.empty() ? phone
                                    : phone + html(R"( <a href="{}" dir="ltr">{}</a>)",
                                                   Url::mail(organisation.email), organisation.email);
}

Html to_organisation(View const& view, QuestionsTo const& to) {
  auto const& t = view.language;
  auto const& organisation = view.atlas.catalogue()[to.organisation];
  return html(R"(<li><h3>{}</h3><p class="by">{}{}</p><ul class="todo">{}</ul></li>)",
              organisation_link(view, to.organisation),
              t("questions.cells", {{"count", number_phrase(t, to.cells)}}), contact(organisation),
              question_items(view, to.questions));
}

std::string how_short(Language const& t, QuestionList const& list) {
  return list.shortest() ? t("questions.shortest")
                         : t("questions.maybe_fewer", {{"least", std::to_string(list.at_least)}});
}

Html asked_list(View const& view, QuestionList const& list) {
  auto const& t = view.language;
  if (list.to.empty()) return html("<p>{}</p>", t("questions.nothing"));
  return html(R"(<section><h2>{}</h2><ol class="asking">{}</ol></section>)", t("questions.list"),
              each(list.to, [&](auto const& to) { return to_organisation(view, to); }));
}

Html to_map(View const& view, std::vector<Index<Inquiry>> const& inquiries) {
  if (inquiries.empty()) return {};
  return html(R"(<section><h2>{}</h2><p>{}</p><ul class="said">{}</ul></section>)",
              view.language("questions.to_map"), view.language("questions.to_map_text"),
              each(inquiries, [&](auto index) { return inquiry_item(view, index); }));
}

Html nobody(View const& view, QuestionList const& list) {
  if (list.nobody_knows.empty()) return {};
  return html(R"(<section><h2>{}</h2><p>{}</p><ul class="todo">{}</ul></section>)",
              view.language("questions.nobody"), view.language("questions.nobody_text"),
              question_items(view, list.nobody_knows));
}

Html questions_body(View const& view, Index<Ecosystem> ecosystem, std::string const& title) {
  auto const& t = view.language;
  Completeness const known(view.atlas, ecosystem, view.moment.today);
  auto const list = shortest_questions(view.atlas, ecosystem, known);
  std::size_t cells = 0;
  for (auto const& to : list.to) cells += to.cells;
  return html(R"(<p><a href="{}">{}</a></p><h1>{}</h1>)", completeness_page(view, ecosystem, {}),
              t("completeness.title"), title) +
         (list.to.empty()
              ? Html()
              : html(
                    R"(<p class="lead">{} {}</p><p>{}</p><p class="actions no-paper"><a class="button" href="{}" download>{}</a></p>)",
                    t.count("questions.lead", std::ssize(list.to), {{"cells", number_phrase(t, cells)}}),
                    how_short(t, list), t("questions.how"),
                    view.page("/e").segment(view.atlas.catalogue()[ecosystem].slug).segment("questions.csv"),
                    t("questions.spreadsheet"))) +
         asked_list(view, list) +
         to_map(view, still_to_map(view.atlas, ecosystem, known, view.moment.today)) + nobody(view, list);
}

InquiryRow row_of(View const& view, std::string const& asked, Question const& question) {
  InquiryRow row;
  row.asked = asked;
  row.answered = false;
  for (auto const area : question.areas) row.areas.push_back(said_area(view.atlas.areas()[area]));
  row.inquiry.themes = {view.atlas.themes()[question.theme].code};
  row.inquiry.ages = question.ages;
  return row;
}

}  // namespace

http::Response questions(http::Request const&, View const& view, PathArguments const& arguments) {
  auto const path = "/e/" + arguments.at(0) + "/questions";
  auto const ecosystem = view.ecosystem(arguments.at(0));
  if (!ecosystem) return show_error(view, path, ecosystem.error());
  auto const title = view.language("questions.title");
  return show(view, {.title = title + ", " + view.atlas.catalogue()[*ecosystem].name,
                     .body = questions_body(view, *ecosystem, title),
                     .path = path,
                     .ecosystem = *ecosystem,
                     .findable = false,
                     .figures = true});
}

http::Response questions_csv(http::Request const&, View const& view, PathArguments const& arguments) {
  auto const ecosystem = view.ecosystem(arguments.at(0));
  if (!ecosystem) return show_error(view, "/e/" + arguments.at(0) + "/questions.csv", ecosystem.error());
  Completeness const known(view.atlas, *ecosystem, view.moment.today);
  std::vector<InquiryRow> rows;
  for (auto const& to : shortest_questions(view.atlas, *ecosystem, known).to) {
    for (auto const& question : to.questions) {
      rows.push_back(row_of(view, view.atlas.catalogue()[to.organisation].name, question));
    }
  }
  return spreadsheet(write_inquiries_csv(rows, view.atlas.vocabulary()), "navraag.csv");
}

}  // namespace wegwijzer::web::pages
