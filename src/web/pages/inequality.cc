// SPDX-License-Identifier: EUPL-1.2
// Four questions about inequality, a page each: who has least, why, how sure is that, what would change it.
#include "web/handlers.h"
#include "web/inequality_story.h"
#include "web/inequality_text.h"
#include "web/page.h"

namespace wegwijzer::web::pages {

namespace {

// What answer(story) makes of it. An area within a gemeente leads to the same of the gemeente.
template <class Answer>
http::Response answer_story(http::Request const& request, View const& view, PathArguments const& arguments,
                            std::string const& below, Answer answer) {
  auto const path = "/opportunity/" + arguments.at(0) + "/" + below;
  auto const asked = read_opportunity_question(request, view, arguments);
  if (!asked) return show_error(view, path, asked.error());
  auto const whole = asked->view.atlas.areas().outermost(asked->area);
  if (whole != asked->area) {
    return http::redirect(with_fields(opportunity_page(asked->view, whole).segment(below),
                                      fields_of({counted(asked->query.child)}))
                              .text());
  }
  auto const story = tell_story(*asked);
  if (!story) return show_error(view, path, story.error());
  return answer(*story);
}

using SaidBy = std::vector<std::string>(Story const&);
using ShownBy = Html(Story const&);

http::Response show_story(http::Request const& request, View const& view, PathArguments const& arguments,
                          StoryPage page, SaidBy& answer, ShownBy& content) {
  return answer_story(request, view, arguments, text(page), [&](Story const& story) {
    auto const fields = fields_of({story.child});
    return show(story.view, {.title = story_title(story, page),
                             .body = story_page(story, page, answer(story), content(story)),
                             .path = "/opportunity/" + arguments.at(0) + "/" + text(page),
                             .also = fields,
                             .findable = fields.empty()});
  });
}

}  // namespace

http::Response inequality_least(http::Request const& request, View const& view,
                                PathArguments const& arguments) {
  return show_story(request, view, arguments, StoryPage::least, least_answer, least_content);
}

http::Response inequality_why(http::Request const& request, View const& view,
                              PathArguments const& arguments) {
  return show_story(request, view, arguments, StoryPage::why, why_answer, why_content);
}

http::Response inequality_sure(http::Request const& request, View const& view,
                               PathArguments const& arguments) {
  return show_story(request, view, arguments, StoryPage::sure, sure_answer, sure_content);
}

http::Response inequality_change(http::Request const& request, View const& view,
                                 PathArguments const& arguments) {
  return show_story(request, view, arguments, StoryPage::change, change_answer, change_content);
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
