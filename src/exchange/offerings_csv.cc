// SPDX-License-Identifier: EUPL-1.2
#include "exchange/offerings_csv.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/words.h"
#include "exchange/cells.h"
#include "exchange/vocabulary_csv.h"

namespace wegwijzer {

namespace {

constexpr std::array kind_words{WordFor<OfferingKind>{"workshop", OfferingKind::workshop},
                                WordFor<OfferingKind>{"cursus", OfferingKind::series},
                                WordFor<OfferingKind>{"reeks", OfferingKind::series},
                                WordFor<OfferingKind>{"cursus/reeks", OfferingKind::series},
                                WordFor<OfferingKind>{"lessenreeks", OfferingKind::series},
                                WordFor<OfferingKind>{"club", OfferingKind::club},
                                WordFor<OfferingKind>{"vereniging", OfferingKind::club},
                                WordFor<OfferingKind>{"evenement", OfferingKind::event},
                                WordFor<OfferingKind>{"inloop", OfferingKind::walk_in},
                                WordFor<OfferingKind>{"vakantieschool", OfferingKind::holiday_school},
                                WordFor<OfferingKind>{"les", OfferingKind::lesson},
                                WordFor<OfferingKind>{"leskist", OfferingKind::lesson_kit},
                                WordFor<OfferingKind>{"leenmateriaal", OfferingKind::loan_item}};

constexpr std::array stage_words{
    WordFor<Stage>{"kennismaken", Stage::introduce}, WordFor<Stage>{"verdiepen", Stage::deepen},
    WordFor<Stage>{"lid worden", Stage::belong}, WordFor<Stage>{"lid", Stage::belong}};

constexpr std::array school_time_words{WordFor<SchoolTime>{"buiten", SchoolTime::out_of_school},
                                       WordFor<SchoolTime>{"buiten schooltijd", SchoolTime::out_of_school},
                                       WordFor<SchoolTime>{"buitenschools", SchoolTime::out_of_school},
                                       WordFor<SchoolTime>{"binnen", SchoolTime::in_school},
                                       WordFor<SchoolTime>{"binnen schooltijd", SchoolTime::in_school},
                                       WordFor<SchoolTime>{"onder schooltijd", SchoolTime::in_school},
                                       WordFor<SchoolTime>{"binnenschools", SchoolTime::in_school}};

constexpr std::array where_words{
    WordFor<Where>{"op locatie", Where::at_venue}, WordFor<Where>{"locatie", Where::at_venue},
    WordFor<Where>{"thuis", Where::at_home}, WordFor<Where>{"online", Where::online}};

constexpr std::array per_words{WordFor<Per>{"keer", Per::time},       WordFor<Per>{"per keer", Per::time},
                               WordFor<Per>{"reeks", Per::series},    WordFor<Per>{"per reeks", Per::series},
                               WordFor<Per>{"cursus", Per::series},   WordFor<Per>{"maand", Per::month},
                               WordFor<Per>{"per maand", Per::month}, WordFor<Per>{"jaar", Per::year},
                               WordFor<Per>{"per jaar", Per::year}};

constexpr std::array access_words{WordFor<Access>{"rolstoel", Access::wheelchair},
                                  WordFor<Access>{"prikkelarm", Access::low_stimulus},
                                  WordFor<Access>{"speciaal onderwijs", Access::special_education},
                                  WordFor<Access>{"doof/slechthorend", Access::hearing},
                                  WordFor<Access>{"doof", Access::hearing},
                                  WordFor<Access>{"slechthorend", Access::hearing},
                                  WordFor<Access>{"blind/slechtziend", Access::sight},
                                  WordFor<Access>{"blind", Access::sight},
                                  WordFor<Access>{"slechtziend", Access::sight},
                                  WordFor<Access>{"kleine groep", Access::small_group},
                                  WordFor<Access>{"alleen meisjes", Access::girls_only}};

constexpr std::array role_model_words{WordFor<RoleModel>{"oudere kinderen", RoleModel::older_children},
                                      WordFor<RoleModel>{"jongeren", RoleModel::older_children},
                                      WordFor<RoleModel>{"uit de buurt", RoleModel::from_area},
                                      WordFor<RoleModel>{"buurtbewoner", RoleModel::from_area},
                                      WordFor<RoleModel>{"andere thuistaal", RoleModel::home_languages},
                                      WordFor<RoleModel>{"andere thuistalen", RoleModel::home_languages},
                                      WordFor<RoleModel>{"vrouwen en mannen", RoleModel::women_and_men},
                                      WordFor<RoleModel>{"mannen en vrouwen", RoleModel::women_and_men}};

constexpr std::array company_words{WordFor<Company>{"alleen", Company::alone},
                                   WordFor<Company>{"met ouder", Company::with_parent},
                                   WordFor<Company>{"allebei", Company::either}};

constexpr std::array<std::pair<std::string_view, std::string_view>, most_pictures> picture_columns{
    {{"foto 1", "foto 1 beschrijving"},
     {"foto 2", "foto 2 beschrijving"},
     {"foto 3", "foto 3 beschrijving"},
     {"foto 4", "foto 4 beschrijving"}}};

std::vector<Column> offering_columns() {
  std::vector<Column> all{{"nummer", {"nr", "id", "code"}},
                          {"titel", {"naam", "activiteit", "title"}, true},
                          {"organisatie", {"aanbieder", "organisation"}, true},
                          {"soort", {"soort aanbod", "kind"}},
                          {"thema's", {"thema", "onderwerp", "themes"}},
                          {"trap", {"stap", "stage"}},
                          {"niveau", {"moeilijkheid"}},
                          {"vervolg", {"vervolgstap"}},
                          {"schooltijd"},
                          {"waar"},
                          {"leeftijd", {"leeftijden", "ages"}},
                          {"groepen", {"groep"}},
                          {"prijs", {"kosten", "price"}},
                          {"per"},
                          {"regelingen", {"regeling", "fondsen", "hulp bij kosten"}},
                          {"talen", {"taal"}},
                          {"toegankelijk", {"toegankelijkheid"}},
                          {"samen"},
                          {"plaatsen", {"aantal plaatsen", "capaciteit"}},
                          {"plaatsen vrij", {"vrije plaatsen"}},
                          {"wanneer", {"dag en tijd", "tijden"}},
                          {"omschrijving", {"beschrijving", "wat"}},
                          {"verwachten", {"wat kun je verwachten", "eerste keer"}},
                          {"wie je ziet", {"wie zie je", "begeleiding"}},
                          {"rolmodellen", {"rolmodel", "mensen zoals jij", "role models"}},
                          {"meenemen", {"neem mee", "wat neem je mee"}},
                          {"link", {"website", "url", "aanmeldlink"}},
                          {"telefoon", {"tel", "telefoonnummer"}},
                          {"e-mail", {"mail", "email", "emailadres", "e-mailadres"}},
                          {"aanmelden voor", {"aanmelden tot", "deadline"}},
                          {"proefles"},
                          {"wachtlijst"},
                          {"gecontroleerd op", {"gecontroleerd", "bijgewerkt op"}}};
  for (auto const& [file, description] : picture_columns) {
    all.push_back({file});
    all.push_back({description, {}});
  }
  auto const places = venue_columns();
  all.insert(all.begin() + 3, places.begin(), places.end());
  return all;
}

template <auto const& words>
auto read_word(std::string_view text) {
  return read_said(words, text);
}

std::optional<int> read_number(Cells& cells, std::string_view heading, int least, int most) {
  auto const number = cells.value(heading, [&](auto text) { return read_count(text, least, most); });
  return number ? std::optional(static_cast<int>(*number)) : std::nullopt;
}

void read_what(Cells& cells, Offering& offering, Vocabulary const& vocabulary) {
  offering.title = cells.required("titel", read_line).value_or("");
  offering.kind = cells.value("soort", read_word<kind_words>).value_or(OfferingKind::workshop);
  offering.themes = cells.list("thema's", [&](auto text) { return read_theme(vocabulary, text); });
  offering.stage = cells.value("trap", read_word<stage_words>);
  offering.difficulty = read_number(cells, "niveau", 1, 3);
  offering.asks_prior = cells.value("vervolg", read_yes_no).value_or(false);
  offering.summary = cells.value("omschrijving", read_text).value_or("");
  offering.expect = cells.value("verwachten", read_text).value_or("");
  offering.meets = cells.value("wie je ziet", read_line).value_or("");
  offering.role_models = cells.list("rolmodellen", read_word<role_model_words>);
  offering.bring = cells.value("meenemen", read_line).value_or("");
}

void read_for_whom(Cells& cells, Offering& offering, Vocabulary const& vocabulary) {
  offering.ages = cells.value("leeftijd", read_ages);
  offering.groups = cells.value("groepen", read_groups);
  offering.languages = cells.list("talen", [&](auto text) { return read_language(vocabulary, text); });
  offering.access = cells.list("toegankelijk", read_word<access_words>);
  offering.company = cells.value("samen", read_word<company_words>);
}

void read_costs(Cells& cells, Offering& offering, Vocabulary const& vocabulary) {
  auto const amount = cells.value("prijs", read_price);
  auto const per = cells.value("per", read_word<per_words>);
  if (amount) offering.price = Price{*amount, per.value_or(Per::time)};
  if (per && !cells.has("prijs")) cells.wrong("prijs", {Fault::missing, "cell.per_without_price"});
  offering.funds = cells.list("regelingen", [&](auto text) { return read_fund(vocabulary, text); });
}

void read_when_and_where(Cells& cells, Offering& offering, Date today) {
  offering.school_time =
      cells.value("schooltijd", read_word<school_time_words>).value_or(SchoolTime::out_of_school);
  offering.where = cells.value("waar", read_word<where_words>).value_or(Where::at_venue);
  offering.schedule =
      cells.value("wanneer", [&](auto text) { return Schedule::parse(text, today); }).value_or(Schedule());
}

void read_taking_part(Cells& cells, Offering& offering) {
  offering.capacity = read_number(cells, "plaatsen", 0, 100'000);
  offering.places_left = read_number(cells, "plaatsen vrij", 0, 100'000);
  offering.link = cells.value("link", read_link).value_or("");
  offering.phone = cells.value("telefoon", read_phone).value_or("");
  offering.email = cells.value("e-mail", read_email).value_or("");
  offering.deadline = cells.value("aanmelden voor", parse_day);
  offering.trial_lesson = cells.value("proefles", read_yes_no);
  offering.waiting_list = cells.value("wachtlijst", read_yes_no);
  if (offering.capacity && offering.places_left && *offering.places_left > *offering.capacity) {
    cells.wrong("plaatsen vrij", {Fault::invalid, "cell.more_free_than_places"});
  }
}

// A picture that is not described is nothing to who cannot see it.
std::vector<PictureFile> read_picture_files(Cells& cells) {
  std::vector<PictureFile> files;
  for (auto const& [file, description] : picture_columns) {
    if (cells.has(file) && !cells.has(description)) {
      cells.wrong(description, {Fault::missing, "cell.picture_without_description"});
    } else if (!cells.has(file) && cells.has(description)) {
      cells.wrong(file, {Fault::missing, "cell.description_without_picture"});
    }
    auto name = cells.value(file, read_line);
    if (name)
      files.push_back(
          {std::string(file), *std::move(name), cells.value(description, read_line).value_or("")});
  }
  return files;
}

OfferingRow read_offering(Cells& cells, Vocabulary const& vocabulary, Date today) {
  OfferingRow row;
  row.line = cells.line();
  read_what(cells, row.offering, vocabulary);
  row.organisation = cells.required("organisatie", read_line).value_or("");
  row.venue = read_venue(cells, row.organisation);
  read_for_whom(cells, row.offering, vocabulary);
  read_costs(cells, row.offering, vocabulary);
  read_when_and_where(cells, row.offering, today);
  read_taking_part(cells, row.offering);
  row.picture_files = read_picture_files(cells);
  row.offering.confirmed_on =
      cells.value("gecontroleerd op", [&](auto text) { return read_past_day(text, today); });
  row.number = slug(cells.has("nummer") ? cells["nummer"].substr(0, 200) : row.offering.title);
  return row;
}

void check_once(std::map<std::pair<std::string, std::string>, std::size_t>& lines, OfferingRow const& row,
                Cells& cells) {
  auto const [seen, is_new] = lines.emplace(std::pair(folded(row.organisation), row.number), row.line);
  if (is_new || row.offering.title.empty()) return;
  auto const heading = cells.has("nummer") ? "nummer" : "titel";
  cells.wrong(heading, {Fault::conflict,
                        "cell.offering_twice",
                        {{"value", std::string(cells[heading])}, {"line", std::to_string(seen->second)}}});
}

}  // namespace

std::string offering_source(Id<Organisation> organisation, std::string_view number) {
  return "csv:offering/" + text(organisation) + "/" + std::string(number);
}

Result<Import<OfferingRow>> read_offerings_csv(std::string_view bytes, Vocabulary const& vocabulary,
                                               Date today) {
  auto table = Table::open(bytes, offering_columns(), OtherColumns::reported);
  if (!table) return fail(table.error());
  std::map<std::pair<std::string, std::string>, std::size_t> lines;
  return read_rows<OfferingRow>(*table, [&](Cells& cells) {
    auto row = read_offering(cells, vocabulary, today);
    check_once(lines, row, cells);
    return row;
  });
}

namespace {

template <class Value, class Write>
std::string cell_of(std::optional<Value> const& value, Write&& write) {
  return value ? std::string(write(*value)) : std::string();
}

template <class Value, class Write>
std::string list_of(std::vector<Value> const& values, Write&& write) {
  std::vector<std::string> parts;
  parts.reserve(values.size());
  for (auto const& value : values) parts.push_back(write(value));
  return joined(parts, ", ");
}

template <auto const& words, class Value>
std::string word_for(Value const& value) {
  return said(words, value);
}

std::vector<std::string> cells_of(OfferingRow const& row, Vocabulary const& vocabulary) {
  auto const& offering = row.offering;
  auto const dutch = [&](auto const& code) { return dutch_name(vocabulary, code); };
  auto const number = [](int value) { return std::to_string(value); };
  auto const date_text = [](Date day) { return text(day); };
  std::vector<std::string> cells{
      row.number,
      offering.title,
      row.organisation,
      word_for<kind_words>(offering.kind),
      list_of(offering.themes, dutch),
      cell_of(offering.stage, word_for<stage_words, Stage>),
      cell_of(offering.difficulty, number),
      offering.asks_prior ? "ja" : "",
      word_for<school_time_words>(offering.school_time),
      word_for<where_words>(offering.where),
      cell_of(offering.ages, [](AgeRange ages) { return text(ages) + (ages.to == 99 ? "" : " jaar"); }),
      cell_of(offering.groups, [](SchoolGroups groups) { return "groep " + text(groups); }),
      cell_of(offering.price, [](Price price) { return said_price(price.amount); }),
      cell_of(offering.price, [](Price price) { return word_for<per_words>(price.per); }),
      list_of(offering.funds, dutch),
      list_of(offering.languages, dutch),
      list_of(offering.access, word_for<access_words, Access>),
      cell_of(offering.company, word_for<company_words, Company>),
      cell_of(offering.capacity, number),
      cell_of(offering.places_left, number),
      text(offering.schedule),
      offering.summary,
      offering.expect,
      offering.meets,
      list_of(offering.role_models, word_for<role_model_words, RoleModel>),
      offering.bring,
      offering.link,
      offering.phone,
      offering.email,
      cell_of(offering.deadline, date_text),
      cell_of(offering.trial_lesson, said_yes_no),
      cell_of(offering.waiting_list, said_yes_no),
      cell_of(offering.confirmed_on, date_text)};
  for (std::size_t i = 0; i < most_pictures; ++i) {
    bool const there = i < row.picture_files.size();
    cells.push_back(there ? row.picture_files[i].file : "");
    cells.push_back(there ? row.picture_files[i].description : "");
  }
  auto const where = venue_cells(row.venue);
  cells.insert(cells.begin() + 3, where.begin(), where.end());
  return cells;
}

}  // namespace

std::string offerings_csv_first_line() {
  return first_line(offering_columns());
}

std::string offerings_csv_line(OfferingRow const& row, Vocabulary const& vocabulary) {
  return csv_line(cells_of(row, vocabulary));
}

std::string write_offerings_csv(std::span<OfferingRow const> rows, Vocabulary const& vocabulary) {
  return written_table(offering_columns(), rows, [&](auto const& row) { return cells_of(row, vocabulary); });
}

}  // namespace wegwijzer
