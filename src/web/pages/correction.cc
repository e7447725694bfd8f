// SPDX-License-Identifier: EUPL-1.2
#include "usecases/correction/leave.h"
#include "web/handlers.h"
#include "web/page.h"
#include "web/phrases.h"

namespace wegwijzer::web::pages {

namespace {

// Calls `see` with the index of the offering, organisation or venue that the page is about; false when it is
// about none.
template <class See>
bool see_record(Catalogue const& catalogue, std::string_view page, See see) {
  auto const id = parse_uuid(page.substr(page.rfind('/') + 1));
  if (!id) return false;
  auto const try_one = [&](auto const& found) { return found && (see(*found), true); };
  return try_one(catalogue.find(Id<Offering>(*id))) || try_one(catalogue.find(Id<Organisation>(*id))) ||
         try_one(catalogue.find(Id<Venue>(*id)));
}

// Pages that are about nothing in particular.
constexpr std::pair<std::string_view, char const*> known_titles[] = {
    {"/", "home.title"},
    {"/about", "about.title"},
    {"/privacy", "privacy.title"},
    {"/join", "join.title"},
    {"/areas", "nav.areas"},
    {"/organisations", "nav.organisations"},
    {"/offerings", "results.title"},
    {"/children", "children.title"},
    {"/teachers", "teachers.title"},
    {"/accessibility", "accessibility.title"},
    {"/opportunity", "opportunity.title"}};

// What the page shows, as people know it; else its path.
std::string name_of_page(View const& view, std::string_view page) {
  auto const& catalogue = view.atlas.catalogue();
  std::string name;
  if (see_record(catalogue, page, [&](auto index) { name = name_of(catalogue[index]); }) && !name.empty())
    return name;
  auto const code = AreaCode::parse(page.substr(page.rfind('/') + 1));
  auto const area = code ? view.atlas.areas().find(*code) : std::nullopt;
  if (area) return view.atlas.areas()[*area].name;
  for (auto const& [path, title] : known_titles) {
    if (page == path) return view.language(title);
  }
  return std::string(page.substr(0, 200));
}

http::Response form(View const& view, std::string_view about, std::string_view message,
                    std::string const& problem, int status) {
  auto const& t = view.language;
  auto const body = html(
      R"(<h1>{}</h1><p class="lead">{}</p><p>{} <strong>{}</strong></p><form method="post" action="{}"><input type="hidden" name="page" value="{}">)"
      R"(<div class="field"><label for="message">{}</label><p class="hint" id="message-hint">{}</p>{})"
      R"(<textarea id="message" name="message" rows="6" maxlength="1000" required aria-describedby="message-hint" aria-invalid="{}">{}</textarea>)"
      R"(</div><p><button class="button primary" type="submit">{}</button></p></form>)",
      t("correction.title"), t("correction.lead"), t("correction.about"), name_of_page(view, about),
      view.page("/corrections"), about, t("correction.message"), t("correction.hint"),
      problem.empty() ? Html() : html(R"(<p class="problem" role="alert">{}</p>)", problem),
      problem.empty() ? "false" : "true", message, t("correction.send"));
  return show(view, {.title = t("correction.title"),
                     .body = body,
                     .path = "/corrections",
                     .status = status,
                     .findable = false});
}

Index<Ecosystem> ecosystem_of(Catalogue const& catalogue, Index<Organisation> organisation) {
  return catalogue.ecosystem(organisation);
}

template <class Thing>
Index<Ecosystem> ecosystem_of(Catalogue const& catalogue, Index<Thing> thing) {
  return catalogue.facts(thing).ecosystem;
}

// The ecosystem that the page belongs to; a page of none goes to the first.
std::optional<Ecosystem> ecosystem_of_page(Atlas const& atlas, std::string_view page) {
  auto const& catalogue = atlas.catalogue();
  auto found = catalogue.find_ecosystem(page.substr(page.rfind('/') + 1));
  see_record(catalogue, page, [&](auto index) { found = ecosystem_of(catalogue, index); });
  if (found) return catalogue[*found];
  return catalogue.ecosystems().empty() ? std::nullopt : std::optional(catalogue.ecosystems().front());
}

}  // namespace

http::Response correction_form(http::Request const& request, View const& view, PathArguments const&) {
  return form(view, request.query.first("page").value_or("/"), "", "", 200);
}

http::Response leave_correction(http::Request const& request, View const& view, Store& store) {
  auto const page = request.form.first("page").value_or("");
  auto const message = request.form.first("message").value_or("");
  auto const ecosystem = ecosystem_of_page(view.atlas, page);
  if (!ecosystem) return show_error(view, "/corrections", {Fault::missing, "ecosystem.missing"});
  auto const writer = store.writer(*ecosystem, {"visitor"});
  auto const left = wegwijzer::leave_correction(*writer, page, message, view.moment.today);
  if (!left) {
    return form(view, page, message, view.language.sentence(left.error()), status_of(left.error().fault));
  }
  writer->commit();
  return http::redirect(view.page("/corrections/thanks").with("page", left->page).text());
}

http::Response correction_thanks(http::Request const& request, View const& view, PathArguments const&) {
  auto const& t = view.language;
  auto const page = request.query.first("page").value_or("/");
  // Only to a page of ours: "//elsewhere" is another site.
  bool const ours = page.starts_with('/') && !page.starts_with("//") && page.find('\\') == page.npos;
  return show(view,
              {.title = t("correction.thanks"),
               .body = html(R"(<h1>{}</h1><p class="lead">{}</p><p><a class="button" href="{}">{}</a></p>)",
                            t("correction.thanks"), t("correction.thanks_text"), view.page(ours ? page : "/"),
                            t("correction.back")),
               .path = "/corrections/thanks",
               .findable = false});
}

}  // namespace wegwijzer::web::pages
