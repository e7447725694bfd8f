// SPDX-License-Identifier: EUPL-1.2
// The map of a network as open data: for everybody its versions and files; for who may publish in its name, a
// new version.
#include "usecases/archive/open_data.h"

#include <algorithm>

#include "web/handlers.h"
#include "web/page.h"
#include "web/parts.h"
#include "web/phrases.h"
#include "web/typed_fields.h"
#include "web/work_parts.h"

namespace wegwijzer::web::pages {

namespace {

std::string version_path(Ecosystem const& ecosystem, OpenDataVersion const& version,
                         std::string const& file) {
  return "/e/" + ecosystem.slug + "/data/" + text(version.id) + "/" + file;
}

Url licence_url(OpenLicence licence) {
  auto const* const address =
      licence == OpenLicence::cc0     ? "https://creativecommons.org/publicdomain/zero/1.0/"
      : licence == OpenLicence::cc_by ? "https://creativecommons.org/licenses/by/4.0/"
                                      : "https://opendatacommons.org/licenses/odbl/1-0/";
  return *Url::website(address);
}

Html version_item(View const& view, Ecosystem const& ecosystem, OpenDataVersion const& version, bool newest) {
  auto const& t = view.language;
  auto const files = each(open_file_names(), [&](std::string const& name) {
    return html(R"(<li><a href="{}">{}</a></li>)", view.page(version_path(ecosystem, version, name)), name);
  });
  auto const note = version.note.empty() ? Html() : html("<p>{}</p>", version.note);
  return html(
      R"(<li><h2>{}</h2><p>{} <a href="{}">{}</a></p>{}<details {}><summary>{}</summary><ul>{}</ul></details></li>)",
      t("open_data.of_day", {{"day", date_phrase(t, local_date(version.at))}}), t("open_data.licence"),
      licence_url(version.licence), text(version.licence), note, Flag{"open", newest}, t("open_data.files"),
      files);
}

Html version_list(View const& view, Ecosystem const& ecosystem, std::vector<OpenDataVersion> const& all) {
  if (all.empty()) return html("<p>{}</p>", view.language("open_data.none"));
  return html(R"(<ul class="rows">{}</ul>)", each(all, [&](OpenDataVersion const& one) {
                return version_item(view, ecosystem, one, &one == &all.front());
              }));
}

std::unique_ptr<Reader> reader_of(View const& view, Store& store, std::string const& slug, Error& problem) {
  auto const known = view.ecosystem(slug);
  if (!known) {
    problem = known.error();
    return nullptr;
  }
  return store.reader(view.atlas.catalogue()[*known]);
}

}  // namespace

http::Response open_data(http::Request const&, View const& view, PathArguments const& arguments,
                         Store& store) {
  auto const path = "/e/" + arguments[0] + "/data";
  Error problem;
  auto const reader = reader_of(view, store, arguments[0], problem);
  if (!reader) return show_error(view, path, problem);
  auto const& ecosystem = reader->ecosystem();
  auto const& t = view.language;
  auto const title = t("open_data.title", {{"network", ecosystem.name}});
  return show(view, {.title = title,
                     .body = html(R"(<h1>{}</h1><p class="lead">{}</p>{})", title, t("open_data.lead"),
                                  version_list(view, ecosystem, reader->open_data_versions())),
                     .path = path});
}

http::Response open_data_file(http::Request const&, View const& view, PathArguments const& arguments,
                              Store& store) {
  auto const path = "/e/" + arguments[0] + "/data";
  Error problem;
  auto const reader = reader_of(view, store, arguments[0], problem);
  if (!reader) return show_error(view, path, problem);
  auto const all = reader->open_data_versions();
  auto const found = std::ranges::find(all, arguments[1], [](auto const& one) { return text(one.id); });
  if (found == all.end()) return show_error(view, path, {Fault::missing, "page.missing"});
  auto made = open_file(*reader, *found, arguments[2]);
  if (!made) return show_error(view, path, made.error());
  auto response = http::file(http::Body(std::move(made->bytes)), made->media_type);
  response.headers.set("Content-Disposition", "attachment; filename=\"" + made->name + "\"");
  return response;
}

namespace {

Html licence_choices(Language const& t) {
  return each(choices<OpenLicence>, [&](auto const& one) {
    return html(
        R"(<label class="choice"><input type="radio" name="licence" value="{}" {} required> <span><strong>{}</strong> {}</span></label>)",
        std::string(one.second), Flag{"checked", one.first == OpenLicence::odbl}, std::string(one.second),
        t("open_data.about_" + std::to_string(static_cast<int>(one.first))));
  });
}

}  // namespace

http::Response publishing(http::Request const& request, View const& view, Desk const& desk,
                          PathArguments const& arguments) {
  auto const bench = network_bench(desk, arguments[0], accounts::Action::publish_map);
  if (!bench) return work_refused(view, bench.error());
  auto const& t = view.language;
  auto const path = bench->path() + "/open-data";
  auto const fields =
      html(R"(<fieldset class="field"><legend>{}</legend><div class="choices">{}</div></fieldset>)",
           t("map_work.which_licence"), licence_choices(t)) +
      html(
          R"(<div class="field"><label for="note">{}</label><textarea id="note" name="note" rows="3" maxlength="1000"></textarea></div>)",
          t("map_work.version_note")) +
      html(R"(<label class="choice"><input type="checkbox" name="agreed" value="yes" required> {}</label>)",
           t("map_work.network_agrees"));
  auto const wrong = request.query.has("not_agreed")
                         ? html(R"(<p class="problem" role="alert">{}</p>)", t("map_work.agree_first"))
                         : Html();
  auto const done = request.query.has("done")
                        ? html(R"(<p class="notice" role="status">{}</p>)", t("map_work.published"))
                        : Html();
  return work_page(view,
                   {.path = path,
                    .title = t("map_work.way_open_data"),
                    .body = done + wrong + html(R"(<p class="lead">{}</p>)", t("map_work.open_data_lead")) +
                            html(R"(<div class="narrow">{}</div>)",
                                 account_form(view, desk, path, fields, t("map_work.publish"))) +
                            version_list(view, bench->ecosystem, bench->reader->open_data_versions()),
                    .back = t("map_work.title", {{"network", bench->ecosystem.name}}),
                    .back_to = bench->path()});
}

http::Response publish_version(http::Request const& request, View const& view, Desk const& desk,
                               PathArguments const& arguments) {
  auto const bench = network_bench(desk, arguments[0], accounts::Action::publish_map);
  if (!bench) return work_refused(view, bench.error());
  auto const path = bench->path() + "/open-data";
  auto const licence = parse_choice<OpenLicence>(request.form.first("licence").value_or(""));
  if (!licence || request.form.first("agreed") != "yes") {
    return http::redirect(view.page(path).with("not_agreed", "1").text());
  }
  auto const writer = writer_of(desk, *bench, accounts::Action::publish_map);
  if (!writer) return work_refused(view, writer.error());
  (*writer)->publish_open_data(*licence, TypedFields(request.form).text("note").substr(0, 1000));
  (*writer)->commit();
  return http::redirect(view.page(path).with("done", "1").text());
}

}  // namespace wegwijzer::web::pages
