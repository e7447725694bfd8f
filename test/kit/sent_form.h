// SPDX-License-Identifier: EUPL-1.2
// A form with files as a browser sends it, for tests.
#pragma once

#include <string>
#include <string_view>

namespace wegwijzer {

class SentForm {
 public:
  void field(std::string const& name, std::string_view value) { add("name=\"" + name + "\"\r\n", value); }

  void file(std::string const& name, std::string const& called, std::string_view bytes) {
    add("name=\"" + name + "\"; filename=\"" + called + "\"\r\nContent-Type: image/jpeg\r\n", bytes);
  }

  std::string body() const { return parts_ + "--" + boundary + "--\r\n"; }

  static std::string type() { return "multipart/form-data; boundary=" + std::string(boundary); }

 private:
  static constexpr char const* boundary = "----BoundaryOfTheTest1";

  void add(std::string const& said, std::string_view bytes) {
    parts_ += "--" + std::string(boundary) + "\r\nContent-Disposition: form-data; " + said + "\r\n";
    parts_.append(bytes).append("\r\n");
  }

  std::string parts_;
};

}  // namespace wegwijzer
