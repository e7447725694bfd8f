// SPDX-License-Identifier: EUPL-1.2
// An HTTP/1.1 server: one thread reads and writes all sockets, a fixed pool of workers runs the handler. It
// answers nothing whose end or meaning is in doubt, lets nobody hold a connection by being slow, and logs no
// address, query or header.
//
// libmicrohttpd (0.9.75) accepts much; what it hands over is checked here, a line that ends in a bare LF, a
// NUL in a header and a folded field included, since each leaves a gap between the parts that it cuts in
// place. Two things reach us unmarked: bare LF between the chunks of a body, and fields behind the last
// chunk, which are ignored. On the internet a proxy stands in front (TLS, HTTP/2) and refuses those as well.
// What libmicrohttpd refuses by itself (a line without colon, an unknown HTTP version, a malformed
// Content-Length, a header beyond its memory) gets its own short page and no log entry.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "http/rate_limit.h"
#include "http/read_request.h"
#include "http/response.h"
#include "http/security_headers.h"

namespace wegwijzer::http {

// A form with files: held to the size of other forms; read to its end to be answered, but nothing of it kept,
// since a browser that is cut off while it sends shows no answer; or read as it is.
enum class Welcome { no, unheard, yes };

// Forms with files: larger than others, so only for who may, and a few at once.
struct Uploads {
  // Asked of the head of such a form, on the thread that serves all sockets, before its body comes: it must
  // be quick. Without it every form is held to the size of others.
  std::function<Welcome(Request const&)> welcome{};
  std::size_t most_at_once = 4;
  std::size_t most_of_one_client = 2;
  std::chrono::milliseconds timeout = std::chrono::minutes(5);  // the whole body, from the header on
};

// One answered request. There is no member for an address, a query or a header, so that none can be logged.
struct LogEntry {
  std::string_view method;  // "-" for one that is not ours
  std::string route;        // Response::route; else the path, of which only the first segment after a failure
  int status = 0;
  std::chrono::microseconds took{};  // from the whole header to the answer, waiting for a worker included
  std::size_t bytes = 0;             // of the body as sent
};

struct Settings {
  std::string address = "127.0.0.1";
  std::uint16_t port = 8080;  // 0 takes a free one
  std::size_t workers = 4;
  std::size_t longest_queue = 256;  // requests waiting for a worker; above it 503
  Limits limits{};
  Uploads uploads{};
  RateLimit rate_limit{};
  // Six connections for each of sixty children behind one address. Our own proxies are not counted.
  std::size_t most_connections = 800;
  std::size_t most_connections_per_address = 400;
  std::chrono::milliseconds header_timeout =
      std::chrono::seconds(10);  // the whole header, from the connection on
  std::chrono::milliseconds body_timeout = std::chrono::seconds(60);  // the whole body, from the header on
  std::chrono::milliseconds idle_timeout = std::chrono::seconds(30);  // from an answer to the next first line
  std::chrono::milliseconds send_timeout = std::chrono::seconds(120);  // for taking the whole answer
  std::chrono::milliseconds grace = std::chrono::seconds(10);  // for what is in flight when stop() is called
  std::vector<Network> trusted_proxies{};                      // whose X-Forwarded-For is believed
  SecurityHeaders security_headers{};
  // All three are called from several threads, and the logs throw nothing. `failure_log` gets the text of
  // exceptions, which visitors never see; `error_page` dresses what is answered without the handler (400,
  // 413, 414, 429, 431, 500, 501, 503, …).
  std::function<void(LogEntry const&)> access_log{};
  std::function<void(std::string_view)> failure_log{};
  std::function<Response(int status, std::string_view target)> error_page = [](int status, std::string_view) {
    return problem(status);
  };
};

// Called by several workers at once. Throwing gives the visitor a 500.
using Handler = std::function<Response(Request const&)>;

class Server {
 public:
  // Listens when it returns. Fails as listen_at() does, or with "server.cannot_start".
  static Result<Server> start(Settings settings, Handler handler);

  Server(Server&&) noexcept;
  Server& operator=(Server&&) noexcept;
  ~Server();  // stops

  std::uint16_t port() const;

  // Accepts nothing more, lets what is in flight finish within the grace time, then closes. A handler that
  // runs is waited for, whatever it takes. Calling it again does nothing.
  void stop();

 private:
  struct Running;
  explicit Server(std::unique_ptr<Running> running);

  std::unique_ptr<Running> running_;
};

}  // namespace wegwijzer::http
