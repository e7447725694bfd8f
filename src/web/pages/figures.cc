// SPDX-License-Identifier: EUPL-1.2
// The figures about the inequality of a place as files, and how they were reckoned.
#include <fmt/format.h>

#include "base/version.h"
#include "usecases/opportunity/figures_table.h"
#include "web/charts.h"
#include "web/handlers.h"
#include "web/inequality_story.h"
#include "web/opportunity_wish.h"
#include "web/page.h"
#include "web/parameter_phrases.h"
#include "web/parts.h"
#include "web/phrases.h"

namespace wegwijzer::web::pages {

namespace {

std::string figures_path(PathArguments const& arguments, char const* below) {
  return "/opportunity/" + arguments.at(0) + below;
}

// What answer(asked, data) makes of the figures, which are of the whole gemeente.
template <class Answer>
http::Response answer_figures(http::Request const& request, View const& view, PathArguments const& arguments,
                              char const* below, Answer answer) {
  auto const asked = read_opportunity_question(request, view, arguments);
  if (!asked) return show_error(view, figures_path(arguments, "/method"), asked.error());
  if (auto const whole = leads_to_whole(*asked, below)) return *whole;
  auto data = place_data(*asked->view.opportunities, asked->area, asked->query.child);
  if (!data) return show_error(view, figures_path(arguments, "/method"), data.error());
  return answer(*asked, *std::move(data));
}

Html fact(std::string const& name, Html const& value) {
  return html("<div><dt>{}</dt><dd>{}</dd></div>", name, value);
}

Html code(std::string_view text) {
  return html(R"(<code dir="ltr">{}</code>)", text);
}

class MethodWriting {
 public:
  MethodWriting(OpportunityQuestion const& asked, PlaceData const& data)
      : asked_(asked), view_(asked.view), t_(asked.view.language), data_(data), method_(data.method) {}

  Html body() const {
    return html(R"(<h1>{}</h1><p class="lead">{}</p>{}{}{}<dl class="about">{}</dl><p>{}</p><p>{}</p>{}{})",
                t_("method.title", {{"place", method_.place_name}}), t_("method.lead"), leaves_out(),
                margins(), links(), facts(), t_("method.about_children"), attribution_phrase(view_),
                indicator_table(), parameters());
  }

 private:
  ChildWish child() const { return counted(asked_.query.child); }

  Url below(char const* what) const {
    return with_fields(opportunity_page(view_, data_.place).segment(what), fields_of({child()}));
  }

  Html leaves_out() const {
    return child() == asked_.query.child ? Html()
                                         : notice("", html("<p>{}</p>", t_("inequality.leaves_out")));
  }

  // Whether the file has them, since with them its checksum is another.
  Html margins() const {
    if (data_.has_intervals()) return html("<p>{}</p>", t_("method.with_margins"));
    auto const done = data_.margins == Margins::running
                          ? t_("inequality.draws_done", {{"done", std::to_string(data_.draws_done)},
                                                         {"draws", std::to_string(usual_draws)}})
                          : "";
    return notice("info", html("<p>{} {}</p><p>{}</p>", why_no_margins(t_, data_.margins), done,
                               t_("method.without_margins")));
  }

  Html links() const {
    return html(R"(<p class="actions"><a class="button" href="{}">{}</a> <a class="button" href="{}">{}</a> )"
                R"(<a class="button" href="{}">{}</a> <a class="button" href="{}">{}</a></p>)",
                below("figures.csv"), t_(data_.has_intervals() ? "method.as_csv" : "method.as_csv_without"),
                below("method.json"), t_("method.as_json"),
                opportunity_page(view_, data_.place).segment("releases"), t_("releases.link"),
                opportunity_page(view_, data_.place), t_("method.to_opportunities"));
  }

  Html facts() const {
    auto const draws = data_.has_intervals() ? fact(t_("method.draws"), html("{}", method_.draws)) +
                                                   fact(t_("method.seed"), html("{}", method_.seed))
                                             : Html();
    return fact(t_("method.children"), html("{}", children_phrase(view_, child()))) +
           fact(t_("method.day"), html("{}", day_phrase(t_, method_.day))) +
           fact(t_("method.program"), html("Wegwijzer {}", program_version())) + draws +
           fact(t_("method.checksum"), code(method_.files.front().checksum));
  }

  Html indicator_table() const {
    auto const row = [&](MethodIndicator const& one) {
      return html(R"(<tr><th scope="row">{}<span class="below">{}</span></th><td>{}</td></tr>)",
                  t_("indicator." + std::string(one.name)), code(one.name), one.version);
    };
    auto const heading = t_("method.indicator") + " (" + t_("method.name_in_file") + ")";
    return html(R"(<section><h2>{}</h2><p>{}</p>{}</section>)", t_("method.indicators"),
                t_("method.indicators_hint"),
                data_table(t_, t_("method.indicators"), {{heading}, {t_("method.version")}},
                           each(method_.indicators, row)));
  }

  Html parameters() const {
    return html(
        R"(<section><h2>{}</h2><p>{}</p>{}</section>)", t_("method.parameters"), t_("method.parameters_hint"),
        each(choices<ParameterSubject>, [&](auto const& choice) { return parameter_table(choice.first); }));
  }

  Html parameter_table(ParameterSubject subject) const {
    Html rows;
    for (auto const& one : method_.parameters) {
      auto const* const parameter = find_parameter(one.name);
      if (parameter && parameter->subject == subject) rows += parameter_row(*parameter, one.value);
    }
    return data_table(t_, choice_phrase(t_, "parameter_subject.", subject),
                      {{t_("inequality.parameter")}, {t_("inequality.value_and_range")}}, rows,
                      "numbers stacked");
  }

  Html parameter_row(Parameter const& parameter, double value) const {
    return html(R"(<tr><th scope="row">{}<span class="below">{} · {}</span></th><td>{}</td></tr>)",
                sentence_case(parameter_name(t_, parameter)), parameter_from(t_, parameter, value),
                code(parameter.name), value_and_range(t_, parameter, value));
  }

  OpportunityQuestion const& asked_;
  View const& view_;
  Language const& t_;
  PlaceData const& data_;
  Method const& method_;
};

std::string file_name(PlaceData const& data, char const* ending) {
  return fmt::format("inequality-{}-{}", data.method.place.text(), ending);
}

// A file without margins is another than the one with them, and is called otherwise.
std::string name_of_figures(PlaceData const& data) {
  return file_name(data, data.has_intervals() ? "figures.csv" : "figures-without-margins.csv");
}

}  // namespace

http::Response opportunity_figures(http::Request const& request, View const& view,
                                   PathArguments const& arguments) {
  return answer_figures(request, view, arguments, "figures.csv",
                        [](OpportunityQuestion const&, PlaceData data) {
                          auto const name = name_of_figures(data);
                          return spreadsheet(std::move(data.csv), name);
                        });
}

http::Response opportunity_method(http::Request const& request, View const& view,
                                  PathArguments const& arguments) {
  return answer_figures(
      request, view, arguments, "method", [&](OpportunityQuestion const& asked, PlaceData const& data) {
        auto const fields = fields_of({counted(asked.query.child)});
        return show(asked.view,
                    {.title = asked.view.language("method.title", {{"place", data.method.place_name}}),
                     .body = MethodWriting(asked, data).body(),
                     .path = figures_path(arguments, "/method"),
                     .also = fields,
                     .findable = fields.empty(),
                     .figures = true});
      });
}

http::Response opportunity_method_json(http::Request const& request, View const& view,
                                       PathArguments const& arguments) {
  return answer_figures(
      request, view, arguments, "method.json", [](OpportunityQuestion const&, PlaceData const& data) {
        auto response = http::file(http::Body(write_method_json(data.method)), "application/json");
        response.headers.set("Content-Disposition",
                             "attachment; filename=\"" + file_name(data, "method.json") + "\"");
        return response;
      });
}

}  // namespace wegwijzer::web::pages
