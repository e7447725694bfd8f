// SPDX-License-Identifier: EUPL-1.2
// The one place that knows every layer: reads the command line and hands it to its command.
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <atomic>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <thread>

#include "app/serve.h"
#include "app/settings.h"
#include "base/version.h"
#include "base/words.h"
#include "cli/commands.h"
#include "exchange/vocabulary_csv.h"
#include "language/languages.h"
#include "outside/kept_secrets.h"
#include "outside/system_clock.h"
#include "outside/system_entropy.h"
#include "pictures/apart.h"
#include "storage/sqlite_store.h"

namespace wegwijzer {

namespace {

std::atomic<bool> interrupted = false;

constexpr int most_minutes = 10'000;  // a week: more is a slip of the pen

void interrupt(int) {
  interrupted = true;
  std::signal(SIGINT, SIG_DFL);  // asked once more it ends at once
}

Language const& users_language() {
  for (auto const* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    auto const* const value =
        std::getenv(name);  // NOLINT(concurrency-mt-unsafe): no thread has been made yet
    if (value && *value) return language(std::string_view(value).starts_with("nl") ? "nl" : "en");
  }
  return language("en");
}

// "--workers: Value 0 not in range [1 - 9]" gives "--workers: 0"; its help has the bounds.
std::string option_and_value(std::string const& said, std::size_t option_end) {
  auto rest = said.substr(option_end + 2);
  if (rest.starts_with("Value ")) rest = rest.substr(6);
  return said.substr(0, option_end) + ": " + rest.substr(0, rest.find(' '));
}

// "--size: wijk not in {town,region}"
Error wrong_value(std::string const& said) {
  auto const option_end = said.find(": "), not_in = said.find(" not in {"), end = said.rfind('}');
  if (option_end == said.npos) return {Fault::invalid, "cli.error_value", {{"what", said}}};
  if (not_in == said.npos || end == said.npos || not_in < option_end + 2)
    return {Fault::invalid, "cli.error_value", {{"what", option_and_value(said, option_end)}}};
  auto const values = split(std::string_view(said).substr(not_in + 9, end - not_in - 9), ',');
  return {Fault::invalid,
          "cli.error_choice",
          {{"option", said.substr(0, option_end)},
           {"value", said.substr(option_end + 2, not_in - option_end - 2)},
           {"all", joined({values.begin(), values.end()}, ", ")}}};
}

// "--osm excludes --pilots"
Error wrong_together(std::string const& said) {
  auto const middle = said.find(" excludes ");
  if (middle == said.npos) return {Fault::invalid, "cli.error_value", {{"what", said}}};
  return {Fault::invalid,
          "cli.error_together",
          {{"one", said.substr(0, middle)}, {"other", said.substr(middle + 10)}}};
}

// "--half requires --counts"
Error wants_another(std::string const& said) {
  auto const middle = said.find(" requires ");
  if (middle == said.npos) return {Fault::invalid, "cli.error_value", {{"what", said}}};
  return {Fault::invalid,
          "cli.error_needs",
          {{"one", said.substr(0, middle)}, {"other", said.substr(middle + 10)}}};
}

// What is wrong with the words on the command line. CLI11 says it in English; its kinds and names are kept.
Error wrong_words(CLI::ParseError const& wrong) {
  std::string const said = wrong.what();
  auto const value = [](std::string what) { return Arguments{{"what", std::move(what)}}; };
  auto const first = said.substr(0, said.find_first_of(" :"));
  auto const after_colon = said.substr(said.find(": ") == said.npos ? 0 : said.find(": ") + 2);
  switch (static_cast<CLI::ExitCodes>(wrong.get_exit_code())) {
    case CLI::ExitCodes::RequiredError:
      if (first == "A") return {Fault::missing, "cli.error_no_command"};
      return {Fault::missing, "cli.error_required", value(first)};
    case CLI::ExitCodes::ExtrasError:
      return {Fault::invalid, "cli.error_unknown", value(after_colon)};
    case CLI::ExitCodes::ConversionError:
      return {Fault::invalid, "cli.error_value", value(after_colon)};
    case CLI::ExitCodes::ValidationError:
      return wrong_value(said);
    case CLI::ExitCodes::ExcludesError:
      return wrong_together(said);
    case CLI::ExitCodes::RequiresError:
      return wants_another(said);
    case CLI::ExitCodes::FileError:
    case CLI::ExitCodes::ConfigError:
      return {Fault::invalid, "cli.error_settings", value(said)};
    default:
      return {Fault::invalid, "cli.error_value", value(said)};
  }
}

std::vector<std::string> record_names() {
  std::vector<std::string> names;
  for_each_kind([&]<class Thing>(Kind<Thing>) { names.emplace_back(record_name<Thing>); });
  return names;
}

// What the user's words on the command line mean. Each command sets `run`.
class CommandLine {
 public:
  explicit CommandLine(cli::Context const& context) : context_(context), t_(context.language) {
    app_.description(t_("cli.about"));
    app_.require_subcommand(1);
    app_.set_help_flag("-h,--help", t_("cli.help"));
    app_.set_version_flag("--version", std::string(program_version()), t_("cli.version"));
    add_serve();
    add_demo();
    add_import();
    add_check();
    add_backup();
    add_restore();
    add_export();
    add_ecosystem();
    add_person();
    add_release();
    add_releases();
    add_suggestions();
    add_archive();
    add_duplicates();
    add_picture();
    add_streets();
    add_reach();
    add_analyse();
    add_inequality();
    app_.set_config("--settings", "", t_("cli.settings"));
    app_.allow_config_extras(CLI::config_extras_mode::error);
  }

  int run(int count, char** words) {
    try {
      app_.parse(count, words);
    } catch (CLI::ParseError const& wrong) {
      // --help and --version come this way too.
      if (wrong.get_exit_code() == 0) return app_.exit(wrong, context_.out, context_.err);
      cli::complain(context_, wrong_words(wrong));
      return cli::exit_code(Fault::invalid);
    }
    return run_();
  }

 private:
  CLI::App* command(char const* name, std::function<int()> run) {
    auto* const added = app_.add_subcommand(name, t_("cli." + std::string(name)));
    added->callback([this, run = std::move(run)] { run_ = run; });
    return added;
  }

  void store_option(CLI::App* of) {
    of->add_option("--store", store_, t_("setting.store"))->envname("STORE")->required();
  }

  template <class Value>
  void setting(CLI::App* of, std::size_t row, Value& value) {
    auto const& [flag, environment, sentence] = setting_rows()[row];
    if constexpr (std::is_same_v<Value, bool>) {
      of->add_flag(flag, value, t_(sentence))->envname(environment);
    } else if constexpr (std::is_same_v<Value, std::vector<std::string>>) {
      of->add_option(flag, value, t_(sentence))->envname(environment)->delimiter(',');
    } else {
      auto* const option =
          of->add_option(flag, value, t_(sentence))->envname(environment)->capture_default_str();
      if constexpr (std::is_same_v<Value, unsigned>) option->check(CLI::Range(1U, 100'000U));
    }
  }

  void add_serve() {
    auto* const serving = command("serve", [this] { return serve(context_, settings_); });
    setting(serving, 0, settings_.store);
    setting(serving, 1, settings_.address);
    setting(serving, 2, settings_.port);
    setting(serving, 3, settings_.workers);
    setting(serving, 4, settings_.trusted_proxies);
    setting(serving, 5, settings_.behind_tls);
    setting(serving, 6, settings_.requests_per_second);
    setting(serving, 7, settings_.burst);
    setting(serving, 8, settings_.public_address);
    setting(serving, 9, settings_.metrics_port);
    setting(serving, 10, settings_.parameters);
    setting(serving, 11, settings_.translations);
    setting(serving, 12, settings_.mail);
    serving->get_option("--mail")->check(CLI::IsMember({"none", "show", "send"}));
    setting(serving, 13, settings_.mail_server);
    setting(serving, 14, settings_.mail_port);
    setting(serving, 15, settings_.mail_tls);
    serving->get_option("--mail-tls")->check(CLI::IsMember({"none", "starttls", "tls"}));
    setting(serving, 16, settings_.mail_user);
    setting(serving, 17, settings_.mail_password_file);
    setting(serving, 18, settings_.mail_from);
    setting(serving, 19, settings_.sign_in_with);
  }

  void add_demo() {
    auto* const making = command("demo", [this] { return demo(); });
    // CLI11 would read -1 as a very large number.
    auto const count = [](std::string const& text) { return text.starts_with('-') ? text : std::string(); };
    store_option(making);
    making->add_option("--seed", demo_.order.size.seed, t_("cli.demo_seed"))
        ->check(count)
        ->capture_default_str();
    making->add_option("--size", demo_size_, t_("cli.demo_size"))
        ->check(CLI::IsMember({"town", "region", "country"}))
        ->capture_default_str();
    making->add_option("--towns", demo_towns_, t_("cli.demo_towns"))->check(count);
    making->add_option("--children", demo_children_, t_("cli.demo_children"))->check(count);
    making->add_option("--today", demo_today_, t_("cli.demo_today"));
    auto* const only_pilots = making->add_flag("--pilots", only_pilots_, t_("cli.demo_pilots"));
    making->add_option("--osm", demo_.order.osm, t_("cli.demo_osm"))->excludes(only_pilots);
    making->add_option("--areas", demo_.order.areas, t_("cli.demo_areas"))->excludes(only_pilots);
    making->add_option("--csv", demo_.order.csv, t_("cli.demo_csv"))->excludes(only_pilots);
    making->add_flag("--flawed", demo_.order.flawed, t_("cli.demo_flawed"))->excludes(only_pilots);
    making->add_flag("--no-pilots", no_pilots_, t_("cli.demo_no_pilots"))->excludes(only_pilots);
  }

  int demo() {
    auto const size = demo_size_ == "country"  ? country_size
                      : demo_size_ == "region" ? region_size
                                               : DemoSize{};
    demo_.order.size.towns = demo_towns_.value_or(size.towns);
    demo_.order.size.children = demo_children_.value_or(size.children);
    demo_.order.organisations = size.organisations;
    demo_.order.offerings = size.offerings;
    demo_.order.today = local_date(context_.clock.now());
    if (!demo_today_.empty()) {
      auto const day = parse_date(demo_today_);
      if (!day) return cli::complain(context_, day.error());
      demo_.order.today = *day;
    }
    demo_.store = store_;
    demo_.towns = !only_pilots_;
    demo_.pilots = !no_pilots_;
    return cli::demo(context_, demo_);
  }

  void add_import() {
    auto* const importing = command("import", [this] { return import(); });
    importing->add_option("format", format_, t_("cli.import_format"))->required();
    importing->add_option("file", file_, t_("cli.import_file"))->required();
    store_option(importing);
    importing->add_option("--ecosystem", import_.ecosystem, t_("cli.import_ecosystem"));
    importing->add_option("--name", import_.name, t_("cli.import_name"));
    importing->add_option("--holiday-region", region_, t_("cli.import_region"))
        ->check(CLI::IsMember({"north", "middle", "south"}));
    importing->add_flag("--fictional", import_.fictional, t_("cli.import_fictional"));
    importing->add_flag("--dry-run", import_.dry_run, t_("cli.import_dry_run"));
    importing->add_flag("--archive-missing", import_.archive_missing, t_("cli.import_archive_missing"));
  }

  int import() {
    if (format_ == "export") return cli::import_export(context_, store_, file_);
    import_.file = file_;
    import_.store = store_;
    if (format_ == "feedback") return cli::import_feedback(context_, import_);
    auto const format = parse_choice<ImportFormat>(format_);
    if (!format) {
      return cli::complain(context_, {Fault::invalid, "import.format_unknown", {{"value", format_}}});
    }
    import_.format = *format;
    if (!region_.empty()) import_.holiday_region = *parse_choice<HolidayRegion>(region_);
    return cli::import(context_, import_);
  }

  void add_check() {
    auto* const checking = command("check", [this] { return check(); });
    store_option(checking);
    check_streets_ = checking->add_subcommand("streets", t_("cli.check_streets"))->fallthrough();
    check_streets_->add_option("--seed", streets_check_.seed, t_("cli.check_streets_seed"))
        ->capture_default_str();
    check_streets_->add_flag("--csv", streets_check_.csv, t_("cli.check_streets_csv"));
  }

  int check() {
    if (!check_streets_->parsed()) return cli::check(context_, store_);
    streets_check_.store = store_;
    return cli::check_streets(context_, streets_check_);
  }

  void add_backup() {
    auto* const saving = command("backup", [this] { return cli::backup(context_, store_, file_); });
    store_option(saving);
    saving->add_option("file", file_, t_("cli.backup_file"))->required();
  }

  void add_restore() {
    auto* const restoring = command("restore", [this] { return cli::restore(context_, store_, file_); });
    store_option(restoring);
    restoring->add_option("file", file_, t_("cli.restore_file"))->required();
  }

  void add_export() {
    auto* const exporting = command("export", [this] { return cli::export_all(context_, store_, file_); });
    store_option(exporting);
    exporting->add_option("folder", file_, t_("cli.export_folder"))->required();
  }

  void add_ecosystem() {
    auto* const changing = command("ecosystem", [this] { return ecosystem(); });
    store_option(changing);
    changing->add_option("slug", slug_, t_("cli.ecosystem_slug"));
    changing->add_option("--name", name_, t_("cli.ecosystem_name"));
    changing->add_option("--holiday-region", region_, t_("cli.ecosystem_region"))
        ->check(CLI::IsMember({"north", "middle", "south"}));
    changing->add_option("--public", public_, t_("cli.ecosystem_public"))
        ->check(CLI::IsMember({"yes", "no"}));
    changing->add_option("--fictional", fictional_, t_("cli.ecosystem_fictional"))
        ->check(CLI::IsMember({"yes", "no"}));
    changing->add_option("--colour", look_.colour, t_("cli.ecosystem_colour"));
    changing->add_option("--accent", look_.accent, t_("cli.ecosystem_accent"));
    changing->add_option("--logo", look_.logo, t_("cli.ecosystem_logo"));
    changing->add_option("--logo-text", logo_text_, t_("cli.ecosystem_logo_text"));
    propose_steps_ = changing->add_subcommand("propose-steps", t_("cli.propose_steps"))->fallthrough();
    propose_steps_->add_option("slug", propose_.slug, t_("cli.propose_steps_slug"))->required();
    propose_steps_->add_flag("--dry-run", propose_.dry_run, t_("cli.propose_steps_dry_run"));
    agree_on_step_ = changing->add_subcommand("agree-step", t_("cli.agree_step"))->fallthrough();
    agree_on_step_->add_option("id", agree_.id, t_("cli.agree_step_id"))->required();
    agree_on_step_->add_option("--by", says_yes_, t_("cli.agree_step_by"))
        ->required()
        ->check(CLI::IsMember({"from", "to", "both"}));
  }

  int ecosystem() {
    if (propose_steps_->parsed()) {
      propose_.store = store_;
      return cli::propose_steps(context_, propose_);
    }
    if (agree_on_step_->parsed()) {
      agree_.store = store_;
      agree_.who = *parse_choice<SaysYes>(says_yes_);
      return cli::agree_on_step(context_, agree_);
    }
    if (slug_.empty()) return cli::list_ecosystems(context_, store_);
    EcosystemChange change;
    change.name = name_;
    if (!region_.empty()) change.holiday_region = *parse_choice<HolidayRegion>(region_);
    if (!public_.empty()) change.is_public = public_ == "yes";
    if (!fictional_.empty()) change.origin = fictional_ == "yes" ? Origin::fictional : Origin::own;
    change.logo_text = logo_text_;
    return cli::change_ecosystem(context_, store_, slug_, std::move(change), look_);
  }

  void add_person() {
    auto* const people = command("person", [this] { return person(); });
    people->require_subcommand(1);
    store_option(people);
    auto const mail = [this](CLI::App* of) {
      of->fallthrough();
      of->add_option("--mail", person_.mail, t_("cli.person_mail"))->required();
      return of;
    };
    invite_ = mail(people->add_subcommand("invite", t_("cli.person_invite")));
    invite_->add_option("--role", person_.role, t_("cli.person_role"))->required();
    invite_->add_option("--ecosystem", person_.ecosystem, t_("cli.person_ecosystem"));
    invite_->add_option("--organisation", person_.organisation, t_("cli.person_organisation"));
    invite_->add_option("--area", person_.area, t_("cli.person_area"));
    invite_->add_option("--language", person_.language, t_("cli.person_language"))
        ->check(CLI::IsMember({"nl", "en"}))
        ->capture_default_str();
    mail(people->add_subcommand("reset-second-factor", t_("cli.person_reset")));
    new_key_ = people->add_subcommand("new-key", t_("cli.person_new_key"));
    new_key_->fallthrough();
  }

  int person() {
    person_.store = store_;
    if (new_key_->parsed()) return cli::make_new_key(context_, person_);
    return invite_->parsed() ? cli::invite_person(context_, person_) : cli::reset_person(context_, person_);
  }

  void add_archive() {
    auto* const archiving = command(
        "archive", [this] { return cli::archive(context_, store_, format_, slug_, archive_undone_); });
    store_option(archiving);
    archiving->add_option("kind", format_, t_("cli.archive_kind"))
        ->required()
        ->check(CLI::IsMember(record_names()));
    archiving->add_option("id", slug_, t_("cli.archive_id"))->required();
    archiving->add_flag("--undo", archive_undone_, t_("cli.archive_undo"));
  }

  void add_picture() {
    auto* const drawing = command("picture", [this] { return picture(); });
    store_option(drawing);
    drawing->add_option("file", file_, t_("cli.picture_file"))->required();
    drawing->add_option("--map", picture_.source, t_("cli.picture_map"));
    drawing->add_option("--around", around_, t_("cli.picture_around"));
    drawing->add_option("--metres", metres_, t_("cli.picture_metres"))->check(CLI::Range(50U, 500'000U));
  }

  int picture() {
    if (!around_.empty()) {
      auto const point = GeoPoint::parse(around_);
      if (!point) return cli::complain(context_, point.error());
      picture_.around = *point;
    }
    if (metres_) picture_.reach = Metres{static_cast<double>(*metres_)};
    return cli::picture(context_, store_, picture_, file_);
  }

  void streets_from(CLI::App* of, cli::StreetsFrom& from) {
    of->add_option("--osm", from.osm, t_("cli.streets_osm"));
    of->add_option("--store", from.store, t_("cli.streets_store"))->envname("STORE");
    of->add_option("--source", from.source, t_("cli.streets_source"));
  }

  void profile(CLI::App* of) {
    of->add_option("--profile", mode_, t_("cli.profile"))->required()->check(CLI::IsMember({"walk", "bike"}));
    of->add_option("--age", age_, t_("cli.age"))->check(CLI::Range(0, 120))->capture_default_str();
  }

  Profile profile() const { return {mode_ == "bike" ? Mode::bike : Mode::walk, age_band(age_)}; }

  void add_streets() {
    auto* const streets = command("streets", [this] {
      streets_export_.profile = profile();
      return cli::export_streets(context_, streets_export_);
    });
    streets->require_subcommand(1);
    auto* const exporting = streets->add_subcommand("export", t_("cli.streets_export"));
    streets_from(exporting, streets_export_.from);
    profile(exporting);
    exporting->add_option("--out", streets_export_.folder, t_("cli.streets_out"))->required();
    exporting->add_flag_callback(
        "--binary", [this] { streets_export_.form = StreetsForm::binary; }, t_("cli.streets_binary"));
  }

  void add_analyse() {
    auto* const analysing = command("analyse", [this] { return analyse(); });
    store_option(analysing);
    analysing->add_option("--area", area_, t_("cli.analyse_area"));
    analysing->add_option("--parameters", analyse_.parameters, t_("cli.analyse_parameters"));
    analysing->add_flag("--all-children", analyse_.order.all_children, t_("cli.analyse_all_children"));
    analysing->add_option("--out", analyse_.out, t_("cli.analyse_out"))->required();
    analysing->add_option("--threads", threads_, t_("cli.reach_threads"))->check(CLI::Range(1, 1'024));
  }

  void add_reach() {
    auto* const reaching = command("reach", [this] { return reach(); });
    streets_from(reaching, reach_.from);
    reaching->add_option("--homes", reach_.homes, t_("cli.reach_homes"))->required();
    reaching->add_option("--venues", reach_.venues, t_("cli.reach_venues"))->required();
    profile(reaching);
    reaching->add_option("--minutes", minutes_, t_("cli.reach_minutes"))
        ->required()
        ->check(CLI::Range(1, most_minutes));
    reaching->add_option("--out", reach_.out, t_("cli.reach_out"))->required();
    auto* const counts = reaching->add_flag("--counts", reach_.question.counts, t_("cli.reach_counts"));
    reaching->add_option("--half", half_, t_("cli.reach_half"))
        ->check(CLI::Range(1, most_minutes))
        ->needs(counts);
    reaching->add_flag("--plain", reach_.question.plain, t_("cli.reach_plain"));
    reaching->add_option("--threads", threads_, t_("cli.reach_threads"))->check(CLI::Range(1, 1'024));
  }

  int analyse() {
    if (!area_.empty()) {
      auto const code = AreaCode::parse(area_);
      if (!code) return cli::complain(context_, in_field(code.error(), "--area"));
      analyse_.order.area = *code;
    }
    analyse_.store = store_;
    analyse_.order.threads = threads();
    return cli::analyse(context_, analyse_);
  }

  unsigned threads() const {
    return threads_ ? static_cast<unsigned>(*threads_) : std::max(1U, std::thread::hardware_concurrency());
  }

  int reach() {
    reach_.question.profile = profile();
    reach_.question.budget = Minutes(minutes_);
    if (half_) reach_.question.half = Minutes(*half_);
    reach_.question.threads = threads();
    return cli::reach(context_, reach_);
  }

  void add_inequality() {
    auto* const reckoning = command("inequality", [this] { return inequality(); });
    store_option(reckoning);
    reckoning->add_option("--area", area_, t_("cli.release_area"));
    reckoning->add_option("--parameters", inequality_.parameters, t_("cli.analyse_parameters"));
    margins_ =
        reckoning->add_option("--draws", draws_, t_("cli.inequality_draws"))->check(CLI::Range(100, 10'000));
    reckoning->add_option("--seed", inequality_.order.seed, t_("cli.release_seed"))->capture_default_str();
    reckoning->add_option("--out", inequality_.out, t_("cli.analyse_out"))->required();
    reckoning->add_option("--threads", threads_, t_("cli.reach_threads"))->check(CLI::Range(1, 1'024));
  }

  int inequality() {
    if (!area_.empty()) {
      auto const code = AreaCode::parse(area_);
      if (!code) return cli::complain(context_, in_field(code.error(), "--area"));
      inequality_.order.area = *code;
    }
    inequality_.store = store_;
    if (margins_->count() > 0) inequality_.order.draws = static_cast<std::size_t>(draws_);
    inequality_.order.threads = threads();
    return cli::inequality(context_, inequality_);
  }

  void add_release() {
    auto* const releasing = command("release", [this] { return release(); });
    store_option(releasing);
    releasing->add_option("--area", area_, t_("cli.release_area"))->required();
    releasing->add_option("--note", release_.order.note, t_("cli.release_note"));
    releasing->add_option("--parameters", release_.parameters, t_("cli.analyse_parameters"));
    releasing->add_option("--draws", draws_, t_("cli.release_draws"))
        ->check(CLI::Range(100, 10'000))
        ->capture_default_str();
    releasing->add_option("--seed", release_.order.seed, t_("cli.release_seed"))->capture_default_str();
    releasing->add_option("--threads", threads_, t_("cli.reach_threads"))->check(CLI::Range(1, 1'024));
  }

  int release() {
    auto const code = AreaCode::parse(area_);
    if (!code) return cli::complain(context_, in_field(code.error(), "--area"));
    release_.order.area = *code;
    release_.order.draws = static_cast<std::size_t>(draws_);
    release_.order.threads = threads();
    release_.store = store_;
    return cli::release(context_, release_);
  }

  void add_releases() {
    auto* const listing = command("releases", [this] {
      if (compared_.size() != 2) return cli::list_releases(context_, store_);
      return cli::compare_releases(context_, store_, compared_[0], compared_[1]);
    });
    store_option(listing);
    listing->add_option("--compare", compared_, t_("cli.releases_compare"))->expected(2);
  }

  void add_suggestions() {
    store_option(command("suggestions", [this] { return cli::list_suggestions(context_, store_); }));
  }

  void add_duplicates() {
    auto* const listing = command("duplicates", [this] {
      duplicates_.store = store_;
      return cli::list_duplicates(context_, duplicates_);
    });
    store_option(listing);
    listing->add_option("ecosystem", duplicates_.ecosystem, t_("cli.duplicates_ecosystem"))->required();
    listing->add_option("--from", duplicates_.from, t_("cli.duplicates_from"))
        ->check(CLI::Range(0.0, 1.0))
        ->capture_default_str();
  }

  cli::Context const& context_;
  Language const& t_;
  CLI::App app_;
  std::function<int()> run_;
  std::filesystem::path store_;
  std::filesystem::path file_;
  std::string format_;
  std::string region_;
  std::string slug_;
  std::optional<std::string> name_;
  std::string public_;
  std::string fictional_;
  cli::LookOptions look_;
  std::optional<std::string> logo_text_;
  CLI::App* propose_steps_ = nullptr;
  cli::ProposeStepsOptions propose_;
  cli::DuplicatesOptions duplicates_;
  CLI::App* agree_on_step_ = nullptr;
  cli::AgreeOnStepOptions agree_;
  std::string says_yes_;
  bool archive_undone_ = false;
  cli::PersonOptions person_;
  CLI::App* invite_ = nullptr;
  CLI::App* new_key_ = nullptr;
  cli::ImportOptions import_;
  PictureWish picture_;
  std::string around_;
  std::optional<unsigned> metres_;
  cli::DemoOptions demo_;
  std::string demo_size_ = "town";
  std::optional<std::size_t> demo_towns_;
  std::optional<std::size_t> demo_children_;
  std::string demo_today_;
  bool only_pilots_ = false;
  bool no_pilots_ = false;
  CLI::App* check_streets_ = nullptr;
  cli::StreetsCheckOptions streets_check_;
  cli::StreetsExportOptions streets_export_;
  cli::ReachOptions reach_;
  cli::AnalyseOptions analyse_;
  cli::InequalityOptions inequality_;
  CLI::Option* margins_ = nullptr;
  cli::ReleaseOptions release_;
  int draws_ = static_cast<int>(usual_draws);
  std::vector<std::string> compared_;
  std::string area_;
  std::string mode_;
  int age_ = 10;
  int minutes_ = 0;
  std::optional<int> half_;
  std::optional<int> threads_;
  ServeSettings settings_;
};

int run(int count, char** words) {
  SystemClock const clock;
  SystemIds ids;
  SystemEntropy entropy;
  auto const open = [](std::filesystem::path const& file, bool create, Clock const& time, Ids& identities) {
    return open_store(file, create ? IfMissing::create : IfMissing::refuse, time, identities);
  };
  auto const secrets = [](std::filesystem::path const& store, IfNoKey if_none) {
    return open_secrets(key_file_of(store), if_none);
  };
  auto const vocabulary = std::make_shared<Vocabulary const>(read_embedded_vocabulary());
  cli::Context const context{open,       secrets,          clock,     ids,       entropy,
                             vocabulary, users_language(), std::cout, std::cerr, isatty(STDERR_FILENO) == 1,
                             interrupted};
  return CommandLine(context).run(count, words);
}

}  // namespace

}  // namespace wegwijzer

int main(int count, char** words) {
  wegwijzer::pictures::make_picture_if_asked(count, words);
  std::signal(SIGINT, wegwijzer::interrupt);
  std::signal(SIGPIPE, SIG_IGN);
  try {
    return wegwijzer::run(count, words);
  } catch (std::exception const& failure) {
    // A broken world or a bug: nothing of the command was kept.
    std::cerr << "wegwijzer: " << failure.what() << '\n';
    return 70;
  }
}
