// SPDX-License-Identifier: EUPL-1.2
#include "app/serve.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <csignal>
#include <ostream>

#include "app/mail_worker.h"
#include "app/metrics.h"
#include "app/question_worker.h"
#include "app/sign_in_file.h"
#include "cli/file_problems.h"
#include "http/server.h"
#include "usecases/atlas/live.h"
#include "web/mail_text.h"
#include "web/routes.h"
#include "web/site.h"

namespace wegwijzer {

namespace {

// One JSON object a line. A LogEntry has no address, query or header, so none can be written.
void log_request(http::LogEntry const& entry) {
  spdlog::info(R"({{"event":"request","method":"{}","route":{},"status":{},"microseconds":{},"bytes":{}}})",
               entry.method, http::json_text(entry.route), entry.status, entry.took.count(), entry.bytes);
}

void log_failure(std::string_view what) {
  spdlog::error(R"({{"event":"failure","what":{}}})", http::json_text(what));
}

CacheLog log_of_cache(Language const& language) {
  return [&language](Error const& error) {
    spdlog::warn(R"({{"event":"cache","what":{}}})", http::json_text(language.sentence(error)));
  };
}

Result<http::Settings> server_settings(ServeSettings const& chosen, Metrics& metrics,
                                       Languages const& languages) {
  http::Settings settings;
  settings.address = chosen.address;
  settings.port = chosen.port;
  settings.workers = chosen.workers;
  settings.rate_limit.per_second = chosen.requests_per_second;
  settings.rate_limit.burst = chosen.burst;
  settings.security_headers.behind_tls = chosen.behind_tls;
  for (auto const& text : chosen.trusted_proxies) {
    auto const network = http::Network::parse(text);
    if (!network) return fail(network.error());
    settings.trusted_proxies.push_back(*network);
  }
  settings.access_log = [&metrics](http::LogEntry const& entry) {
    log_request(entry);
    metrics.count(entry);
  };
  settings.failure_log = log_failure;
  settings.error_page = [&languages](int status, std::string_view target) {
    return web::error_page(status, target, languages);
  };
  return settings;
}

Result<std::optional<web::PublicAddress>> public_address(ServeSettings const& chosen) {
  if (chosen.public_address.empty()) return std::nullopt;
  auto const address = web::PublicAddress::parse(chosen.public_address);
  if (!address) return fail(address.error());
  return *address;
}

// What does not go together is told, and served: who tries something out may know better.
void warn_of_address(ServeSettings const& chosen, cli::Context const& context) {
  if (chosen.public_address.empty()) return;
  bool const with_tls = chosen.public_address.starts_with("https://");
  if (with_tls == chosen.behind_tls) return;
  context.err << context.language(with_tls ? "serve.https_without_tls" : "serve.http_behind_tls",
                                  {{"address", chosen.public_address}})
              << '\n';
}

// Those compiled in and those of the operator's folder; what a file lacks is told.
Result<Languages> languages_of(ServeSettings const& chosen, cli::Context const& context) {
  if (chosen.translations.empty()) return Languages::compiled_in();
  auto read = Languages::read(chosen.translations);
  if (!read) return fail(read.error());
  for (auto const& warning : read->warnings) cli::complain(context, warning);
  return std::move(read->languages);
}

Metrics metrics_of_routes() {
  std::set<std::string, std::less<>> patterns;
  for (auto const& route : web::routes()) patterns.emplace(route.pattern);
  return Metrics(std::move(patterns));
}

// A server of its own, that only this machine can reach: decisions/0020.
Result<std::optional<http::Server>> serve_metrics(ServeSettings const& chosen, Metrics& metrics,
                                                  LiveAtlas const& atlas, Clock const& clock) {
  if (chosen.metrics_port == 0) return std::nullopt;
  http::Settings settings;
  settings.port = chosen.metrics_port;
  settings.workers = 1;
  settings.failure_log = log_failure;
  auto started = http::Server::start(settings, [&](http::Request const& request) {
    if (request.path.text() != "/metrics") return http::problem(404);
    auto response = http::plain(metrics.text(atlas.current(), clock.now()));
    response.headers.set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
    return response;
  });
  if (!started) return fail(started.error());
  return std::optional(*std::move(started));
}

// Where the links of mails lead.
web::PublicAddress address_for_mails(ServeSettings const& chosen, std::uint16_t port,
                                     std::optional<web::PublicAddress> const& known) {
  if (known) return *known;
  auto const here = web::PublicAddress::parse("http://" + chosen.address + ":" + std::to_string(port));
  return here ? *here : *web::PublicAddress::parse("http://localhost:" + std::to_string(port));
}

void log_mail(accounts::Mail const& mail, Error const& error) {
  spdlog::warn(R"({{"event":"mail","id":"{}","kind":"{}","try":{},"what":{}}})", text(mail.id),
               code(mail.kind), mail.tries, http::json_text(error.key + " " + error.detail));
}

// Mails are shown to who sits at the machine, or sent, or wait.
Result<std::unique_ptr<Mailer>> chosen_mailer(ServeSettings const& chosen) {
  bool const behind_another =
      chosen.behind_tls || !chosen.trusted_proxies.empty() || !chosen.public_address.empty();
  if (chosen.mail == "show" && (!is_loopback(chosen.address) || behind_another)) {
    return fail(Fault::invalid, "mail.shown_to_all", {{"address", chosen.address}});
  }
  if (chosen.mail != "send") return nullptr;
  return mailer_of(chosen);
}

void log_provider(ProviderName const& provider, Error const& error) {
  spdlog::warn(R"({{"event":"sign_in_with","provider":{},"what":{}}})", http::json_text(provider.code),
               http::json_text(error.key + " " + error.detail));
}

// Providers send browsers back to this address and to no other, so it has to be known.
Result<std::string> site_for_providers(ServeSettings const& chosen,
                                       std::optional<web::PublicAddress> const& known) {
  if (known) return known->text();
  if (!is_loopback(chosen.address) || chosen.port == 0) {
    return fail(Fault::invalid, "sign_in_file.no_public_address");
  }
  return "http://" + (chosen.address == "::1" ? "[::1]" : chosen.address) + ":" + std::to_string(chosen.port);
}

// Half of the workers at most wait for one of them.
Result<std::vector<std::unique_ptr<IdentityProvider>>> providers(
    ServeSettings const& chosen, std::optional<web::PublicAddress> const& known) {
  std::vector<std::unique_ptr<IdentityProvider>> all;
  if (chosen.sign_in_with.empty()) return all;
  auto const site = site_for_providers(chosen, known);
  if (!site) return fail(site.error());
  for (auto const& file : chosen.sign_in_with) {
    auto client = read_sign_in_file(file, *site);
    if (!client) return fail(client.error());
    bool const twice = std::ranges::any_of(all, [&](auto const& one) {
      return one->name().code == client->name.code || one->name().issuer == client->name.issuer;
    });
    if (twice) return fail(Fault::invalid, "sign_in_file.twice", {{"file", file}});
    client->at_once = std::max(1, static_cast<int>(chosen.workers) / 2);
    all.push_back(oidc_provider(*std::move(client), web_line(), log_provider));
  }
  return all;
}

// Blocked before any thread is made, so that only sigwait() sees them.
sigset_t stop_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  return signals;
}

}  // namespace

int serve(cli::Context const& context, ServeSettings const& chosen) {
  auto const signals = stop_signals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  spdlog::set_pattern(R"({"time":"%Y-%m-%dT%H:%M:%S.%eZ","level":"%l","log":%v})",
                      spdlog::pattern_time_type::utc);
  auto const store = context.open_store(chosen.store, false);
  if (!store) return cli::complain(context, store.error());
  auto const languages = languages_of(chosen, context);
  if (!languages) return cli::complain(context, languages.error());
  auto metrics = metrics_of_routes();
  auto settings = server_settings(chosen, metrics, *languages);
  if (!settings) return cli::complain(context, settings.error());
  auto const address = public_address(chosen);
  if (!address) return cli::complain(context, address.error());
  warn_of_address(chosen, context);
  auto const secrets = context.open_secrets(**store, chosen.store);
  if (!secrets) return cli::complain(context, secrets.error());
  auto mailer = chosen_mailer(chosen);
  if (!mailer) return cli::complain(context, mailer.error());
  auto known_providers = providers(chosen, *address);
  if (!known_providers) return cli::complain(context, known_providers.error());
  auto const parameters = cli::parameters_in(context, chosen.parameters);
  if (!parameters) return parameters.error();
  LiveAtlas const atlas(**store, context.clock, context.vocabulary, *parameters, log_failure,
                        log_of_cache(context.language));
  Attempts attempts(chosen.workers);
  Elsewhere elsewhere(*std::move(known_providers));
  PictureMaker pictures(attempts.turns());
  web::AccountParts accounts{**secrets, attempts, pictures, {chosen.behind_tls}, chosen.mail == "show",
                             &elsewhere};
  web::Site const site([&] { return atlas.current(); }, **store, context.clock, *address, *languages,
                       [&] { return atlas.opportunities(); }, &accounts);
  settings->uploads.welcome = [&](http::Request const& request) { return site.welcomes_upload(request); };
  auto server =
      http::Server::start(*settings, [&](http::Request const& request) { return site.answer(request); });
  if (!server) return cli::complain(context, server.error());
  std::optional<MailWorker> worker;
  if (*mailer) {
    auto const links = address_for_mails(chosen, server->port(), *address);
    worker.emplace(
        **store, *std::move(mailer), context.clock,
        [&secrets = **secrets, &languages = *languages, links](accounts::Mail const& mail) {
          return web::message_of(mail, secrets, languages, links);
        },
        log_mail, log_failure);
  }
  std::optional<QuestionWorker> asking;
  if (chosen.mail != "none") asking.emplace(**store, **secrets, context.clock, log_failure);
  auto const for_operator = serve_metrics(chosen, metrics, atlas, context.clock);
  if (!for_operator) return cli::complain(context, for_operator.error());
  context.out << context.language("serve.ready",
                                  {{"address", chosen.address}, {"port", std::to_string(server->port())}})
              << '\n'
              << std::flush;  // who started it waits for this line
  int signal = 0;
  sigwait(&signals, &signal);
  context.out << context.language("serve.stopping") << '\n' << std::flush;
  server->stop();
  return 0;
}

}  // namespace wegwijzer
