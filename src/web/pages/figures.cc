// SPDX-License-Identifier: EUPL-1.2
// The figures about the inequality of a place as files, and how they were reckoned.
#include <fmt/format.h>

#include "base/version.h"
#include "usecases/opportunity/figures_table.h"
#include "web/charts.h"
#include "web/handlers.h"
#include "web/opportunity_wish.h"
#include "web/page.h"
#include "web/parts.h"
#include "web/phrases.h"

namespace wegwijzer::web::pages {

namespace {

std::string figures_path(PathArguments const& arguments, char const* below) {
  return "/opportunity/" + arguments.at(0) + below;
}

struct AskedFigures {
  OpportunityQuestion asked;
  PlaceData data;
};

// Fails as read_opportunity_question(), and with "opportunity.nobody".
Result<AskedFigures> read_figures(http::Request const& request, View const& view,
                                  PathArguments const& arguments) {
  auto asked = read_opportunity_question(request, view, arguments);
  if (!asked) return fail(asked.error());
  auto data = place_data(*asked->view.opportunities, asked->area, asked->query.child);
  if (!data) return fail(Fault::missing, "opportunity.nobody");
  return AskedFigures{*std::move(asked), *std::move(data)};
}

// "0,35"; as many digits as were given.
std::string plain_number(Language const& t, double value) {
  auto text = fmt::format("{:.6g}", value);
  if (auto const point = text.find('.'); point != text.npos) {
    text.replace(point, 1, t("number.decimal_sign"));
  }
  return text;
}

Html fact(std::string const& name, Html const& value) {
  return html("<dt>{}</dt><dd>{}</dd>", name, value);
}

Html code(std::string_view text) {
  return html(R"(<code dir="ltr">{}</code>)", text);
}

class MethodWriting {
 public:
  MethodWriting(OpportunityQuestion const& asked, PlaceData const& data)
      : asked_(asked), view_(asked.view), t_(asked.view.language), data_(data), method_(data.method) {}

  Html body() const {
    return html(R"(<h1>{}</h1><p class="lead">{}</p>{}{}<dl class="about">{}</dl><p>{}</p><p>{}</p>{}{})",
                t_("method.title", {{"place", method_.place_name}}), t_("method.lead"), waiting(), links(),
                facts(), t_("method.about_children"), attribution_phrase(view_), indicator_table(),
                parameter_table());
  }

 private:
  Url below(char const* what) const {
    return with_fields(opportunity_page(view_, data_.place).segment(what), fields_of({asked_.query.child}));
  }

  Html waiting() const {
    if (data_.has_intervals) return {};
    return notice("info",
                  html("<p>{}</p>", t_("method.no_intervals", {{"done", std::to_string(data_.draws_done)},
                                                               {"draws", std::to_string(usual_draws)}})));
  }

  Html links() const {
    return html(R"(<p class="actions"><a class="button" href="{}">{}</a> <a class="button" href="{}">{}</a> )"
                R"(<a class="button" href="{}">{}</a> <a class="button" href="{}">{}</a></p>)",
                below("figures.csv"), t_("method.as_csv"), below("method.json"), t_("method.as_json"),
                opportunity_page(view_, data_.place).segment("releases"), t_("releases.link"),
                opportunity_page(view_, data_.place), t_("method.to_opportunities"));
  }

  Html facts() const {
    auto const& child = asked_.query.child;
    auto const draws = data_.has_intervals ? fact(t_("method.draws"), html("{}", method_.draws)) +
                                                 fact(t_("method.seed"), html("{}", method_.seed))
                                           : Html();
    return fact(t_("method.children"), html("{}", children_phrase(view_, child))) +
           fact(t_("method.day"), html("{}", day_phrase(t_, method_.day))) +
           fact(t_("method.program"), html("Wegwijzer {}", program_version())) + draws +
           fact(t_("method.checksum"), code(method_.files.front().checksum));
  }

  Html indicator_table() const {
    auto const row = [&](MethodIndicator const& one) {
      return html(R"(<tr><th scope="row">{}</th><td class="words">{}</td><td>{}</td></tr>)",
                  t_("indicator." + std::string(one.name)), code(one.name), one.version);
    };
    return html(
        R"(<section><h2>{}</h2><p>{}</p>{}</section>)", t_("method.indicators"), t_("method.indicators_hint"),
        data_table(t_("method.indicators"),
                   {{t_("method.indicator")}, {t_("method.name_in_file"), true}, {t_("method.version")}},
                   each(method_.indicators, row)));
  }

  Html parameter_table() const {
    auto const row = [&](MethodParameter const& one) {
      return html(R"(<tr><th scope="row">{}</th><td>{}</td><td>{}</td><td class="words">{}</td></tr>)",
                  code(one.name), plain_number(t_, one.value), range(one), said_of(one));
    };
    return html(
        R"(<section><h2>{}</h2><p>{}</p>{}</section>)", t_("method.parameters"), t_("method.parameters_hint"),
        data_table(
            t_("method.parameters"),
            {{t_("method.parameter")}, {t_("method.value")}, {t_("method.range")}, {t_("method.unit"), true}},
            each(method_.parameters, row)));
  }

  std::string range(MethodParameter const& one) const {
    if (one.low == one.high) return "–";
    return t_.in_one_piece(plain_number(t_, one.low) + " – " + plain_number(t_, one.high));
  }

  std::string said_of(MethodParameter const& one) const {
    auto const unit = t_("unit." + std::string(one.unit));
    return one.value == one.usual ? unit : t_("method.own_value", {{"unit", unit}});
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

}  // namespace

http::Response opportunity_figures(http::Request const& request, View const& view,
                                   PathArguments const& arguments) {
  auto found = read_figures(request, view, arguments);
  if (!found) return show_error(view, figures_path(arguments, "/method"), found.error());
  return spreadsheet(std::move(found->data.csv), file_name(found->data, "figures.csv"));
}

http::Response opportunity_method(http::Request const& request, View const& view,
                                  PathArguments const& arguments) {
  auto const found = read_figures(request, view, arguments);
  if (!found) return show_error(view, figures_path(arguments, "/method"), found.error());
  auto const& there = found->asked.view;
  return show(there, {.title = there.language("method.title", {{"place", found->data.method.place_name}}),
                      .body = MethodWriting(found->asked, found->data).body(),
                      .path = figures_path(arguments, "/method"),
                      .also = fields_of(found->asked.query),
                      .findable = fields_of(found->asked.query).empty()});
}

http::Response opportunity_method_json(http::Request const& request, View const& view,
                                       PathArguments const& arguments) {
  auto const found = read_figures(request, view, arguments);
  if (!found) return show_error(view, figures_path(arguments, "/method"), found.error());
  auto response = http::file(http::Body(write_method_json(found->data.method)), "application/json");
  response.headers.set("Content-Disposition",
                       "attachment; filename=\"" + file_name(found->data, "method.json") + "\"");
  return response;
}

}  // namespace wegwijzer::web::pages
