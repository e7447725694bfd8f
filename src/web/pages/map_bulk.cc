// SPDX-License-Identifier: EUPL-1.2
// Many records of the table changed at once: what is to change, then how it would be, then it is done and can
// be taken back. Nothing is kept between the pages; the form carries what was chosen and in which version.
#include <algorithm>

#include "base/words.h"
#include "usecases/community/bulk.h"
#include "web/handlers.h"
#include "web/map_table.h"
#include "web/parts.h"
#include "web/phrases.h"
#include "web/record_words.h"
#include "web/typed_fields.h"

namespace wegwijzer::web::pages {

namespace {

constexpr std::size_t most_chosen = 5'000;  // as many as a form of ours can carry
constexpr std::size_t most_shown = 100;
constexpr std::string_view do_confirm = "+confirm", do_archive = "+archive", do_restore = "+restore",
                           do_organise = "+organise";

struct BulkForm {
  View const& view;
  Desk const& desk;
  NetworkBench const& bench;
  AskedTable const& asked;
  std::vector<Chosen> chosen;
  std::string what;  // a field, or one of the above
  FieldShape const* shape;

  Language const& t() const { return view.language; }

  std::string count() const {
    return t().count("map_work.chosen", static_cast<int>(chosen.size()),
                     {{"what", lower_case(kind_plural(view, asked.record))}});
  }
};

std::string text_of_chosen(std::vector<Chosen> const& chosen) {
  std::string text;
  for (auto const& one : chosen) {
    text += (text.empty() ? "" : " ") + wegwijzer::text(one.id) + ":" + std::to_string(one.version);
  }
  return text;
}

std::vector<Chosen> chosen_in(std::string_view text) {
  std::vector<Chosen> all;
  for (auto const part : split(text, ' ')) {
    auto const colon = part.find(':');
    if (colon == part.npos) continue;
    auto const id = parse_uuid(part.substr(0, colon));
    auto const version = whole_number(part.substr(colon + 1));
    if (id && version) all.push_back({*id, *version});
  }
  return all;
}

// Those that were ticked, or all that fit; as they are now.
std::vector<Chosen> just_chosen(View const& view, NetworkBench const& bench, AskedTable const& asked,
                                http::Parameters const& form) {
  bool const all = form.first("all") == "yes";
  auto const ticked = form.all("id");
  std::vector<Chosen> chosen;
  for (auto const& row : table_rows(*bench.reader, asked.record, asked.query, {}, view.moment.today)) {
    bool const is_in = all || std::ranges::find(ticked, text(row.id)) != ticked.end();
    if (is_in) chosen.push_back({row.id, row.version});
  }
  return chosen;
}

Html carried(BulkForm const& form) {
  return hidden("chosen", text_of_chosen(form.chosen)) + hidden("do", form.what) +
         hidden("query", form.asked.parameters().text());
}

http::Response bulk_page(BulkForm const& form, Html body, int status = 200) {
  auto const path = table_path(form.bench, form.asked.record);
  return work_page(form.view, {.path = path,
                               .title = form.t()("map_work.change_many"),
                               .body = std::move(body),
                               .status = status,
                               .back = kind_plural(form.view, form.asked.record),
                               .back_to = path});
}

Html how_choices(BulkForm const& form, BulkAction chosen) {
  if (!form.shape->is_list()) return hidden("how", "set");
  auto const choice = [&](BulkAction action) {
    return html(R"(<label class="choice"><input type="radio" name="how" value="{}" {}> {}</label>)",
                text(action), Flag{"checked", action == chosen},
                choice_phrase(form.t(), "map_work.how_", action));
  };
  return html(R"(<fieldset class="field"><legend>{}</legend><div class="choices">{}{}{}</div></fieldset>)",
              form.t()("map_work.how"), choice(BulkAction::add), choice(BulkAction::take_out),
              choice(BulkAction::set));
}

http::Response ask_value(BulkForm const& form, FieldText const& value = {}, Error const* problem = nullptr) {
  FieldInput const asked{"value", field_label(form.view, form.shape->name), value, "", problem};
  auto const input = field_input(form.view, *form.shape, asked, organisation_choices(*form.bench.reader));
  auto const fields = carried(form) + hidden("step", "look") + how_choices(form, BulkAction::add) + input +
                      html(R"(<p class="hint">{}</p>)", form.t()("map_work.empty_is_cleared"));
  return bulk_page(
      form,
      html(R"(<p class="lead">{}</p><div class="narrow">{}</div>)", form.count(),
           account_form(form.view, form.desk, table_path(form.bench, form.asked.record) + "/change", fields,
                        form.t()("map_work.look_first"))),
      problem ? 400 : 200);
}

// The same again for who only looks and for who does it.
Html wish_fields(BulkWish const& wish) {
  auto fields = hidden("how", text(wish.action));
  auto const list = wish.value.value_or("");
  for (auto const part : split(list, ';')) fields += hidden("value", std::string(part));
  return fields;
}

Html planned(BulkForm const& form, BulkPlan const& plan) {
  auto const& t = form.t();
  auto const shown = std::span(plan.edits).first(std::min(most_shown, plan.edits.size()));
  auto const rows = each(shown, [&](Edit const& edit) {
    auto const words = [&](FieldText const& value) {
      return field_words(form.view, *form.bench.reader, edit.record, edit.field, value);
    };
    return html(R"(<tr><th scope="row">{}</th><td><del>{}</del></td><td><ins>{}</ins></td></tr>)",
                record_title(form.view, *form.bench.reader, edit.record, edit.id), words(edit.before),
                words(edit.after));
  });
  auto const rest = plan.edits.size() - shown.size();
  return html(
             R"(<div class="wide" role="region" tabindex="0" aria-label="{}"><table class="planned"><thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>{}</tbody></table></div>)",
             t("map_work.what_changes"), t("map_work.name"), t("map_work.now"), t("map_work.then"), rows) +
         (rest == 0
              ? Html()
              : html(R"(<p class="hint">{}</p>)", t.count("map_work.and_more", static_cast<int>(rest))));
}

Html told_of(BulkForm const& form, BulkPlan const& plan) {
  auto const& t = form.t();
  auto told = html(R"(<p class="lead">{}</p>)",
                   t.count("map_work.would_change", static_cast<int>(plan.edits.size())));
  if (plan.already > 0)
    told += html("<p>{}</p>", t.count("map_work.already", static_cast<int>(plan.already)));
  if (!plan.meanwhile.empty()) {
    told += html(R"(<p class="problem">{}</p>)",
                 t.count("map_work.meanwhile", static_cast<int>(plan.meanwhile.size())));
  }
  return told;
}

http::Response show_plan(BulkForm const& form, BulkWish const& wish) {
  auto const plan = plan_bulk(*form.bench.reader, wish, form.chosen, form.view.moment.today);
  auto const told = told_of(form, plan);
  if (plan.edits.empty()) return bulk_page(form, told);
  auto const fields = carried(form) + wish_fields(wish) + hidden("step", "apply");
  return bulk_page(
      form, told + planned(form, plan) +
                account_form(form.view, form.desk, table_path(form.bench, form.asked.record) + "/change",
                             fields, form.t().count("map_work.do_it", static_cast<int>(plan.edits.size()))));
}

// What the list of changes says of it.
std::string about(BulkForm const& form, BulkWish const& wish) {
  auto const of = form.count();
  if (!form.shape) return choice_phrase(form.t(), "map_work.did_", wish.action) + " · " + of;
  auto const value = field_words(form.view, *form.bench.reader, wish.record, wish.field, wish.value);
  auto const how = form.shape->is_list() ? choice_phrase(form.t(), "map_work.how_", wish.action) + " " : "";
  return field_label(form.view, wish.field) + ": " + how + value + " · " + of;
}

http::Response apply(BulkForm const& form, BulkWish const& wish) {
  auto const writer = writer_of(form.desk, form.bench, accounts::Action::keep_map);
  if (!writer) return work_refused(form.view, writer.error());
  auto const plan = plan_bulk(**writer, wish, form.chosen, form.view.moment.today);
  auto const change = (*writer)->begin(MapChangeKind::bulk, about(form, wish));
  auto applied = apply_edits(**writer, plan.edits);
  (*writer)->commit();
  for (auto const& one : plan.meanwhile) applied.stayed.push_back({wish.record, one.id, "", {}, {}});
  return to_map_changes(form.view, form.bench, change, applied, &form.asked);
}

http::Response organise(BulkForm const& form) {
  auto const writer = writer_of(form.desk, form.bench, accounts::Action::keep_map);
  if (!writer) return work_refused(form.view, writer.error());
  auto const change =
      (*writer)->begin(MapChangeKind::bulk, form.t()("map_work.do_organise") + " · " + form.count());
  auto const made = make_organisations(**writer, form.chosen);
  (*writer)->commit();
  Applied applied;
  applied.records = made;
  applied.stayed.resize(form.chosen.size() - made);
  return to_map_changes(form.view, form.bench, change, applied, &form.asked);
}

std::optional<BulkAction> own_action(std::string_view what) {
  if (what == do_confirm) return BulkAction::confirm;
  if (what == do_archive) return BulkAction::archive;
  return what == do_restore ? std::optional(BulkAction::restore) : std::nullopt;
}

http::Response with_field(BulkForm const& form, http::Parameters const& typed, std::string const& step) {
  if (step.empty()) return ask_value(form);
  auto const value = read_field(*form.shape, typed.all("value"));
  if (!value) {
    auto const problem = value.error();
    return ask_value(form, TypedFields(typed).text("value"), &problem);
  }
  auto const how = parse_choice<BulkAction>(typed.first("how").value_or(""));
  bool const of_list = how && (*how == BulkAction::add || *how == BulkAction::take_out);
  BulkWish const wish{form.asked.record, of_list && form.shape->is_list() ? *how : BulkAction::set,
                      form.shape->name, *value};
  return step == "apply" ? apply(form, wish) : show_plan(form, wish);
}

// Each page of the way there.
http::Response bulk(BulkForm const& form, http::Parameters const& typed) {
  auto const step = TypedFields(typed).text("step");
  if (form.chosen.empty()) return bulk_page(form, html("<p>{}</p>", form.t()("map_work.none_chosen")), 400);
  if (form.chosen.size() > most_chosen) {
    return bulk_page(
        form, html("<p>{}</p>", form.t().count("map_work.too_many", static_cast<int>(most_chosen))), 400);
  }
  if (form.what == do_organise && form.asked.record == record_name<Venue>) return organise(form);
  if (auto const action = own_action(form.what)) {
    BulkWish const wish{form.asked.record, *action};
    return step == "apply" ? apply(form, wish) : show_plan(form, wish);
  }
  if (!form.shape || form.shape->sort == FieldSort::other) {
    return work_refused(form.view, {Fault::invalid, "map_work.field_unknown", {{"value", form.what}}});
  }
  return with_field(form, typed, step);
}

}  // namespace

http::Response map_bulk(http::Request const& request, View const& view, Desk const& desk,
                        PathArguments const& arguments) {
  auto const bench = network_bench(desk, arguments[0], accounts::Action::keep_map);
  if (!bench) return work_refused(view, bench.error());
  auto const query = http::Parameters::parse(request.form.first("query").value_or(""));
  auto const asked = asked_table(view, arguments[1], query ? *query : http::Parameters());
  if (!asked) return work_refused(view, asked.error());
  auto const typed = request.form.first("chosen");
  auto const what = TypedFields(request.form).text("do");
  return bulk(
      {view, desk, *bench, *asked,
       typed ? chosen_in(*typed) : just_chosen(view, *bench, *asked, request.form), what, asked->shape(what)},
      request.form);
}

}  // namespace wegwijzer::web::pages
