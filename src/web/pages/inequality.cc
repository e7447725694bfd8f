// SPDX-License-Identifier: EUPL-1.2
// Four questions about inequality, a page each: who has least, why, how sure is that, what would change it.
#include "web/handlers.h"
#include "web/inequality_story.h"
#include "web/inequality_text.h"
#include "web/page.h"

namespace wegwijzer::web::pages {

namespace {

// What answer(story) makes of it.
template <class Answer>
http::Response answer_story(http::Request const& request, View const& view, PathArguments const& arguments,
                            std::string const& below, Answer answer) {
  auto const path = "/opportunity/" + arguments.at(0) + "/" + below;
  auto const asked = read_opportunity_question(request, view, arguments);
  if (!asked) return show_error(view, path, asked.error());
  if (auto const whole = leads_to_whole(*asked, below)) return *whole;
  auto const story = tell_story(*asked);
  if (!story) return show_error(view, path, story.error());
  return answer(*story);
}

struct Told {
  std::vector<std::string> answer;
  Html content;
};

Told told(Story const& story, StoryPage page) {
  switch (page) {
    case StoryPage::least:
      return {least_answer(story), least_content(story)};
    case StoryPage::why:
      return {why_answer(story), why_content(story)};
    case StoryPage::sure:
      return {sure_answer(story), sure_content(story)};
    case StoryPage::change:
      break;
  }
  return {change_answer(story), change_content(story)};
}

}  // namespace

// The last word of the address says which of the four.
http::Response inequality_story(http::Request const& request, View const& view,
                                PathArguments const& arguments) {
  auto const page = parse_choice<StoryPage>(request.path.segments().back()).value();
  return answer_story(request, view, arguments, text(page), [&](Story const& story) {
    auto const fields = fields_of({story.child});
    auto const [answer, content] = told(story, page);
    return show(story.view, {.title = story_title(story, page),
                             .body = story_page(story, page, answer, content),
                             .path = "/opportunity/" + arguments.at(0) + "/" + text(page),
                             .also = fields,
                             .findable = fields.empty(),
                             .figures = true});
  });
}

http::Response inequality_summary(http::Request const& request, View const& view,
                                  PathArguments const& arguments) {
  return answer_story(request, view, arguments, "summary.pdf", [](Story const& story) {
    auto response = http::file(print::report(inequality_text(story)).pdf, "application/pdf");
    response.headers.set(
        "Content-Disposition",
        "inline; filename=\"inequality-" + story.view.atlas.areas()[story.whole].code.text() + ".pdf\"");
    return response;
  });
}

}  // namespace wegwijzer::web::pages
