// SPDX-License-Identifier: EUPL-1.2
// The file that --sign-in-with names: an organisation whose accounts may be used. docs/manual/beheer.md says
// what stands in it.
#pragma once

#include <filesystem>
#include <string_view>

#include "outside/oidc_provider.h"

namespace wegwijzer {

// Lines "word = value"; `site` is where the public finds us. Fails with "sign_in_file.…", which says what is
// wrong in which line or word.
Result<OidcClient> read_sign_in_file(std::filesystem::path const& file, std::string_view site);

}  // namespace wegwijzer
