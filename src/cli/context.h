// SPDX-License-Identifier: EUPL-1.2
// What a command gets from the program: how to open the store, the words of the user's language, where to
// write.
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <iosfwd>
#include <memory>

#include "domain/vocabulary.h"
#include "language/language.h"
#include "ports/clock.h"
#include "ports/entropy.h"
#include "ports/secrets.h"
#include "ports/store.h"

namespace wegwijzer::cli {

struct Context {
  using OpenStore = Result<std::unique_ptr<Store>>(std::filesystem::path const&, bool create, Clock const&,
                                                   Ids&);

  std::function<OpenStore> open_store_with;
  using OpenSecrets = Result<std::unique_ptr<Secrets>>(std::filesystem::path const& store, IfNoKey);

  std::function<OpenSecrets> open_secrets_with;
  Clock const& clock;
  Ids& ids;
  Entropy& entropy;
  std::shared_ptr<Vocabulary const> vocabulary;
  Language const& language;
  std::ostream& out;
  std::ostream& err;
  bool shows_progress;                   // err is a terminal
  std::atomic<bool> const& interrupted;  // Ctrl-C

  // Fails with a "store.…" key; makes the store when `create`.
  Result<std::unique_ptr<Store>> open_store(std::filesystem::path const& file, bool create) const {
    return open_store_with(file, create, clock, ids);
  }

  // Of the store in that file; fails with a "secrets.…" key. A first key is made.
  Result<std::unique_ptr<Secrets>> open_secrets(Store& store, std::filesystem::path const& file) const {
    return open_secrets_with(file, store.accounts()->nobody() ? IfNoKey::make : IfNoKey::refuse);
  }
};

// Says what is wrong, with the field it belongs to, and gives the exit code of its fault.
int complain(Context const& context, Error const& error);
int exit_code(Fault fault);
// Shows the percentage of something long on a terminal; false after Ctrl-C.
std::function<bool(std::uint64_t done, std::uint64_t total)> progress_on(Context const& context);

}  // namespace wegwijzer::cli
