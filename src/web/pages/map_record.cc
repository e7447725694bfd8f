// SPDX-License-Identifier: EUPL-1.2
// One record of the community map, of whatever kind: what stands in each field, who or what said it and when
// it was last confirmed, and changing it. And a new organisation or place.
#include <algorithm>

#include "usecases/community/any_record.h"
#include "usecases/community/past.h"
#include "usecases/import/address_lookup.h"
#include "web/contact_parts.h"
#include "web/handlers.h"
#include "web/map_table.h"
#include "web/parts.h"
#include "web/phrases.h"
#include "web/record_words.h"

namespace wegwijzer::web::pages {

namespace {

// A record as its page needs it.
struct ShownRecord {
  std::string kind;
  Uuid id;
  std::string name;
  std::string source;
  bool archived = false;
  std::optional<Date> confirmed_on;
  bool is_stale = false;
  std::vector<FieldOrigin> origins;  // in the order of the fields
};

struct RecordView {
  View const& view;
  Desk const& desk;
  NetworkBench const& bench;
  ShownRecord const& record;
  std::vector<FieldShape> const& shapes;

  Language const& t() const { return view.language; }

  std::string path() const { return record_path(bench, record.kind, record.id); }
};

template <class Thing>
ShownRecord shown_record(Reader& reader, Thing const& thing, Date today) {
  std::string kind(record_name<Thing>);
  auto origins = field_origins(thing, reader.audit(kind, thing.id.uuid()));
  return {std::move(kind),
          thing.id.uuid(),
          std::string(name_of(thing)),
          thing.source,
          thing.archived_on.has_value(),
          thing.confirmed_on,
          stale(thing, today),
          std::move(origins)};
}

std::optional<ShownRecord> find_record(Reader& reader, std::string const& kind, std::string const& id,
                                       Date today) {
  std::optional<ShownRecord> shown;
  with_kind(kind, [&]<class Thing>(Kind<Thing>) {
    auto const parsed = Id<Thing>::parse(id);
    auto const thing = parsed ? records<Thing>(reader).find(*parsed) : fail(Fault::missing, "record.missing");
    if (thing) shown = shown_record(reader, *thing, today);
  });
  return shown;
}

std::string when(Language const& t, Instant at) {
  return date_phrase(t, local_date(at));
}

// "Lea de Wit, 3 maart 2026", or the source that brought it.
std::string said_by(RecordView const& record, FieldOrigin const& origin) {
  auto const& t = record.t();
  if (origin.said_by.empty()) return t("map_work.said_unknown");
  auto const who = actor_name(record.view, *record.desk.store.accounts(), origin.said_by);
  return t("map_work.said_by", {{"who", who}, {"day", when(t, origin.said_at)}});
}

std::string provenance(RecordView const& record, FieldOrigin const& origin) {
  auto const& t = record.t();
  if (origin.value.value_or("").empty()) return t("map_work.says_nothing");
  if (origin.confirmed_by.empty()) return said_by(record, origin) + " · " + t("map_work.not_confirmed");
  auto const who = actor_name(record.view, *record.desk.store.accounts(), origin.confirmed_by);
  return said_by(record, origin) + " · " +
         t("map_work.confirmed_by", {{"who", who}, {"day", when(t, origin.confirmed_at)}});
}

// What was typed of a record, and what is wrong with it.
struct TypedRecord {
  http::Parameters form;
  std::vector<Error> problems{};
};

Error const* problem_of(TypedRecord const& typed, std::string const& field) {
  auto const found = std::ranges::find(typed.problems, field, &Error::field);
  return found == typed.problems.end() ? nullptr : &*found;
}

FieldText typed_value(TypedRecord const& typed, FieldShape const& shape, FieldText const& now) {
  if (typed.form.empty()) return now;
  std::string joined;
  for (auto const one : typed.form.all(shape.name)) joined += (joined.empty() ? "" : "; ") + std::string(one);
  return joined;
}

Html shown_field(RecordView const& record, FieldOrigin const& origin) {
  return html(
      R"(<div class="field"><p class="label">{}</p><p class="told"><span class="hint">{}</span></p><p>{}</p></div>)",
      field_label(record.view, origin.field), provenance(record, origin),
      field_words(record.view, *record.bench.reader, record.record.kind, origin.field, origin.value));
}

Html field_of(RecordView const& record, TypedRecord const& typed, FieldShape const& shape,
              FieldOrigin const& origin, std::vector<FormChoice> const& organisations) {
  if (shape.sort == FieldSort::other) return shown_field(record, origin);
  return field_input(
      record.view, shape,
      {shape.name, field_label(record.view, shape.name), typed_value(typed, shape, origin.value),
       provenance(record, origin), problem_of(typed, shape.name)},
      organisations);
}

// Above the form a sentence stands far from its field, so it begins with which field it is about.
std::vector<Error> named_problems(View const& view, std::vector<Error> const& problems) {
  std::vector<Error> named = problems;
  for (auto& one : named) {
    if (one.field.empty()) continue;
    one = {one.fault,
           "map_work.problem_of",
           {{"field", field_label(view, one.field)}, {"what", view.language.sentence(one)}},
           one.field};
  }
  return named;
}

bool has_organisation(std::vector<FieldShape> const& shapes) {
  return std::ranges::any_of(shapes, [](auto const& one) { return one.sort == FieldSort::organisation; });
}

// What the form shows, to tell later what somebody changed of it.
std::string seen_fields(ShownRecord const& record) {
  http::Parameters seen;
  for (auto const& origin : record.origins) {
    if (origin.value) seen.add(origin.field, *origin.value);
  }
  return seen.text();
}

Html summary_of(RecordView const& record) {
  auto const& t = record.t();
  auto const& one = record.record;
  auto const source = one.source.empty() ? t("map_work.from_by_hand")
                                         : choice_phrase(t, "map_work.from_", origin_of(one.source)) + " (" +
                                               one.source + ")";
  auto const standing = one.archived        ? t("map_work.standing_archived")
                        : !one.confirmed_on ? t("map_work.standing_never_confirmed")
                        : one.is_stale
                            ? t("map_work.stale_since", {{"day", date_phrase(t, *one.confirmed_on)}})
                            : t("map_work.confirmed", {{"day", date_phrase(t, *one.confirmed_on)}});
  auto const public_page = one.kind == "organisation" ? "/organisations"
                           : one.kind == "venue"      ? "/venues"
                           : one.kind == "offering"   ? "/offerings"
                                                      : "";
  auto const shown_to_all =
      *public_page ? html(R"( · <a href="{}">{}</a>)", record.view.page(public_page).segment(text(one.id)),
                          t("map_work.public_page"))
                   : Html();
  auto const history =
      keeps_whole_map(record.desk.asker(), record.bench.ecosystem)
          ? html(R"( · <a href="{}">{}</a>)",
                 record.view.page(history_path(record.bench.ecosystem, one.kind, one.id)), t("work.history"))
          : Html();
  return html(R"(<p>{} · {}{}{}</p>)", source, standing, history, shown_to_all);
}

// A steward's own part of the map that a bench is about.
std::optional<AreaCode> kept_area(Desk const& desk, NetworkBench const& bench) {
  for (auto const& area : own_areas(desk, bench.ecosystem)) {
    if (bench.area && lies_in(*bench.area, area)) return area;
  }
  return std::nullopt;
}

// To the table that one came from, or to one's own part of the map.
std::string way_back(Desk const& desk, NetworkBench const& bench, std::string const& kind) {
  auto const area = kept_area(desk, bench);
  return area && !keeps_whole_map(desk.asker(), bench.ecosystem) ? area_path(bench, *area)
                                                                 : table_path(bench, kind);
}

std::string back_from(View const& view, Desk const& desk, NetworkBench const& bench,
                      std::string const& kind) {
  auto const area = kept_area(desk, bench);
  return area && !keeps_whole_map(desk.asker(), bench.ecosystem) ? name_of_area(view, *area)
                                                                 : kind_plural(view, kind);
}

// Of an organisation that is on the map.
Html people_of_record(RecordView const& record) {
  if (record.record.kind != record_name<Organisation> || record.record.archived) return {};
  auto& reader = *record.bench.reader;
  auto const organisation = reader.organisations().find(Id<Organisation>(record.record.id));
  if (!organisation) return {};
  return people_section(record.view, record.desk, record.bench.ecosystem, reader, *organisation);
}

http::Response show_record(RecordView const& record, TypedRecord const& typed, std::string const& done) {
  auto const& t = record.t();
  auto const organisations = has_organisation(record.shapes) ? organisation_choices(*record.bench.reader)
                                                             : std::vector<FormChoice>();
  Html fields;
  for (std::size_t i = 0; i < record.shapes.size(); ++i) {
    fields += field_of(record, typed, record.shapes[i], record.record.origins[i], organisations);
  }
  auto const named = named_problems(record.view, typed.problems);
  FormView const problems{record.view, "record_field.", typed.form, named};
  auto const notice =
      done.empty() ? Html() : html(R"(<p class="notice" role="status">{}</p>)", t("map_work.record_" + done));
  auto const confirm = account_form(record.view, record.desk, record.path() + "/confirm", {},
                                    t("map_work.all_right"), "button");
  auto const form = html(
      R"(<form method="post" class="work" novalidate action="{}">{}<div class="group">{}</div><p><button class="button primary" type="submit">{}</button></p></form>)",
      record.view.page(record.path()),
      hidden("form", record.desk.form_token) + hidden("seen", seen_fields(record.record)), fields,
      t("work.keep"));
  auto const name = record.record.name.empty() ? t("map_work.nameless") : record.record.name;
  return work_page(record.view,
                   {.path = record.path(),
                    .title = name,
                    .body = notice + problems_of(problems) + summary_of(record) + people_of_record(record) +
                            confirm + form,
                    .status = typed.problems.empty() ? 200 : 400,
                    .back = back_from(record.view, record.desk, record.bench, record.record.kind),
                    .back_to = way_back(record.desk, record.bench, record.record.kind)});
}

// What was typed of each field that the form has, beside what it showed.
struct TypedEdits {
  std::vector<Edit> edits;
  std::vector<Error> problems;
};

TypedEdits typed_edits(RecordView const& record, http::Parameters const& form) {
  TypedEdits out;
  auto const parsed = http::Parameters::parse(form.first("seen").value_or(""));
  auto const seen = parsed.value_or(http::Parameters());
  for (auto const& shape : record.shapes) {
    // A list of which nothing is ticked is not in what a browser sends; anything else that is not is not
    // asked.
    if (shape.sort == FieldSort::other || (!shape.is_list() && !form.has(shape.name))) continue;
    auto const typed = read_field(shape, form.all(shape.name));
    if (!typed) {
      out.problems.push_back(typed.error());
      continue;
    }
    auto const before = seen.first(shape.name);
    FieldText const shown = before ? FieldText(std::string(*before)) : std::nullopt;
    if (*typed != shown)
      out.edits.push_back({record.record.kind, record.record.id, shape.name, shown, *typed});
  }
  return out;
}

// What somebody else wrote meanwhile, and what cannot stand there.
std::vector<Error> problems_with(RecordView const& record, Applied const& applied) {
  std::vector<Error> problems;
  for (auto const& edit : applied.stayed) {
    auto const found = std::ranges::find(record.record.origins, edit.field, &FieldOrigin::field);
    auto const theirs = found == record.record.origins.end() ? FieldText() : found->value;
    problems.push_back(
        {Fault::conflict,
         "work.other_wrote",
         {{"text", field_words(record.view, *record.bench.reader, edit.record, edit.field, theirs)}},
         edit.field});
  }
  for (auto const& refused : applied.refused) problems.push_back(refused.second);
  return problems;
}

struct RecordBench {
  NetworkBench bench;
  ShownRecord record;
};

Result<RecordBench> record_bench(View const& view, Desk const& desk, PathArguments const& arguments) {
  auto bench = bench_of_record(view, desk, arguments[0], arguments[1], arguments[2]);
  if (!bench) return fail(bench.error());
  auto record = find_record(*bench->reader, arguments[1], arguments[2], view.moment.today);
  if (!record) return fail(Fault::missing, "page.missing");
  return RecordBench{*std::move(bench), *std::move(record)};
}

std::string done_in(http::Request const& request) {
  auto const done = request.query.first("done").value_or("");
  bool const known = done == "saved" || done == "confirmed" || done == "made";
  return known ? std::string(done) : "";
}

}  // namespace

http::Response map_record(http::Request const& request, View const& view, Desk const& desk,
                          PathArguments const& arguments) {
  auto const at = record_bench(view, desk, arguments);
  if (!at) return work_refused(view, at.error());
  auto const shapes = field_shapes(view, at->record.kind);
  return show_record({view, desk, at->bench, at->record, shapes}, {}, done_in(request));
}

http::Response change_map_record(http::Request const& request, View const& view, Desk const& desk,
                                 PathArguments const& arguments) {
  auto const at = record_bench(view, desk, arguments);
  if (!at) return work_refused(view, at.error());
  auto const shapes = field_shapes(view, at->record.kind);
  RecordView const record{view, desk, at->bench, at->record, shapes};
  auto const typed = typed_edits(record, request.form);
  if (!typed.problems.empty()) return show_record(record, {request.form, typed.problems}, "");
  auto const writer = writer_of(desk, at->bench, accounts::Action::keep_area);
  if (!writer) return work_refused(view, writer.error());
  auto const applied = apply_edits(**writer, typed.edits);
  // All of the form or nothing; what somebody else wrote is shown beside what was typed.
  auto const now = find_record(*at->bench.reader, arguments[1], arguments[2], view.moment.today);
  if (auto problems = problems_with({view, desk, at->bench, *now, shapes}, applied); !problems.empty()) {
    return show_record({view, desk, at->bench, *now, shapes}, {request.form, std::move(problems)}, "");
  }
  (*writer)->commit();
  return http::redirect(view.page(record.path()).with("done", "saved").text());
}

http::Response confirm_map_record(http::Request const&, View const& view, Desk const& desk,
                                  PathArguments const& arguments) {
  auto const at = record_bench(view, desk, arguments);
  if (!at) return work_refused(view, at.error());
  auto const writer = writer_of(desk, at->bench, accounts::Action::keep_area);
  if (!writer) return work_refused(view, writer.error());
  auto const& [kind, id] = std::tie(at->record.kind, at->record.id);
  FieldText const before = to_field_text(at->record.confirmed_on), today = text(view.moment.today);
  // Who says it a second time today says it of what was changed in between.
  if (before == today) (*writer)->confirm_field(kind, id, "confirmed_on", today);
  Edit const edit{kind, id, "confirmed_on", before, today};
  apply_edits(**writer, std::span(&edit, 1));
  (*writer)->commit();
  return http::redirect(
      view.page(record_path(at->bench, at->record.kind, at->record.id)).with("done", "confirmed").text());
}

namespace {

// What somebody can add here; an activity is added at its organisation, and the rest follows from others.
bool can_be_added(std::string_view kind, NetworkBench const& bench) {
  bool const of_all = kind == record_name<Organisation> || kind == record_name<Hub>;
  return kind == record_name<Venue> || (of_all && !bench.area);
}

// A new record in the network, or, by the field "area", in the part of it that somebody keeps.
Result<NetworkBench> bench_for_new(Desk const& desk, PathArguments const& arguments,
                                   http::Parameters const& parameters) {
  auto const typed = AreaCode::parse(parameters.first("area").value_or(""));
  auto bench = network_bench(desk, arguments[0], accounts::Action::keep_area,
                             typed ? std::optional(*typed) : std::nullopt);
  if (bench && !can_be_added(arguments[1], *bench)) return fail(Fault::missing, "page.missing");
  return bench;
}

http::Response show_new(View const& view, Desk const& desk, NetworkBench const& bench,
                        std::string const& kind, TypedRecord const& typed) {
  auto const& t = view.language;
  auto const shapes = field_shapes(view, kind);
  auto const organisations =
      has_organisation(shapes) ? organisation_choices(*bench.reader) : std::vector<FormChoice>();
  auto const fields = each(shapes, [&](FieldShape const& shape) {
    if (shape.sort == FieldSort::other) return Html();
    auto const hint = shape.name == "point" ? t("map_work.point_hint") : "";
    return field_input(view, shape,
                       {shape.name, field_label(view, shape.name), typed_value(typed, shape, {}), hint,
                        problem_of(typed, shape.name)},
                       organisations);
  });
  auto const named = named_problems(view, typed.problems);
  FormView const problems{view, "record_field.", typed.form, named};
  auto const path = bench.path() + "/records/" + kind + "/new";
  return work_page(
      view,
      {.path = path,
       .title = t("map_work.add_" + kind),
       .body =
           problems_of(problems) +
           html(
               R"(<form method="post" class="work" novalidate action="{}">{}<div class="group">{}</div><p><button class="button primary" type="submit">{}</button></p></form>)",
               view.page(path),
               hidden("form", desk.form_token) + (bench.area ? hidden("area", text(*bench.area)) : Html()),
               fields, t("work.keep")),
       .status = typed.problems.empty() ? 200 : 400,
       .back = back_from(view, desk, bench, kind),
       .back_to = way_back(desk, bench, kind)});
}

// A place lies where its address is, unless somebody says where.
template <class Thing>
Done locate(Writer&, Thing&, http::Parameters const&) {
  return {};
}

Done locate(Writer& writer, Venue& venue, http::Parameters const& form) {
  if (!trimmed(form.first("point").value_or("")).empty()) return {};
  bool const says_where = !venue.street.empty() || !venue.postcode.empty() || !venue.city.empty();
  if (!says_where) return fail(in_field({Fault::missing, "map_work.where_needed"}, "street"));
  auto const found = AddressLookup(writer).find(venue);
  if (!found) {
    auto const& arguments = found.error().arguments;
    return fail(in_field({Fault::missing, "map_work.address_unknown", arguments}, "street"));
  }
  venue.point = found->point;
  return {};
}

// A steward adds what lies in the own part of the map.
template <class Thing>
Done lies_in_part(View const&, NetworkBench const&, Thing const&) {
  return {};
}

Done lies_in_part(View const& view, NetworkBench const& bench, Venue const& venue) {
  if (!bench.area) return {};
  auto const& areas = view.atlas.areas();
  auto const at = areas.smallest_at(venue.point);
  if (at && lies_in(areas[*at].code, *bench.area)) return {};
  return fail(in_field({Fault::invalid, "map_work.outside_area", {{"area", name_of_area(view, *bench.area)}}},
                       "street"));
}

// Nothing made of fields that are empty: the record has its own beginning for those.
template <class Thing>
Result<Thing> typed_record(View const& view, Writer& writer, http::Parameters const& form,
                           std::vector<Error>& problems) {
  Thing thing;
  thing.id = writer.new_id<Thing>();
  for (auto const& shape : field_shapes(view, record_name<Thing>)) {
    bool const left_out = shape.sort == FieldSort::other || (shape.name == "point" && !form.has("point")) ||
                          (shape.name == "point" && trimmed(*form.first("point")).empty());
    if (left_out) continue;
    auto const typed = read_field(shape, form.all(shape.name));
    auto const set = typed ? set_text(thing, shape.name, *typed) : Done(fail(typed.error()));
    if (!set && !(typed && typed->value_or("").empty())) problems.push_back(set.error());
  }
  if (auto const located = locate(writer, thing, form); !located) problems.push_back(located.error());
  return thing;
}

template <class Thing>
http::Response make_record(View const& view, Desk const& desk, NetworkBench const& bench,
                           http::Parameters const& form) {
  std::string const kind(record_name<Thing>);
  auto const writer = writer_of(desk, bench, accounts::Action::keep_area);
  if (!writer) return work_refused(view, writer.error());
  std::vector<Error> problems;
  auto thing = typed_record<Thing>(view, **writer, form, problems);
  if (auto const inside = lies_in_part(view, bench, *thing); !inside && problems.empty()) {
    problems.push_back(inside.error());
  }
  if (!problems.empty()) return show_new(view, desk, bench, kind, {form, problems});
  thing->confirmed_on = view.moment.today;
  auto const saved = records<Thing>(**writer).save(*std::move(thing));
  if (!saved) return work_refused(view, saved.error());
  (*writer)->commit();
  return http::redirect(view.page(record_path(bench, kind, saved->id.uuid())).with("done", "made").text());
}

}  // namespace

http::Response new_map_record(http::Request const& request, View const& view, Desk const& desk,
                              PathArguments const& arguments) {
  auto const bench = bench_for_new(desk, arguments, request.query);
  if (!bench) return work_refused(view, bench.error());
  return show_new(view, desk, *bench, arguments[1], {});
}

http::Response make_map_record(http::Request const& request, View const& view, Desk const& desk,
                               PathArguments const& arguments) {
  auto const bench = bench_for_new(desk, arguments, request.form);
  if (!bench) return work_refused(view, bench.error());
  if (arguments[1] == record_name<Venue>) return make_record<Venue>(view, desk, *bench, request.form);
  if (arguments[1] == record_name<Hub>) return make_record<Hub>(view, desk, *bench, request.form);
  return make_record<Organisation>(view, desk, *bench, request.form);
}

}  // namespace wegwijzer::web::pages
