// SPDX-License-Identifier: EUPL-1.2
#include "http/server.h"

#include <fmt/format.h>
#include <microhttpd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <cstring>
#include <exception>
#include <optional>
#include <set>
#include <stop_token>
#include <thread>
#include <utility>

#include "http/conditional.h"
#include "http/connections.h"
#include "http/delivery.h"
#include "http/listener.h"
#include "http/workers.h"

namespace wegwijzer::http {

namespace {

using Clock = std::chrono::steady_clock;

// An overlong body is read to its end up to this many times the limit, so that the visitor hears 413 instead
// of seeing the connection break.
constexpr std::uint64_t patience = 4;

constexpr Refusal full_queue{503, "full queue", std::chrono::seconds(1)};
constexpr Refusal stopped{503, "stopped", std::chrono::seconds(1)};
constexpr Refusal failed{500, "failed"};
constexpr Refusal many_uploads{503, "many uploads", std::chrono::seconds(5)};

// For answers to leave that were ready only after the grace time.
constexpr std::chrono::milliseconds last_words(1000);

// libmicrohttpd cuts a header apart in place: blanks and colons become one NUL, the end of a line two. So
// each part must begin right behind the part before. A bare LF, a NUL and a folded line each leave another
// gap.
class Layout {
 public:
  Layout(char const* method, char const* target, std::size_t target_size, char const* version)
      : begin_(method), next_(version + std::strlen(version) + 2) {
    intact_ = target == method + std::strlen(method) + 1 && version == target + target_size + 1;
  }

  void field(char const* name, std::size_t name_size, char const* value, std::size_t value_size) {
    auto const* at = name + name_size + 1;
    intact_ = intact_ && name == next_;
    while (intact_ && at != value && (*at == ' ' || *at == '\t')) ++at;
    intact_ = intact_ && at == value;
    next_ = value + value_size + 2;
  }

  bool intact(std::size_t header_size) const { return intact_ && next_ + 2 == begin_ + header_size; }

 private:
  char const* begin_;
  char const* next_;
  bool intact_;
};

// The fields of a request while libmicrohttpd goes through them.
struct Fields {
  explicit Fields(Layout at) : layout(at) {}

  Layout layout;
  Headers headers{};
  bool good = true;
};

MHD_Result take_field(void* into, MHD_ValueKind, char const* name, std::size_t name_size, char const* value,
                      std::size_t value_size) {
  auto& fields = *static_cast<Fields*>(into);
  fields.layout.field(name, name_size, value, value_size);
  std::string_view text(value, value_size);
  while (text.ends_with(' ') || text.ends_with('\t')) text.remove_suffix(1);
  std::string_view const label(name, name_size);
  fields.good = fields.good && is_token(label) && is_field_value(text);
  if (!fields.good) return MHD_NO;
  fields.headers.add(std::string(label), std::string(text));
  return MHD_YES;
}

std::size_t header_size(MHD_Connection* connection) {
  return MHD_get_connection_info(connection, MHD_CONNECTION_INFO_REQUEST_HEADER_SIZE)->header_size;
}

void free_body(void* body) {
  delete static_cast<Body*>(body);
}

struct Destroy {
  void operator()(MHD_Response* response) const { MHD_destroy_response(response); }
};

std::unique_ptr<MHD_Response, Destroy> to_send(Response const& response) {
  auto body = std::make_unique<Body>(response.body);
  auto const bytes = body->bytes();
  std::unique_ptr<MHD_Response, Destroy> made(MHD_create_response_from_buffer_with_free_callback_cls(
      bytes.size(), const_cast<char*>(bytes.data()), &free_body, body.get()));
  if (!made) throw std::bad_alloc();
  body.release();  // NOLINT(bugprone-unused-return-value): free_body has it now
  for (auto const& header : response.headers) {
    MHD_add_response_header(made.get(), header.name.c_str(), header.value.c_str());
  }
  return made;
}

// A path may hold a code that only its owner should see; without a handler's word for it we keep its
// beginning.
std::string beginning_of(Path const& path) {
  if (path.segments().empty()) return "/";
  return "/" + path.segments().front() + (path.segments().size() > 1 ? "/…" : "");
}

// Who sends the uploads that are held in memory. On the thread of libmicrohttpd alone.
using UploadPlaces = std::multiset<Address>;

// One of them; given back when it goes.
class UploadPlace {
 public:
  UploadPlace(UploadPlaces& places, Address client) : places_(&places), at_(places.insert(client)) {}

  UploadPlace(UploadPlace&& other) noexcept
      : places_(std::exchange(other.places_, nullptr)), at_(other.at_) {}

  UploadPlace& operator=(UploadPlace&&) = delete;

  ~UploadPlace() {
    if (places_ != nullptr) places_->erase(at_);
  }

 private:
  UploadPlaces* places_;
  UploadPlaces::iterator at_;
};

// One request on its way through the server; lives from its first line to the end of its answer.
struct Exchange {
  enum class Step { heading, body, done };

  Connection* connection = nullptr;
  char const* raw_target = nullptr;  // where libmicrohttpd keeps it
  std::string target{};
  Step step = Step::heading;
  Clock::time_point started{};
  Request request{};
  std::uint64_t body_bytes = 0;
  std::uint64_t most_body_bytes = 0;
  std::optional<UploadPlace> upload{};
  bool unheard = false;              // its body is thrown away as it comes
  std::optional<Refusal> refused{};  // said when the body has come
  Response answer{};
  bool answered = false;
};

}  // namespace

struct Server::Running {
  Running(Settings chosen, Handler answering, Listener at)
      : settings(std::move(chosen)),
        handler(std::move(answering)),
        listener(at),
        limiter(settings.rate_limit),
        workers(settings.workers, settings.longest_queue) {}

  ~Running() { stop(); }

  Running(Running const&) = delete;
  Running& operator=(Running const&) = delete;

  bool start();
  void stop();
  void watch(std::stop_token const& stop);
  Clock::duration watch_interval() const;
  bool is_proxy(Address address) const;

  MHD_Result advance(Exchange& exchange, MHD_Connection* handle, char const* method, char const* version,
                     std::string_view upload);
  tl::expected<Request, Refusal> read(Exchange const& exchange, MHD_Connection* handle, char const* method,
                                      char const* version) const;
  MHD_Result begin(Exchange& exchange, MHD_Connection* handle, char const* method, char const* version);
  std::optional<Refusal> unwelcome(Exchange& exchange);
  void make_room(Exchange& exchange);
  static MHD_Result receive(Exchange& exchange, std::string_view upload);
  MHD_Result hand_over(Exchange& exchange, MHD_Connection* handle);
  MHD_Result refuse(Exchange& exchange, MHD_Connection* handle, Refusal refusal);
  void note_refusal(Exchange& exchange, Refusal refused) const;
  MHD_Result send(Exchange& exchange, MHD_Connection* handle);
  void work(Exchange& exchange, MHD_Connection* handle);
  std::optional<Response> attempt(std::function<Response()> const& answering) const;
  Response refusal(Refusal refused, std::string_view target) const;
  void log(Exchange const& exchange, std::string_view method, std::string route) const;
  void log_failure(std::string_view text) const;

  static MHD_Result on_connect(void* self, sockaddr const* peer, socklen_t size) noexcept;
  static void on_connection(void* self, MHD_Connection* handle, void** context,
                            MHD_ConnectionNotificationCode code) noexcept;
  static void* on_first_line(void* self, char const* target, MHD_Connection* handle) noexcept;
  static MHD_Result on_request(void* self, MHD_Connection* handle, char const* url, char const* method,
                               char const* version, char const* upload, std::size_t* size, void** context);
  static void on_completed(void* self, MHD_Connection* handle, void** context,
                           MHD_RequestTerminationCode code) noexcept;

  Settings settings;
  Handler handler;
  Listener listener;
  Connections connections;
  RateLimiter limiter;
  Workers workers;
  UploadPlaces uploading;
  std::atomic<bool> stopping = false;
  std::atomic<bool> out_of_time = false;
  MHD_Daemon* daemon = nullptr;
  std::jthread watchdog;
};

// --- starting and stopping

Result<Server> Server::start(Settings settings, Handler handler) {
  auto const listener = listen_at(settings.address, settings.port);
  if (!listener) return fail(listener.error());
  auto running = std::make_unique<Running>(std::move(settings), std::move(handler), *listener);
  if (!running->start()) return fail(Fault::unavailable, "server.cannot_start");
  return Server(std::move(running));
}

Server::Server(std::unique_ptr<Running> running) : running_(std::move(running)) {}

Server::Server(Server&&) noexcept = default;
Server& Server::operator=(Server&&) noexcept = default;
Server::~Server() = default;

std::uint16_t Server::port() const {
  return running_->listener.port;
}

void Server::stop() {
  running_->stop();
}

bool Server::Running::start() {
  // The pool of memory of a connection holds its header, what libmicrohttpd notes of each field, and the
  // header of the answer; bodies pass through it.
  auto const memory = 2 * settings.limits.header_bytes + 8192;
  daemon = MHD_start_daemon(
      MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME, listener.port, &Running::on_connect, this,
      &Running::on_request, this, MHD_OPTION_LISTEN_SOCKET, listener.socket, MHD_OPTION_CONNECTION_LIMIT,
      static_cast<unsigned>(settings.most_connections), MHD_OPTION_CONNECTION_MEMORY_LIMIT, memory,
      MHD_OPTION_NOTIFY_CONNECTION, &Running::on_connection, this, MHD_OPTION_NOTIFY_COMPLETED,
      &Running::on_completed, this, MHD_OPTION_URI_LOG_CALLBACK, &Running::on_first_line, this,
      MHD_OPTION_END);
  if (daemon != nullptr) watchdog = std::jthread([this](std::stop_token const& stop) { watch(stop); });
  return daemon != nullptr;
}

void Server::Running::stop() {
  if (stopping.exchange(true)) return;
  if (daemon != nullptr) {
    MHD_quiesce_daemon(daemon);
    shutdown(listener.socket, SHUT_RDWR);
    connections.cut_idle();
    connections.wait_until_idle(settings.grace);
  }
  out_of_time = true;
  // What had not begun is answered with 503: a suspended connection must be resumed.
  for (auto const& task : workers.stop()) task();
  connections.wait_until_idle(std::min(settings.grace, last_words));
  connections.cut_all();
  watchdog = {};
  if (daemon != nullptr) MHD_stop_daemon(std::exchange(daemon, nullptr));
  close(listener.socket);
}

void Server::Running::watch(std::stop_token const& stop) {
  std::mutex mutex;
  std::condition_variable_any wake;
  std::unique_lock lock(mutex);
  while (!stop.stop_requested()) {
    wake.wait_for(lock, stop, watch_interval(), [] { return false; });
    connections.cut_overdue(Clock::now());
    connections.cut_vanished();
  }
}

// Often enough that no timeout is overrun by more than a quarter.
Clock::duration Server::Running::watch_interval() const {
  auto const shortest = std::min({settings.header_timeout, settings.body_timeout, settings.idle_timeout,
                                  settings.send_timeout, std::chrono::milliseconds(4000)});
  return std::max(shortest / 4, std::chrono::milliseconds(5));
}

bool Server::Running::is_proxy(Address address) const {
  return std::ranges::any_of(settings.trusted_proxies,
                             [&](Network const& network) { return network.contains(address); });
}

// --- what libmicrohttpd calls, always on its one thread; no exception may pass through it. Without memory
// for a connection the program ends.

MHD_Result Server::Running::on_connect(void* self, sockaddr const* peer, socklen_t) noexcept {
  auto const& running = *static_cast<Running*>(self);
  auto const address = Address::of(peer);
  auto const most = running.settings.most_connections_per_address;
  return running.connections.admits(address, most, running.is_proxy(address)) ? MHD_YES : MHD_NO;
}

void Server::Running::on_connection(void* self, MHD_Connection* handle, void** context,
                                    MHD_ConnectionNotificationCode code) noexcept {
  auto& running = *static_cast<Running*>(self);
  if (code == MHD_CONNECTION_NOTIFY_CLOSED) {
    running.connections.closed(static_cast<Connection*>(std::exchange(*context, nullptr)));
    return;
  }
  auto const socket = MHD_get_connection_info(handle, MHD_CONNECTION_INFO_CONNECTION_FD)->connect_fd;
  auto const* const peer = MHD_get_connection_info(handle, MHD_CONNECTION_INFO_CLIENT_ADDRESS)->client_addr;
  *context =
      running.connections.opened(socket, Address::of(peer), Clock::now() + running.settings.header_timeout);
}

void* Server::Running::on_first_line(void* self, char const* target, MHD_Connection* handle) noexcept {
  auto& running = *static_cast<Running*>(self);
  auto* const context = MHD_get_connection_info(handle, MHD_CONNECTION_INFO_SOCKET_CONTEXT)->socket_context;
  auto* const connection = static_cast<Connection*>(context);
  running.connections.begins_request(connection, Clock::now() + running.settings.header_timeout);
  Exchange exchange{
      .connection = connection, .raw_target = target, .target = target == nullptr ? "" : target};
  return std::make_unique<Exchange>(std::move(exchange)).release();
}

MHD_Result Server::Running::on_request(void* self, MHD_Connection* handle, char const*, char const* method,
                                       char const* version, char const* upload, std::size_t* size,
                                       void** context) {
  auto& running = *static_cast<Running*>(self);
  try {
    std::string_view const bytes(upload, std::exchange(*size, 0));
    return running.advance(*static_cast<Exchange*>(*context), handle, method, version, bytes);
  } catch (std::exception const&
               exception) {  // out of memory, most likely: this connection ends, the others go on
    running.log_failure(exception.what());
    return MHD_NO;
  }
}

void Server::Running::on_completed(void* self, MHD_Connection*, void** context,
                                   MHD_RequestTerminationCode) noexcept {
  auto& running = *static_cast<Running*>(self);
  std::unique_ptr<Exchange> const exchange(static_cast<Exchange*>(std::exchange(*context, nullptr)));
  if (exchange) {
    running.connections.ends_request(exchange->connection, Clock::now() + running.settings.idle_timeout);
  }
}

// --- the way of one request

MHD_Result Server::Running::advance(Exchange& exchange, MHD_Connection* handle, char const* method,
                                    char const* version, std::string_view upload) {
  if (exchange.step == Exchange::Step::heading) return begin(exchange, handle, method, version);
  if (!upload.empty()) return receive(exchange, upload);
  return exchange.answered ? send(exchange, handle) : hand_over(exchange, handle);
}

tl::expected<Request, Refusal> Server::Running::read(Exchange const& exchange, MHD_Connection* handle,
                                                     char const* method, char const* version) const {
  Fields fields(Layout(method, exchange.raw_target, exchange.target.size(), version));
  MHD_get_connection_values_n(handle, MHD_HEADER_KIND, &take_field, &fields);
  auto const size = header_size(handle);
  if (!fields.good) return tl::make_unexpected(Refusal{400, "malformed field"});
  if (!fields.layout.intact(size)) return tl::make_unexpected(Refusal{400, "bare LF, NUL or folded field"});
  return read_heading(
      {method, exchange.target, version, size, std::move(fields.headers), exchange.connection->peer},
      settings.limits, settings.trusted_proxies);
}

MHD_Result Server::Running::begin(Exchange& exchange, MHD_Connection* handle, char const* method,
                                  char const* version) {
  exchange.started = Clock::now();
  auto request = read(exchange, handle, method, version);
  if (!request) return refuse(exchange, handle, request.error());
  exchange.request = std::move(*request);
  if (auto const refusal = unwelcome(exchange)) return refuse(exchange, handle, *refusal);
  exchange.step = Exchange::Step::body;
  auto const timeout = exchange.upload || exchange.unheard ? settings.uploads.timeout : settings.body_timeout;
  connections.must_finish(exchange.connection, exchange.started + timeout);
  return MHD_YES;
}

// A large form may come of who is welcome with it, when there is room.
void Server::Running::make_room(Exchange& exchange) {
  auto const& request = exchange.request;
  exchange.most_body_bytes = settings.limits.body_bytes;
  if (!settings.uploads.welcome || !is_upload(request)) return;
  auto const welcome = settings.uploads.welcome(request);
  if (welcome == Welcome::no) return;
  exchange.most_body_bytes = settings.limits.upload_bytes;
  bool const full = uploading.size() >= settings.uploads.most_at_once ||
                    uploading.count(request.client) >= settings.uploads.most_of_one_client;
  exchange.unheard = full || welcome == Welcome::unheard;
  if (!exchange.unheard) exchange.upload.emplace(uploading, request.client);
  if (full && welcome == Welcome::yes) exchange.refused = many_uploads;
}

std::optional<Refusal> Server::Running::unwelcome(Exchange& exchange) {
  auto const& request = exchange.request;
  if (auto const wait = limiter.refused(request.client, Clock::now())) {
    return Refusal{429, "too many requests", *wait};
  }
  make_room(exchange);
  auto const announced = announced_bytes(request.headers);
  bool const chunked = request.headers.has("Transfer-Encoding");
  bool const asks_first = request.headers.has("Expect");
  auto const most = exchange.most_body_bytes;
  if (!chunked && announced > (asks_first ? most : patience * most)) return Refusal{413, "long body"};
  return std::nullopt;
}

MHD_Result Server::Running::receive(Exchange& exchange, std::string_view upload) {
  auto const most = exchange.most_body_bytes;
  exchange.body_bytes += upload.size();
  if (exchange.body_bytes > patience * most) return MHD_NO;
  if (exchange.unheard) return MHD_YES;
  if (exchange.body_bytes <= most) {
    exchange.request.body += upload;
  } else {
    exchange.request.body.clear();
  }
  return MHD_YES;
}

MHD_Result Server::Running::hand_over(Exchange& exchange, MHD_Connection* handle) {
  if (exchange.body_bytes > exchange.most_body_bytes) return refuse(exchange, handle, {413, "long body"});
  if (exchange.refused) return refuse(exchange, handle, *exchange.refused);
  if (!exchange.upload && !exchange.unheard) {  // a picture takes a while to go through: that is for a worker
    if (auto const refusal = read_form(exchange.request, settings.limits))
      return refuse(exchange, handle, *refusal);
  }
  connections.has_whole_request(exchange.connection);
  // Suspended first: a worker may be done, and resume it, before push() returns.
  MHD_suspend_connection(handle);
  if (workers.push([this, &exchange, handle] { work(exchange, handle); })) return MHD_YES;
  note_refusal(exchange, full_queue);
  MHD_resume_connection(handle);
  return MHD_YES;
}

// The answer goes out at once, before a body that may follow; the connection ends with it.
MHD_Result Server::Running::refuse(Exchange& exchange, MHD_Connection* handle, Refusal refused) {
  note_refusal(exchange, refused);
  return send(exchange, handle);
}

void Server::Running::note_refusal(Exchange& exchange, Refusal refused) const {
  exchange.step = Exchange::Step::done;
  exchange.answer = refusal(refused, exchange.target);
  exchange.answered = true;
  log(exchange, "-", fmt::format("(refused: {})", refused.why));
}

MHD_Result Server::Running::send(Exchange& exchange, MHD_Connection* handle) {
  if (stopping) exchange.answer.headers.set("Connection", "close");
  auto const response = to_send(exchange.answer);
  connections.must_finish(exchange.connection, Clock::now() + settings.send_timeout);
  return MHD_queue_response(handle, static_cast<unsigned>(exchange.answer.status), response.get());
}

// --- on a worker

void Server::Running::work(Exchange& exchange, MHD_Connection* handle) {
  auto& request = exchange.request;
  auto const refused = out_of_time       ? std::optional(stopped)
                       : exchange.upload ? read_form(request, settings.limits)
                                         : std::nullopt;
  auto answer = refused ? std::nullopt : attempt([&] { return delivered(request, handler(request)); });
  auto route = answer ? answer->route : beginning_of(request.path);
  if (route.empty()) route = request.path.text();
  exchange.answered = true;
  exchange.answer = answer ? std::move(*answer) : refusal(refused.value_or(failed), exchange.target);
  add_security_headers(exchange.answer, settings.security_headers);
  log(exchange, text(request.method), std::move(route));
  MHD_resume_connection(handle);
}

// The one place where an exception of a handler ends.
std::optional<Response> Server::Running::attempt(std::function<Response()> const& answering) const {
  try {
    return answering();
  } catch (std::exception const& exception) {
    log_failure(exception.what());
  } catch (...) {
    log_failure("something that is not an exception");
  }
  return std::nullopt;
}

// --- answers without a handler, and the log

Response Server::Running::refusal(Refusal refused, std::string_view target) const {
  auto const status = refused.status;
  auto response = attempt([&] { return settings.error_page(status, target); }).value_or(problem(status));
  response.status = status;
  response.headers.set("Connection", "close");
  response.headers.set("Cache-Control", keep::never);
  if (status == 405 && !response.headers.has("Allow")) response.headers.set("Allow", "GET, HEAD, POST");
  if (refused.wait.count() > 0) response.headers.set("Retry-After", std::to_string(refused.wait.count()));
  add_security_headers(response, settings.security_headers);
  return response;
}

void Server::Running::log(Exchange const& exchange, std::string_view method, std::string route) const {
  if (!settings.access_log) return;
  auto const took = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - exchange.started);
  bool const without_body = exchange.request.method == Method::head;
  auto const bytes = without_body ? 0 : exchange.answer.body.bytes().size();
  settings.access_log({method, std::move(route), exchange.answer.status, took, bytes});
}

void Server::Running::log_failure(std::string_view text) const {
  if (settings.failure_log) settings.failure_log(text);
}

}  // namespace wegwijzer::http
