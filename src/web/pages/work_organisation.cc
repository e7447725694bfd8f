// SPDX-License-Identifier: EUPL-1.2
// What an organisation says of itself: how to reach it, and safety.
#include "exchange/cells.h"
#include "usecases/workplace/merge_edit.h"
#include "web/form_fields.h"
#include "web/handlers.h"
#include "web/parts.h"
#include "web/record_words.h"
#include "web/typed_fields.h"
#include "web/work_parts.h"

namespace wegwijzer::web::pages {

namespace {

http::Parameters form_of(Organisation const& organisation) {
  http::Parameters form;
  auto const put = [&](char const* name, std::string const& value) {
    if (!value.empty()) form.add(name, value);
  };
  put("name", organisation.name);
  put("about", organisation.about);
  put("website", organisation.website);
  put("phone", organisation.phone);
  put("email", organisation.email);
  if (organisation.certificates) form.add("certificates", *organisation.certificates ? "yes" : "no");
  put("safety_contact", organisation.safety_contact);
  put("safety_phone", organisation.safety_phone);
  put("safety_email", organisation.safety_email);
  put("safety_rules", organisation.safety_rules);
  return form;
}

Organisation read(TypedFields& typed, Organisation organisation, Date today) {
  organisation.name = typed.value("name", read_line).value_or("");
  if (!typed.has("name")) typed.wrong("name", {Fault::missing, "work.name_missing"});
  organisation.about = typed.value("about", read_text).value_or("");
  organisation.website = typed.value("website", read_link).value_or("");
  organisation.phone = typed.value("phone", read_phone).value_or("");
  organisation.email = typed.value("email", read_email).value_or("");
  auto const certificates = typed.value(
      "certificates", [](std::string_view text) { return from_field_text<bool>(std::string(text)); });
  // Who keeps the form says it again, today.
  organisation.certificates_said_on = certificates ? std::optional(today) : std::nullopt;
  organisation.certificates = certificates;
  organisation.safety_contact = typed.value("safety_contact", read_line).value_or("");
  organisation.safety_phone = typed.value("safety_phone", read_phone).value_or("");
  organisation.safety_email = typed.value("safety_email", read_email).value_or("");
  organisation.safety_rules = typed.value("safety_rules", read_link).value_or("");
  return organisation;
}

Html fields(FormView const& form) {
  auto const& t = form.view.language;
  return field_group(t("organisation_form.reach"),
                     line_field(form, "name") + area_field(form, "about", 4) + line_field(form, "website") +
                         line_field(form, "phone", "tel") + line_field(form, "email", "email")) +
         field_group(t("organisation_form.safety"),
                     yes_no_field(form, "certificates") + line_field(form, "safety_contact") +
                         line_field(form, "safety_phone", "tel") + line_field(form, "safety_email", "email") +
                         line_field(form, "safety_rules"));
}

http::Response show_form(View const& view, Desk const& desk, Workbench const& bench,
                         http::Parameters const& typed, std::vector<Error> const& problems = {},
                         Html const& above = {}) {
  auto const& t = view.language;
  FormView const form{view, "organisation_form.", typed, problems};
  auto const seen = std::string(typed.first("seen").value_or(""));
  auto const history =
      html(R"(<p><a href="{}">{}</a></p>)", view.page(history_path(bench.ecosystem, bench.organisation.id)),
           t("work.history"));
  return work_page(
      view,
      {.path = bench.path() + "/about",
       .title = t("work.about"),
       .body =
           above + problems_of(form) +
           html(
               R"(<form method="post" class="work" novalidate action="{}">{}{}<p><button class="button primary" type="submit">{}</button></p></form>)",
               view.page(bench.path() + "/about"), hidden("form", desk.form_token) + hidden("seen", seen),
               fields(form), t("work.keep")) +
           history,
       .status = problems.empty() ? 200 : 400,
       .back = bench.organisation.name,
       .back_to = bench.path()});
}

http::Parameters opened(Organisation const& organisation) {
  auto form = form_of(organisation);
  auto const seen = form.text();
  form.add("seen", seen);
  return form;
}

// Two people changed the same field: the form comes back with what was typed, told what the other one wrote.
std::vector<Error> told_of(View const& view, Reader& reader, std::vector<Clash> const& clashes) {
  std::vector<Error> problems;
  for (auto const& clash : clashes) {
    if (clash.field == "certificates_said_on") continue;
    auto const theirs = field_words(view, reader, record_name<Organisation>, clash.field, clash.theirs);
    problems.push_back({Fault::conflict, "work.other_wrote", {{"text", theirs}}, clash.field});
  }
  return problems;
}

}  // namespace

http::Response organisation_about(http::Request const&, View const& view, Desk const& desk,
                                  PathArguments const& arguments) {
  auto const bench = workbench(desk, arguments[0], arguments[1], accounts::Action::keep_organisation);
  if (!bench) return work_refused(view, bench.error());
  return show_form(view, desk, *bench, opened(bench->organisation));
}

http::Response change_organisation(http::Request const& request, View const& view, Desk const& desk,
                                   PathArguments const& arguments) {
  auto const bench = workbench(desk, arguments[0], arguments[1], accounts::Action::keep_organisation);
  if (!bench) return work_refused(view, bench.error());
  auto const today = view.moment.today;
  auto const opened_writer = writer_of(desk, *bench, accounts::Action::keep_organisation);
  if (!opened_writer) return work_refused(view, opened_writer.error());
  auto const& writer = *opened_writer;
  auto const now = writer->organisations().find(bench->organisation.id);
  if (!now) return work_refused(view, now.error());
  auto const seen_form = http::Parameters::parse(request.form.first("seen").value_or(""));
  http::Parameters const seen_fields = seen_form.value_or(http::Parameters());
  TypedFields typed(request.form), seen_typed(seen_fields);
  auto const mine = read(typed, *now, today);
  if (!typed.problems().empty()) return show_form(view, desk, *bench, request.form, typed.problems());
  auto merged = merge_edit(read(seen_typed, *now, today), mine, *now);
  if (auto const problems = told_of(view, *bench->reader, merged.clashes); !problems.empty()) {
    auto again = form_of(merged.thing);
    again.add("seen", form_of(*now).text());
    return show_form(view, desk, *bench, again, problems);
  }
  merged.thing.confirmed_on = today;
  auto const saved = writer->organisations().save(std::move(merged.thing));
  if (!saved) return work_refused(view, saved.error());
  writer->commit();
  return to_own_offering(view, *bench, "about");
}

}  // namespace wegwijzer::web::pages
