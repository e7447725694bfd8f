// SPDX-License-Identifier: EUPL-1.2
// The teachers' way in: lessons in school time and kits for a group and a subject, each with what a child can
// do afterwards near the school.
#include "base/words.h"
#include "usecases/offering/for_class.h"
#include "web/drawings.h"
#include "web/handlers.h"
#include "web/page.h"
#include "web/pager.h"
#include "web/parts.h"
#include "web/phrases.h"
#include "web/query.h"

namespace wegwijzer::web::pages {

namespace {

constexpr char const* teachers_path = "/teachers";
constexpr std::size_t most_schools = 12;
constexpr std::size_t cards_a_page = 12;
constexpr char const* kits_page = "kitsPage";  // there are two lists

struct ToldByTeacher {
  ClassQuery query;
  std::string school{};                 // what was typed
  std::vector<Index<Venue>> schools{};  // more than one has such a name
  std::string problem{};
  Paging lessons{.page = 1, .size = cards_a_page};
  Paging kits{.page = 1, .size = cards_a_page};
};

Result<std::optional<int>> parse_group(http::Parameters const& parameters) {
  auto const text = trimmed(parameters.first("group").value_or(""));
  if (text.empty()) return std::optional<int>();
  auto const groups = SchoolGroups::parse(text);
  if (!groups || groups->from != groups->to)
    return fail(Fault::invalid, "teachers.group_invalid", {{"value", std::string(text)}});
  return std::optional(groups->from);
}

void look_up_school(View const& view, ToldByTeacher& told) {
  if (auto const id = view.find<Venue>(told.school, "venue.missing")) {
    told.query.school = *id;
    told.school = view.atlas.catalogue()[*id].name;
    return;
  }
  told.schools = find_schools(view.atlas, told.school, most_schools);
  if (told.schools.size() == 1) {
    told.query.school = told.schools[0];
    told.schools.clear();
  } else if (told.schools.empty()) {
    told.problem = view.language("teachers.school_unknown", {{"school", told.school}});
  }
}

Result<ToldByTeacher> read_told(http::Request const& request, View const& view) {
  auto const query = parse_query(request.query, view.atlas);
  if (!query) return fail(query.error());
  auto const lessons = parse_page(request.query, "page");
  if (!lessons) return fail(lessons.error());
  auto const kits = parse_page(request.query, kits_page);
  if (!kits) return fail(kits.error());
  auto const group = parse_group(request.query);
  if (!group) return fail(in_field(group.error(), "group"));
  ToldByTeacher told;
  told.query = {.group = *group, .themes = query->themes, .school = {}, .ecosystem = query->ecosystem};
  told.school = trimmed(request.query.first("at").value_or(""));
  told.lessons.page = *lessons;
  told.kits.page = *kits;
  if (!told.school.empty()) look_up_school(view, told);
  return told;
}

OfferingQuery query_of(ToldByTeacher const& told) {
  OfferingQuery query;
  query.themes = told.query.themes;
  query.ecosystem = told.query.ecosystem;
  return query;
}

// What is said beside the query.
Fields also(View const& view, ToldByTeacher const& told) {
  Fields fields;
  if (told.query.group) fields.emplace_back("group", std::to_string(*told.query.group));
  if (told.query.school) fields.emplace_back("at", text(view.atlas.catalogue()[*told.query.school].id));
  return fields;
}

Url saying_of_teacher(View const& view, ToldByTeacher const& told) {
  return with_fields(with_query(view.page(teachers_path), query_of(told)), also(view, told));
}

Html group_options(View const& view, std::optional<int> chosen) {
  auto options = option("", view.language("teachers.any_group"), !chosen);
  for (int group = 1; group <= 8; ++group) {
    options += option(std::to_string(group),
                      view.language("teachers.group", {{"group", std::to_string(group)}}), chosen == group);
  }
  return options;
}

Html school_field(View const& view, ToldByTeacher const& told) {
  auto const& t = view.language;
  return text_field({.id = "at",
                     .label = t("teachers.school"),
                     .hint = t("teachers.school_hint"),
                     .value = told.school,
                     .problem = told.problem,
                     .complete = "organization"});
}

Html form(View const& view, ToldByTeacher const& told) {
  auto const& t = view.language;
  return html(
      R"(<form class="search" method="get" action="{}"><div class="asked"><div class="field"><label for="group">{}</label>)"
      R"(<select id="group" name="group">{}</select></div><div class="field"><label for="theme">{}</label>)"
      R"(<select id="theme" name="theme">{}</select></div></div>{}{}<p><button class="button primary" type="submit">{}</button></p></form>)",
      view.page(teachers_path), t("teachers.which_group"), group_options(view, told.query.group),
      t("teachers.subject"), theme_options(view, told.query.themes, t("teachers.any_subject")),
      school_field(view, told), told.query.ecosystem ? hidden("ecosystem", *told.query.ecosystem) : Html(),
      t("form.search"));
}

Html choose_school(View const& view, ToldByTeacher const& told) {
  if (told.schools.empty()) return {};
  return notice("info",
                html(R"(<h2>{}</h2><ul class="links">{}</ul>)", view.language("teachers.which_school"),
                     each(told.schools, [&](Index<Venue> school) {
                       auto then = told;
                       then.query.school = school;
                       auto const& venue = view.atlas.catalogue()[school];
                       auto const address = address_phrase(venue);
                       return html(R"(<li><a href="{}">{}</a> {}</li>)", saying_of_teacher(view, then),
                                   proper_name(view, venue.name), proper_name(view, address));
                     })));
}

// A child of the class as the finder's pages know one: what is opened from here starts at the school.
OfferingQuery as_from_school(View const& view, ClassQuery const& query) {
  OfferingQuery child;
  if (query.group) child.age = SchoolGroups{*query.group, *query.group}.ages().to;
  if (query.school) child.home = view.atlas.catalogue()[*query.school].point;
  child.mode = query.mode;
  return child;
}

Html step(View const& view, OfferingQuery const& child, NextStep const& next) {
  auto const& offering = view.atlas.catalogue()[next.offering];
  return html(R"(<li><a href="{}">{}</a>{}</li>)", offering_address(view, next.offering, child),
              in_dutch(view, offering.title),
              next.travel ? html(R"( <span class="count">{}</span>)",
                                 travel_phrase(view.language, *next.travel, child.mode))
                          : Html());
}

Html group(View const& view, OfferingQuery const& child, char const* title,
           std::vector<NextStep> const& steps) {
  if (steps.empty()) return {};
  return html(R"(<h4>{}</h4><ul>{}</ul>)", view.language(title),
              each(steps, [&](NextStep const& next) { return step(view, child, next); }));
}

Html afterwards(View const& view, ToldByTeacher const& told, ForClass const& found, Index<Offering> lesson) {
  auto const steps = after_lesson(view.atlas, lesson, told.query, found, view.moment.today);
  auto const child = as_from_school(view, told.query);
  if (steps.dead_end()) {
    return html(R"(<p class="after none">{}</p>)", view.language("teachers.nothing_after"));
  }
  // What merely lies near is no sequel to the lesson, and is not listed as one.
  return html(R"(<div class="after">{}{}</div>)", group(view, child, "teachers.after", steps.deeper),
              group(view, child, "teachers.else_after", steps.broader));
}

// The address of one list, while the other stays where it is.
Url staying_at(View const& view, ToldByTeacher const& told, char const* parameter, Paging const& other) {
  auto address = saying_of_teacher(view, told);
  return other.page == 1 ? address : std::move(address).with(parameter, std::to_string(other.page));
}

Html lessons(View const& view, ToldByTeacher const& told, ForClass const& found) {
  auto const child = as_from_school(view, told.query);
  auto const shown = on_this_page(found.lessons, told.lessons);
  auto const cards = each(shown, [&](auto const& lesson) {
    return offering_card(view, lesson, child, {.why = afterwards(view, told, found, lesson.offering)});
  });
  return (shown.empty() ? past_the_end(view) : html(R"(<ul class="cards">{}</ul>)", cards)) +
         pager(view, staying_at(view, told, kits_page, told.kits), told.lessons, found.lessons.size(),
               {.label = "teachers.lessons_pages"});
}

Html kits(View const& view, ToldByTeacher const& told, ForClass const& found) {
  if (found.kits.empty()) return {};
  auto const child = as_from_school(view, told.query);
  auto const shown = on_this_page(found.kits, told.kits);
  return html(R"(<section id="kits"><h2>{}</h2><p>{}</p>{}{}</section>)", view.language("teachers.kits"),
              view.language("teachers.kits_text"),
              shown.empty()
                  ? past_the_end(view)
                  : html(R"(<ul class="cards">{}</ul>)",
                         each(shown, [&](auto const& kit) { return offering_card(view, kit, child); })),
              pager(view, staying_at(view, told, "page", told.lessons), told.kits, found.kits.size(),
                    {.parameter = kits_page, .place = "kits", .label = "teachers.kits_pages"}));
}

Html where_from(View const& view, ToldByTeacher const& told, ForClass const& found) {
  auto const& t = view.language;
  if (!told.query.school) return html(R"(<p class="also">{}</p>)", t("teachers.say_school"));
  char const* const said = !found.from_school ? "teachers.school_without_streets"
                           : found.from_homes ? "teachers.from_homes"
                                              : "teachers.from_school";
  auto const& name = view.atlas.catalogue()[*told.query.school].name;
  return html(R"(<p class="also">{}</p>)", t(said, {{"school", name}}));
}

Html results(View const& view, ToldByTeacher const& told) {
  auto const found = find_for_class(view.atlas, told.query, view.moment);
  auto const& t = view.language;
  auto const count = std::ssize(found.lessons);
  auto const list = count == 0
                        ? html(R"(<div class="empty">{}<h3>{}</h3><p>{}</p></div>)", drawing(Drawing::school),
                               t("teachers.no_lessons"), t("teachers.no_lessons_text"))
                        : lessons(view, told, found);
  return where_from(view, told, found) +
         html(R"(<section><h2>{}</h2>{}</section>)", t.count("teachers.lessons", count), list) +
         kits(view, told, found);
}

}  // namespace

http::Response teachers(http::Request const& request, View const& view, PathArguments const&) {
  auto const told = read_told(request, view);
  if (!told) return show_error(view, teachers_path, told.error());
  auto const& t = view.language;
  bool const unclear = !told->problem.empty() || !told->schools.empty();
  return show(
      view,
      {.title = t("teachers.title"),
       .body = html(R"(<h1>{}</h1><p class="lead">{}</p>)", t("teachers.title"), t("teachers.lead")) +
               choose_school(view, *told) + form(view, *told) + (unclear ? Html() : results(view, *told)),
       .path = teachers_path,
       .query = query_of(*told),
       .also = also(view, *told),
       .findable = request.query.empty()});
}

}  // namespace wegwijzer::web::pages
