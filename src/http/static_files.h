// SPDX-License-Identifier: EUPL-1.2
// The files that are part of the program, served under an address that changes with their bytes: a browser
// keeps them forever and still sees the next release at once.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/embedded.h"
#include "http/request.h"
#include "http/response.h"

namespace wegwijzer::http {

class StaticFiles {
 public:
  // Serves under "/<folder>/". One version for all files, so that one may name another relative to itself.
  // What is text is compressed here, once.
  StaticFiles(std::span<EmbeddedFile const> files, std::string folder);

  // "css/site.css" gives "/assets/3f0c…/css/site.css"; a missing file is a bug and throws.
  std::string url(std::string_view path) const;

  // Nothing when the request is not for such a file. Under another version than ours it is the file all the
  // same, but to be asked for again.
  std::optional<Response> answer(Request const& request) const;

 private:
  struct Entry {
    Response plain;
    Response compressed;  // the same where that did not pay
  };

  std::string folder_;
  std::string version_;
  std::map<std::string, Entry, std::less<>> entries_;
};

std::string content_type_of(std::string_view path);  // by its ending; application/octet-stream when unknown

}  // namespace wegwijzer::http
