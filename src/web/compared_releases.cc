// SPDX-License-Identifier: EUPL-1.2
#include "web/compared_releases.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "web/charts.h"
#include "web/opportunity_parts.h"
#include "web/page.h"
#include "web/parameter_phrases.h"
#include "web/parts.h"
#include "web/phrases.h"

namespace wegwijzer::web {

namespace {

constexpr int digits_of_figures = 3;

// Told of the whole place; the rest is in the table to download.
constexpr std::array figures_of_whole = {"children", "mean", "gini", "palma", "theil"};

class ComparisonWriting {
 public:
  ComparisonWriting(View const& view, ComparedReleases const& compared, Url const& table)
      : view_(view), t_(view.language), compared_(compared), table_(table) {}

  Html body() const {
    auto const told = nothing_changed() ? html("<p>{}</p>", t_("releases.nothing_changed"))
                                        : answer() + causes() + figures() + shares() + areas();
    return html(
        R"({}<h1>{}</h1><dl class="about">{}{}</dl>{}{}<p class="actions"><a class="button" href="{}">{}</a></p>)",
        to_releases(), t_("releases.compare_title", {{"place", compared_.to.area_name}}),
        which("releases.from", compared_.from), which("releases.to", compared_.to), may_be_compared(), told,
        table_, t_("releases.compare_csv"));
  }

 private:
  // One without a number, such as a ratio to nothing, may be the same as well.
  static bool is_same(ComparedFigure const& figure) {
    if (figure.change) return *figure.change == 0;
    return figure.from && figure.to && figure.from->value == figure.to->value;
  }

  bool nothing_changed() const {
    return compared_.is_alike() && std::ranges::all_of(compared_.figures, is_same);
  }

  Html to_releases() const {
    auto const area = view_.atlas.areas().find(compared_.to.area);
    if (!area) return {};
    return html(R"(<p class="by"><a href="{}">{}</a></p>)",
                opportunity_page(view_, *area).segment("releases"),
                t_("releases.title", {{"place", compared_.to.area_name}}));
  }

  Html which(char const* key, FigureReleaseHead const& head) const {
    auto const note = head.note.empty() ? Html() : html(": {}", in_dutch(view_, head.note));
    return html("<div><dt>{}</dt><dd>{}{}</dd></div>", t_(key), day_phrase(t_, head.day), note);
  }

  Html may_be_compared() const {
    if (compared_.is_alike()) return notice("info", html("<p>{}</p>", t_("releases.may_compare")));
    return other_versions() + other_parameters() + other_areas();
  }

  Html other_versions() const {
    if (compared_.versions.empty()) return {};
    auto const item = [&](VersionDifference const& one) {
      return html(R"(<li>{}: {}</li>)", name_of(one.indicator), step(version(one.from), version(one.to)));
    };
    return notice("warning", html("<p>{}</p><ul>{}</ul>", t_("releases.other_versions"),
                                  each(compared_.versions, item)));
  }

  Html other_parameters() const {
    if (compared_.parameters.empty()) return {};
    auto const item = [&](ParameterDifference const& one) {
      return html(R"(<li>{}: {}</li>)", parameter_said(one.name), step(value(one.from), value(one.to)));
    };
    return notice("warning", html("<p>{}</p><ul>{}</ul>", t_("releases.other_parameters"),
                                  each(compared_.parameters, item)));
  }

  Html other_areas() const {
    return compared_.other_areas ? notice("warning", html("<p>{}</p>", t_("releases.other_areas"))) : Html();
  }

  // One that this program no longer has, has only its code.
  Html parameter_said(std::string const& code) const {
    auto const written = html(R"(<code dir="ltr">{}</code>)", code);
    auto const* const parameter = find_parameter(code);
    return parameter ? html("{} ({})", parameter_name(t_, *parameter), written) : written;
  }

  // An indicator that this program no longer has, has only its name.
  std::string name_of(std::string const& indicator) const {
    auto const key = "indicator." + indicator;
    auto const said = t_(key);
    return said == key ? indicator : said;
  }

  // "0,6 → 1"
  std::string step(std::string const& from, std::string const& to) const {
    return t_.in_one_piece(from + " → " + to);
  }

  std::string version(std::optional<int> version) const { return version ? std::to_string(*version) : "–"; }

  std::string value(std::optional<double> value) const {
    if (!value || !std::isfinite(*value)) return "–";
    return with_sign_of_language(fmt::format("{:.6g}", *value));
  }

  std::string with_sign_of_language(std::string text) const {
    if (auto const point = text.find('.'); point != text.npos) {
      text.replace(point, 1, t_("number.decimal_sign"));
    }
    return text;
  }

  std::string number(std::optional<double> value) const {
    if (!value || !std::isfinite(*value)) return "–";
    return decimal(t_, *value, digits_of_figures);
  }

  // "+0,210", "−0,210", "0,000"
  std::string change(std::optional<double> value, int digits = digits_of_figures) const {
    if (!value) return "–";
    auto size = decimal(t_, std::abs(*value), digits);
    if (size == decimal(t_, 0, digits)) return size;
    return t_.in_one_piece((*value > 0 ? "+" : "−") + size);
  }

  // The margins on a line of their own, so that a narrow table breaks nowhere else.
  static Html with_below(std::string const& number, std::string const& margins) {
    return html(R"({}<span class="below">({})</span>)", number, margins);
  }

  // "+0,210 (+0,180 tot +0,240)"
  Html change(ComparedFigure const& figure) const {
    auto const digits = figure.indicator == "children" ? 0 : digits_of_figures;
    bool const is_estimate = figure.margins && figure.margins->width() > 0;
    if (!is_estimate) return html("{}", change(figure.change, digits));
    auto const margins =
        t_("chart.between", {{"low", change(figure.margins->low)}, {"high", change(figure.margins->high)}});
    return with_below(change(figure.change), margins);
  }

  Html answer() const {
    return html(R"(<section class="answer"><h2>{}</h2>{}{}</section>)", t_("releases.in_short"),
                told("mean", compared_.mean), told("gini", compared_.gini));
  }

  // What became of a figure, how sure that is, and the largest cause.
  Html told(std::string const& figure, std::optional<ExplainedChange> const& change) const {
    if (!change) {
      return html("<p>{}</p>", t_("releases.not_compared", {{"figure", name_of(figure)}}));
    }
    auto const before = number(change->before), after = number(change->after);
    auto const way = before == after ? "same" : change->change() > 0 ? "up" : "down";
    auto const what = t_("releases." + figure + "_" + way, {{"before", before}, {"after", after}});
    if (before == after) return html("<p>{}</p>", what);
    return html("<p>{} {} {}</p>", what, how_sure(change->sureness), most_due_to(*change));
  }

  std::string how_sure(Sureness sureness) const {
    if (sureness == Sureness::unknown) return t_("releases.no_margins");
    return t_(sureness == Sureness::sure ? "releases.is_sure" : "releases.is_too_small");
  }

  // Of what goes the same way as the change.
  std::string most_due_to(ExplainedChange const& change) const {
    auto const way = change.change() > 0 ? 1 : -1;
    auto most = change.within_neighbourhoods * way;
    auto name = t_("cause.within");
    for (auto const& [cause, text_of_cause] : choices<ChangeCause>) {
      auto const share = change.causes[static_cast<std::size_t>(cause)] * way;
      if (share > most) most = share, name = choice_phrase(t_, "cause.", cause);
    }
    return t_("releases.most_due_to", {{"cause", name}});
  }

  Html cause_row(std::string const& name, std::optional<double> mean, std::optional<double> gini) const {
    return html(R"(<tr><th scope="row">{}</th><td>{}</td><td>{}</td></tr>)", sentence_case(name),
                change(mean), change(gini));
  }

  Html causes() const {
    if (!compared_.mean && !compared_.gini) return {};
    auto const of = [](std::optional<ExplainedChange> const& one, auto take) {
      return one ? std::optional<double>(take(*one)) : std::nullopt;
    };
    auto const row = [&](std::string const& name, auto take) {
      return cause_row(name, of(compared_.mean, take), of(compared_.gini, take));
    };
    Html rows;
    for (auto const& [cause, text_of_cause] : choices<ChangeCause>) {
      rows += row(choice_phrase(t_, "cause.", cause),
                  [at = static_cast<std::size_t>(cause)](ExplainedChange const& c) { return c.causes[at]; });
    }
    rows += row(t_("cause.within"), [](ExplainedChange const& c) { return c.within_neighbourhoods; });
    rows += row(t_("releases.all_together"), [](ExplainedChange const& c) { return c.change(); });
    auto const title = t_(compared_.parameters.empty() ? "releases.causes" : "releases.causes_of_scenario");
    return html(R"(<section><h2>{}</h2><p>{}</p>{}</section>)", title, t_("releases.causes_hint"),
                data_table(t_, title,
                           {{t_("releases.cause")}, {t_("indicator.mean")}, {t_("indicator.gini")}}, rows));
  }

  static bool has_number(FigureRow const& row) { return row.value && std::isfinite(*row.value); }

  // Children are whole, and how many there are is no estimate.
  Html with_margins(std::optional<FigureRow> const& row) const {
    if (!row) return html("–");
    if (!has_number(*row)) return html("{}", t_("releases.no_number"));
    if (row->indicator == "children") return html("{}", decimal(t_, row->value.value_or(0), 0));
    if (!row->low || !row->high) return html("{}", number(row->value));
    auto const high = std::isfinite(*row->high) ? number(row->high) : t_("releases.no_end");
    auto const range = t_("chart.between", {{"low", number(row->low)}, {"high", high}});
    return with_below(number(row->value), range);
  }

  std::string short_sureness(ComparedFigure const& figure) const {
    if (!figure.change) return t_("releases.not_subtracted");
    if (*figure.change == 0) return t_("releases.alike");
    if (figure.sureness == Sureness::unknown) return "–";
    return t_(figure.sureness == Sureness::sure ? "releases.sure" : "releases.too_small");
  }

  Html figure_row(std::string const& name, ComparedFigure const& figure) const {
    return html(
        R"(<tr><th scope="row">{}</th><td>{}</td><td>{}</td><td>{}</td><td class="words">{}</td></tr>)", name,
        with_margins(figure.from), with_margins(figure.to), change(figure), short_sureness(figure));
  }

  Html figure_table(std::string const& title, Html const& rows) const {
    return data_table(t_, title,
                      {{t_("method.indicator")},
                       {t_("releases.from")},
                       {t_("releases.to")},
                       {t_("releases.change")},
                       {t_("releases.certain"), true}},
                      rows, "numbers margins");
  }

  Html figures() const {
    Html rows;
    for (auto const* name : figures_of_whole) {
      if (auto const* const figure = compared_.find(name)) rows += figure_row(name_of(name), *figure);
    }
    auto const title = t_("releases.figures");
    return html(R"(<section><h2>{}</h2><p>{}</p>{}{}</section>)", title, t_("releases.figures_hint"),
                figure_table(title, rows), palma_of_nothing());
  }

  Html palma_of_nothing() const {
    auto const no_number = [](std::optional<FigureRow> const& row) {
      return row && (!has_number(*row) || (row->high && !std::isfinite(*row->high)));
    };
    auto const* const palma = compared_.find("palma");
    if (!palma || !(no_number(palma->from) || no_number(palma->to))) return {};
    return html(R"(<p class="hint">{}</p>)", t_("releases.palma_of_nothing"));
  }

  // In which of the five questions inequality lies.
  Html shares() const {
    Html rows;
    for (auto const& [factor, name] : choices<Factor>) {
      if (auto const* const figure = compared_.find("gini_share", name)) {
        rows += figure_row(choice_phrase(t_, "factor.", factor), *figure);
      }
    }
    auto const title = t_("releases.shares");
    return html(R"(<section><h2>{}</h2>{}</section>)", title, figure_table(title, rows));
  }

  std::string area_name(std::string const& code) const {
    auto const parsed = AreaCode::parse(code);
    auto const area = parsed ? view_.atlas.areas().find(*parsed) : std::nullopt;
    return area ? view_.atlas.areas()[*area].name : code;
  }

  Html areas() const {
    Html rows;
    for (auto const& figure : compared_.figures) {
      if (figure.indicator == "amount") rows += figure_row(area_name(figure.of), figure);
    }
    auto const title = t_("releases.areas");
    return html(R"(<details class="more"><summary>{}</summary>{}</details>)", title,
                figure_table(title, rows));
  }

  View const& view_;
  Language const& t_;
  ComparedReleases const& compared_;
  Url const& table_;
};

}  // namespace

Html compared_releases_body(View const& view, ComparedReleases const& compared, Url const& table) {
  return ComparisonWriting(view, compared, table).body();
}

}  // namespace wegwijzer::web
