// SPDX-License-Identifier: EUPL-1.2
#include "pictures/apart.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <optional>

#include "base/check.h"
#include "pictures/answer.h"
#include "pictures/sandbox.h"

namespace wegwijzer::pictures {

namespace {

using Clock = std::chrono::steady_clock;

struct Pipe {
  int from = -1, to = -1;

  Pipe() {
    std::array<int, 2> ends{-1, -1};
    if (pipe2(ends.data(), O_CLOEXEC) == 0) from = ends[0], to = ends[1];
  }

  bool is_there() const { return to >= 0; }

  Pipe(Pipe const&) = delete;
  Pipe& operator=(Pipe const&) = delete;

  ~Pipe() {
    if (from >= 0) close(from);
    close_writing_end();
  }

  void close_writing_end() {
    if (to >= 0) close(to);
    to = -1;
  }
};

bool write_all(int to, std::string_view bytes) {
  while (!bytes.empty()) {
    auto const written = write(to, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

std::string all_in(int file) {
  std::string all;
  std::array<char, 65'536> part{};
  for (ssize_t size = 0; (size = read(file, part.data(), part.size())) > 0;) {
    all.append(part.data(), static_cast<std::size_t>(size));
  }
  return all;
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

// The picture in memory, for another process to read.
class Handed {
 public:
  explicit Handed(std::string_view bytes)
      : file(memfd_create("picture", MFD_CLOEXEC)),
        is_whole(file >= 0 && write_all(file, bytes) && lseek(file, 0, SEEK_SET) == 0) {}

  Handed(Handed const&) = delete;
  Handed& operator=(Handed const&) = delete;

  ~Handed() {
    if (file >= 0) close(file);
  }

  int const file;
  bool const is_whole;
};

// What the new process is called and told. Nobody else calls it so: a program is called by its path.
constexpr std::string_view maker = "making-a-picture";
constexpr int words_of_maker = 5;

template <class Number>
Number number(char const* word) {
  Number value{};
  std::from_chars(word, word + std::strlen(word), value);
  return value;
}

// A program that forgets to ask in its main() whether it should make a picture would start itself for ever.
constexpr char const* started = "WEGWIJZER_MAKES_A_PICTURE";

// With these files and without our environment, hearing every signal.
class Start {
 public:
  Start() {
    posix_spawn_file_actions_init(&files_);
    posix_spawnattr_init(&attributes_);
    sigset_t signals;
    sigemptyset(&signals);
    posix_spawnattr_setsigmask(&attributes_, &signals);
    sigaddset(&signals, SIGPIPE);
    posix_spawnattr_setsigdefault(&attributes_, &signals);
    posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  }

  Start(Start const&) = delete;
  Start& operator=(Start const&) = delete;

  ~Start() {
    posix_spawnattr_destroy(&attributes_);
    posix_spawn_file_actions_destroy(&files_);
  }

  // The same file to itself: it stays open where all others close.
  void keep(int file) { posix_spawn_file_actions_adddup2(&files_, file, file); }

  // Nothing when there is no room for one more.
  std::optional<pid_t> run(std::array<std::string, words_of_maker> words) {
    std::array<char*, words_of_maker + 1> arguments{};
    std::ranges::transform(words, arguments.begin(), [](std::string& word) { return word.data(); });
    auto environment = std::string(started) + "=yes";
    char* const only_that[] = {environment.data(), nullptr};
    pid_t id = 0;
    auto const failed =
        posix_spawn(&id, "/proc/self/exe", &files_, &attributes_, arguments.data(), only_that);
    return failed == 0 ? std::optional(id) : std::nullopt;
  }

 private:
  posix_spawn_file_actions_t files_{};
  posix_spawnattr_t attributes_{};
};

std::optional<pid_t> start_maker(int picture, int answer, Allowance const& allowance) {
  Start start;
  start.keep(picture);
  start.keep(answer);
  return start.run({std::string(maker), std::to_string(picture), std::to_string(answer),
                    std::to_string(allowance.memory), std::to_string(allowance.time.count())});
}

// The whole life of the other process.
[[noreturn]] void make(int picture, int answer, Allowance const& allowance) {
  auto const bytes = all_in(picture);
  if (!give_up_all_but(answer, allowance.memory, allowance.time)) _exit(1);
  try {
    if (!write_all(answer, write_answer(reencode(bytes)))) _exit(1);
  } catch (std::exception const&) {
    _exit(1);  // out of memory; the one who waits sees no answer
  }
  _exit(0);
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
  // NOLINTNEXTLINE(concurrency-mt-unsafe): nothing here changes the environment
  check(std::getenv(started) == nullptr, "main() begins with make_picture_if_asked()");
  auto const busy = fail(Fault::unavailable, "picture.busy");
  Handed const handed(bytes);
  Pipe pipe;
  if (!handed.is_whole || !pipe.is_there()) return busy;
  auto const started_as = start_maker(handed.file, pipe.to, allowance);
  if (!started_as) return busy;
  Child const child(*started_as);
  pipe.close_writing_end();
  return read_all(pipe.from, Clock::now() + allowance.time).and_then([](std::string const& answer) {
    return read_answer(answer);
  });
}

void make_picture_if_asked(int argc, char const* const* argv) {
  if (argc != words_of_maker || argv[0] != maker) return;
  make(number<int>(argv[1]), number<int>(argv[2]),
       {number<std::uint64_t>(argv[3]), std::chrono::seconds(number<int>(argv[4]))});
}

}  // namespace wegwijzer::pictures
