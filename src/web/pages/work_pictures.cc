// SPDX-License-Identifier: EUPL-1.2
// The pictures of an offering: one more, another order, other words, away.
#include <algorithm>

#include "usecases/workplace/pictures.h"
#include "web/form_fields.h"
#include "web/handlers.h"
#include "web/page.h"
#include "web/parts.h"
#include "web/typed_fields.h"
#include "web/work_parts.h"

namespace wegwijzer::web::pages {

namespace {

// A telephone that keeps its pictures in another kind sends one of these instead.
constexpr char const* kinds_of_pictures = "image/jpeg,image/png,image/webp";

// The one that was changed, and how that went.
struct PictureOutcome {
  std::string picture{};  // its checksum; empty for a new one
  std::vector<Error> problems{};
  http::Parameters typed{};
};

struct Album {
  View const& view;
  Desk const& desk;
  OfferingBench const& at;
  PictureOutcome const& outcome;

  std::string path() const { return at.bench.path(at.offering.id) + "/pictures"; }

  Html form(Html const& fields, char const* button, char const* kind = "button") const {
    return account_form(view, desk, path(), fields, view.language(button), kind);
  }

  bool about(Picture const& picture) const { return outcome.picture == picture.checksum; }
};

// From the store: the atlas, which visitors see, may be half a second behind, and has no archived offerings.
Html shown(Album const& album, Picture const& picture) {
  return html(
      R"(<img src="{}" width="{}" height="{}" alt="{}" lang="nl">)",
      album.view.page(album.path() + "/" + picture_name(picture, picture_widths(picture.width).front())),
      picture.width, picture.height, picture.description);
}

Html words_form(Album const& album, Picture const& picture) {
  auto const& t = album.view.language;
  auto const id = "words-" + picture.checksum;
  bool const tried = album.about(picture) && !album.outcome.problems.empty();
  auto const typed =
      tried ? std::string(album.outcome.typed.first("description").value_or("")) : picture.description;
  auto const problem = tried ? html(R"(<strong class="problem" role="alert">{}</strong>)",
                                    t.sentence(album.outcome.problems.front()))
                             : Html();
  return album.form(
      hidden("do", "describe") + hidden("picture", picture.checksum) + hidden("seen", picture.description) +
          html(
              R"(<div class="field"><label for="{}">{}</label>{}<input id="{}" name="description" type="text" value="{}"></div>)",
              id, t("work_picture.description"), problem, id, typed),
      "work_picture.save_words");
}

Html first_form(Album const& album, Picture const& picture) {
  return album.form(hidden("do", "first") + hidden("picture", picture.checksum), "work_picture.first");
}

// It cannot come back, so it is asked once more.
Html away_form(Album const& album, Picture const& picture) {
  auto const& t = album.view.language;
  return html(
      R"(<details><summary>{}</summary><p>{}</p>{}</details>)", t("work_picture.away"),
      t("work_picture.away_sure"),
      album.form(hidden("do", "away") + hidden("picture", picture.checksum), "work_picture.away_yes"));
}

Html album_of(Album const& album) {
  auto const& all = album.at.offering.pictures.all;
  if (all.empty()) return html("<p>{}</p>", album.view.language("work_picture.none"));
  return html(R"(<ol class="album">{}</ol>)", each(all, [&](Picture const& picture) {
                return html(R"(<li id="{}">{}<div>{}{}{}</div></li>)", "picture-" + picture.checksum,
                            shown(album, picture), words_form(album, picture),
                            &picture == &all.front() ? Html() : first_form(album, picture),
                            away_form(album, picture));
              }));
}

Html new_picture(Album const& album) {
  auto const& t = album.view.language;
  if (album.at.offering.pictures.all.size() >= most_pictures) {
    return html("<p>{}</p>", t("work_picture.no_room", {{"most", std::to_string(most_pictures)}}));
  }
  bool const tried = album.outcome.picture.empty();
  std::vector<Error> const none;
  http::Parameters const nothing;
  FormView const form{album.view, "work_picture.", tried ? album.outcome.typed : nothing,
                      tried ? album.outcome.problems : none};
  return problems_of(form) +
         html(
             R"(<form method="post" class="work" enctype="multipart/form-data" action="{}">{}{}<p><button class="button primary" type="submit">{}</button></p></form>)",
             album.view.page(album.path()), hidden("form", album.desk.form_token) + hidden("do", "add"),
             field_group(t("work_picture.new"), file_field(form, "picture", kinds_of_pictures) +
                                                    line_field(form, "description") +
                                                    needed_tick_field(form, "consent")),
             t("work_picture.add"));
}

// What is not filled in is a mistake of the form, and no page that is missing.
int status_after(PictureOutcome const& outcome) {
  if (outcome.problems.empty()) return 200;
  auto const fault = outcome.problems.front().fault;
  return fault == Fault::missing ? 400 : status_of(fault);
}

http::Response show_album(View const& view, Desk const& desk, OfferingBench const& at,
                          PictureOutcome const& outcome = {}, std::string const& done = "") {
  Album const album{view, desk, at, outcome};
  auto const& t = view.language;
  auto const notice = done.empty() ? Html() : html(R"(<p class="notice" role="status">{}</p>)", done);
  return work_page(view, {.path = album.path(),
                          .title = t("work_picture.title", {{"title", at.offering.title}}),
                          .body = notice +
                                  html(R"(<p class="lead">{}</p>)",
                                       t("work_picture.lead", {{"most", std::to_string(most_pictures)}})) +
                                  album_of(album) + new_picture(album),
                          .status = status_after(outcome),
                          .back = at.bench.organisation.name,
                          .back_to = at.bench.path()});
}

// What was done, for the page that follows.
http::Response after(View const& view, OfferingBench const& at, char const* done) {
  return http::redirect(view.page(at.bench.path(at.offering.id) + "/pictures").with("done", done).text());
}

std::string said_of(http::Request const& request, View const& view) {
  constexpr std::string_view all[] = {"added", "words", "first", "away"};
  auto const done = request.query.first("done").value_or("");
  if (std::ranges::find(all, done) == std::end(all)) return "";
  return view.language("work_picture.done_" + std::string(done));
}

// A change of what is in the store now, kept when it succeeds.
template <class Change>
Done change(Desk const& desk, OfferingBench const& at, Change change_it) {
  auto const writer = writer_of(desk, at.bench, accounts::Action::keep_offering);
  if (!writer) return fail(writer.error());
  auto const changed = change_it(**writer, at.offering.id);
  if (!changed) return fail(changed.error());
  (*writer)->commit();
  return {};
}

// What is wrong with a new picture before anybody looks at its bytes.
std::vector<Error> problems_of_new(http::Request const& request, TypedFields& typed) {
  if (!request.file("picture")) typed.wrong("picture", {Fault::missing, "work_picture.file_missing"});
  typed.value("description", read_description);
  if (!typed.has("description")) {
    typed.wrong("description", {Fault::missing, "work_picture.description_missing"});
  }
  if (!typed.ticked("consent")) typed.wrong("consent", {Fault::missing, "work_picture.consent_missing"});
  // A browser does not choose the file again by itself.
  if (!typed.problems().empty() && request.file("picture")) {
    typed.wrong("picture", {Fault::missing, "work_picture.choose_again"});
  }
  return typed.problems();
}

Done add(http::Request const& request, View const& view, Desk const& desk, OfferingBench const& at) {
  auto const bytes = request.file("picture").value_or("");
  auto const made = desk.parts.pictures.make(bytes, visit_of(desk).person.id, view.moment.today);
  if (!made) return fail(made.error());
  auto const description = *read_description(TypedFields(request.form).text("description"));
  return change(desk, at,
                [&](Writer& writer, Id<Offering> id) { return add_picture(writer, id, *made, description); });
}

http::Response answer_new(http::Request const& request, View const& view, Desk const& desk,
                          OfferingBench const& at) {
  TypedFields typed(request.form);
  auto const problems = problems_of_new(request, typed);
  if (!problems.empty()) return show_album(view, desk, at, {"", problems, request.form});
  auto const added = add(request, view, desk, at);
  if (added) return after(view, at, "added");
  return show_album(view, desk, at, {"", {in_field(added.error(), "picture")}, request.form});
}

http::Response answer_words(http::Request const& request, View const& view, Desk const& desk,
                            OfferingBench const& at) {
  TypedFields const typed(request.form);
  auto const sum = typed.text("picture"), seen = typed.text("seen");
  auto const words = read_description(typed.text("description"));
  auto const kept = words.and_then([&](std::string const& description) {
    return change(desk, at, [&](Writer& writer, Id<Offering> id) {
      return describe_picture(writer, id, sum, seen, description);
    });
  });
  if (kept) return after(view, at, "words");
  if (kept.error().key == "work_picture.missing") return work_refused(view, kept.error());
  return show_album(view, desk, at, {sum, {kept.error()}, request.form});
}

http::Response answer_wish(std::string const& wish, View const& view, Desk const& desk,
                           OfferingBench const& at, std::string const& sum) {
  auto const kept = change(desk, at, [&](Writer& writer, Id<Offering> id) {
    return wish == "away" ? take_picture_away(writer, id, sum) : show_picture_first(writer, id, sum);
  });
  return kept ? after(view, at, wish == "away" ? "away" : "first") : work_refused(view, kept.error());
}

}  // namespace

http::Response offering_pictures(http::Request const& request, View const& view, Desk const& desk,
                                 PathArguments const& arguments) {
  auto const at = offering_bench(desk, arguments[0], arguments[1], accounts::Action::keep_offering);
  return at ? show_album(view, desk, *at, {}, said_of(request, view)) : work_refused(view, at.error());
}

http::Response change_pictures(http::Request const& request, View const& view, Desk const& desk,
                               PathArguments const& arguments) {
  auto const at = offering_bench(desk, arguments[0], arguments[1], accounts::Action::keep_offering);
  if (!at) return work_refused(view, at.error());
  TypedFields const typed(request.form);
  auto const wish = typed.text("do");
  if (wish == "add") return answer_new(request, view, desk, *at);
  if (wish == "describe") return answer_words(request, view, desk, *at);
  if (wish == "first" || wish == "away") return answer_wish(wish, view, desk, *at, typed.text("picture"));
  return work_refused(view, {Fault::missing, "work_picture.missing"});
}

http::Response offering_picture(http::Request const&, View const& view, Desk const& desk,
                                PathArguments const& arguments) {
  auto const at = offering_bench(desk, arguments[0], arguments[1], accounts::Action::keep_offering);
  if (!at) return work_refused(view, at.error());
  auto const called_so = [&](Picture const& picture) {
    return std::ranges::any_of(picture_widths(picture.width),
                               [&](int width) { return picture_name(picture, width) == arguments[2]; });
  };
  auto const ground = desk.store.ground();
  auto const file = ground->file(GroundKind::picture, arguments[2]);
  if (!file || !std::ranges::any_of(at->offering.pictures.all, called_so)) return http::problem(404);
  return http::file(http::Body(ground->bytes(*file)), "image/webp");
}

}  // namespace wegwijzer::web::pages
