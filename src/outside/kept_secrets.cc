// SPDX-License-Identifier: EUPL-1.2
#include "outside/kept_secrets.h"

#include <fcntl.h>
#include <liboath/oath.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>

#include "base/check.h"
#include "outside/base64url.h"

namespace wegwijzer {

namespace {

constexpr std::size_t key_bytes = 32;
constexpr std::size_t token_bytes = 32;

// OWASP, Password Storage: argon2id, 19 MiB, two passes.
constexpr unsigned long long password_passes = 2;
constexpr std::size_t password_memory = 19UL * 1024 * 1024;

constexpr int seconds_a_step = 30, digits = 6, steps_around = 1;

using Key = std::array<unsigned char, key_bytes>;

std::string random_bytes(std::size_t count) {
  std::string out(count, '\0');
  randombytes_buf(out.data(), out.size());
  return out;
}

std::string hexadecimal(unsigned char const* bytes, std::size_t count) {
  std::string out(count * 2 + 1, '\0');
  sodium_bin2hex(out.data(), out.size(), bytes, count);
  out.pop_back();
  return out;
}

// A key for each use, so that what is made for one is of no use for another.
Key derived(Key const& key, std::string_view use) {
  Key out{};
  crypto_generichash(out.data(), out.size(), bytes_of(use), use.size(), key.data(), key.size());
  return out;
}

std::string_view name_of(Purpose purpose) {
  constexpr std::string_view names[] = {"sign-in",  "form",           "invitation",  "link",
                                        "recovery", "question",       "new address", "asking",
                                        "contact",  "contact address"};
  return names[static_cast<std::size_t>(purpose)];
}

// Without those that look alike: 0 and o, 1, i and l.
constexpr std::string_view paper_letters = "23456789abcdefghjkmnpqrstuvwxyz";

class KeptSecrets final : public Secrets {
 public:
  explicit KeptSecrets(Key const& key) : hashing_(derived(key, "hash")), sealing_(derived(key, "seal")) {
    check(oath_init() == OATH_OK, "liboath can be used");
    unknown_ = password_hash("of nobody");
  }

  std::string new_token() override { return base64url(random_bytes(token_bytes)); }

  std::string new_recovery_code() override {
    std::string out;
    for (int i = 0; i < 16; ++i) {
      if (i > 0 && i % 4 == 0) out += '-';
      out += paper_letters[randombytes_uniform(paper_letters.size())];
    }
    return out;
  }

  accounts::SecretHash hash(Purpose purpose, std::string_view token) override {
    auto const key = derived(hashing_, name_of(purpose));
    std::array<unsigned char, 32> out{};
    crypto_generichash(out.data(), out.size(), bytes_of(token), token.size(), key.data(), key.size());
    return {hexadecimal(out.data(), out.size())};
  }

  std::string password_hash(std::string_view password) override {
    std::array<char, crypto_pwhash_STRBYTES> out{};
    check(crypto_pwhash_str_alg(out.data(), password.data(), password.size(), password_passes,
                                password_memory, crypto_pwhash_ALG_ARGON2ID13) == 0,
          "there is memory for a password");
    return seal(out.data());  // a stolen backup is of no use to who guesses
  }

  bool is_password(std::string_view hash, std::string_view password) override {
    auto const plain = unseal(hash);
    return plain && crypto_pwhash_str_verify(plain->c_str(), password.data(), password.size()) == 0;
  }

  void as_if(std::string_view password) override { is_password(unknown_, password); }

  std::string seal(std::string_view text) override {
    auto const nonce = random_bytes(crypto_secretbox_NONCEBYTES);
    std::string box(crypto_secretbox_MACBYTES + text.size(), '\0');
    crypto_secretbox_easy(reinterpret_cast<unsigned char*>(box.data()), bytes_of(text), text.size(),
                          bytes_of(nonce), sealing_.data());
    return base64url(nonce + box);
  }

  Result<std::string> unseal(std::string_view sealed) override {
    constexpr std::size_t before = crypto_secretbox_NONCEBYTES;
    auto const bytes = from_base64url(sealed);
    if (!bytes || bytes->size() < before + crypto_secretbox_MACBYTES) return other_key();
    std::string out(bytes->size() - before - crypto_secretbox_MACBYTES, '\0');
    if (crypto_secretbox_open_easy(reinterpret_cast<unsigned char*>(out.data()), bytes_of(*bytes) + before,
                                   bytes->size() - before, bytes_of(*bytes), sealing_.data()) != 0) {
      return other_key();
    }
    return out;
  }

  std::string new_shared_secret() override {
    auto const bytes = random_bytes(20);  // RFC 4226, 4: 160 bits
    char* text = nullptr;
    check(oath_base32_encode(bytes.data(), bytes.size(), &text, nullptr) == OATH_OK, "bytes have a text");
    std::string out(text);
    std::free(text);  // NOLINT(cppcoreguidelines-no-malloc): liboath made it
    return out;
  }

  std::optional<std::int64_t> step_of_code(std::string_view shared_secret, std::string_view code,
                                           Instant now) override {
    char* bytes = nullptr;
    std::size_t size = 0;
    if (code.size() != digits ||
        oath_base32_decode(shared_secret.data(), shared_secret.size(), &bytes, &size) != OATH_OK) {
      return std::nullopt;
    }
    // At most one of the three fits, but for one time in 300,000.
    auto const seconds = std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count();
    std::optional<std::int64_t> found;
    for (std::int64_t around = -steps_around; around <= steps_around; ++around) {
      std::array<char, digits + 1> wanted{};
      oath_totp_generate(bytes, size, static_cast<time_t>(seconds + around * seconds_a_step), seconds_a_step,
                         OATH_TOTP_DEFAULT_START_TIME, digits, wanted.data());
      if (sodium_memcmp(wanted.data(), code.data(), digits) == 0) found = seconds / seconds_a_step + around;
    }
    sodium_memzero(bytes, size);
    std::free(bytes);  // NOLINT(cppcoreguidelines-no-malloc): liboath made it
    return found;
  }

 private:
  static tl::unexpected<Error> other_key() { return fail(Fault::unavailable, "account.other_key"); }

  Key hashing_;
  Key sealing_;
  std::string unknown_;
};

tl::unexpected<Error> of_file(char const* key, std::filesystem::path const& file) {
  return fail(Fault::unavailable, key, {{"file", file.string()}});
}

// A file that is closed when its user is gone.
class OpenFile {
 public:
  explicit OpenFile(int number) : number_(number) {}

  OpenFile(OpenFile const&) = delete;
  OpenFile& operator=(OpenFile const&) = delete;

  ~OpenFile() {
    if (number_ >= 0) ::close(number_);
  }

  int number() const { return number_; }

 private:
  int number_;
};

// Written beside its place and linked there whole: of two programs that begin at once one makes the key.
Done make_key(std::filesystem::path const& file) {
  auto const beside = std::filesystem::path(file).concat("." + std::to_string(::getpid()));
  auto const key = random_bytes(key_bytes);
  {
    OpenFile const made(::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    bool const written = made.number() >= 0 && ::write(made.number(), key.data(), key.size()) == key_bytes &&
                         ::fsync(made.number()) == 0;
    if (!written) return of_file("secrets.key_unreadable", file);
  }
  bool const there = ::link(beside.c_str(), file.c_str()) == 0 || errno == EEXIST;
  ::unlink(beside.c_str());
  if (!there) return of_file("secrets.key_unreadable", file);
  return {};
}

Result<Key> read_key(std::filesystem::path const& file) {
  OpenFile const opened(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  struct stat state{};
  if (opened.number() < 0 || ::fstat(opened.number(), &state) != 0) {
    return of_file("secrets.key_unreadable", file);
  }
  if ((state.st_mode & 077) != 0) return of_file("secrets.key_open_to_others", file);
  Key key;
  if (state.st_size != key_bytes || ::read(opened.number(), key.data(), key.size()) != key_bytes) {
    return of_file("secrets.key_damaged", file);
  }
  return key;
}

}  // namespace

std::filesystem::path key_file_of(std::filesystem::path const& store) {
  return std::filesystem::path(store).concat(".key");
}

Result<std::unique_ptr<Secrets>> open_secrets(std::filesystem::path const& key_file, IfNoKey if_none) {
  check(sodium_init() >= 0, "the system's generator of chance is not available");
  if (!std::filesystem::exists(key_file)) {
    if (if_none == IfNoKey::refuse) return of_file("secrets.key_lost", key_file);
    if (auto const made = make_key(key_file); !made) return fail(made.error());
  }
  auto const key = read_key(key_file);
  if (!key) return fail(key.error());
  return std::make_unique<KeptSecrets>(*key);
}

}  // namespace wegwijzer
