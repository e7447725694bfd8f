// SPDX-License-Identifier: EUPL-1.2
#include "pictures/apart.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <exception>

#include "base/check.h"
#include "pictures/answer.h"
#include "pictures/sandbox.h"

namespace wegwijzer::pictures {

namespace {

using Clock = std::chrono::steady_clock;

struct Pipe {
  int from = -1, to = -1;

  Pipe() {
    std::array<int, 2> ends{};
    check(pipe2(ends.data(), O_CLOEXEC) == 0, "a pipe can be made");
    from = ends[0], to = ends[1];
  }

  Pipe(Pipe const&) = delete;
  Pipe& operator=(Pipe const&) = delete;

  ~Pipe() {
    close(from);
    close_writing_end();
  }

  void close_writing_end() {
    if (to >= 0) close(to);
    to = -1;
  }
};

void write_all(int to, std::string_view bytes) {
  while (!bytes.empty()) {
    auto const written = write(to, bytes.data(), bytes.size());
    if (written <= 0) return;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

// The whole life of the other process.
[[noreturn]] void work(std::string_view bytes, int to, Allowance const& allowance) {
  if (!give_up_all_but(to, allowance.memory, allowance.time)) _exit(1);
  try {
    write_all(to, write_answer(reencode(bytes)));
  } catch (std::exception const&) {
    _exit(1);  // out of memory; the one who waits sees no answer
  }
  _exit(0);
}

// Everything until the other side closes; nothing when that takes too long or is too much.
Result<std::string> read_all(int from, Clock::time_point until) {
  std::string all;
  std::array<char, 65'536> part{};
  while (true) {
    auto const left = std::chrono::ceil<std::chrono::milliseconds>(until - Clock::now()).count();
    pollfd waiting{from, POLLIN, 0};
    if (left <= 0 || all.size() > most_answer_bytes) return stopped();
    if (poll(&waiting, 1, static_cast<int>(left)) <= 0) continue;
    auto const size = read(from, part.data(), part.size());
    if (size < 0 && errno == EINTR) continue;
    if (size < 0) return stopped();
    if (size == 0) return all;
    all.append(part.data(), static_cast<std::size_t>(size));
  }
}

class Child {
 public:
  explicit Child(pid_t id) : id_(id) {}

  Child(Child const&) = delete;
  Child& operator=(Child const&) = delete;

  ~Child() {
    kill(id_, SIGKILL);
    while (waitpid(id_, nullptr, 0) < 0 && errno == EINTR) {
    }
  }

 private:
  pid_t id_;
};

}  // namespace

Result<Renditions> reencode_apart(std::string_view bytes, Allowance const& allowance) {
  if (bytes.size() > most_bytes) {
    return fail(Fault::invalid, "picture.too_large", {{"most", std::to_string(most_bytes >> 20U)}});
  }
  Pipe pipe;
  auto const id = fork();
  check(id >= 0, "a process can be started");
  if (id == 0) work(bytes, pipe.to, allowance);
  Child const child(id);
  pipe.close_writing_end();
  return read_all(pipe.from, Clock::now() + allowance.time).and_then([](std::string const& answer) {
    return read_answer(answer);
  });
}

}  // namespace wegwijzer::pictures
