// SPDX-License-Identifier: EUPL-1.2
#include "http/static_files.h"

#include <utility>

#include "base/check.h"
#include "http/compress.h"
#include "http/conditional.h"

namespace wegwijzer::http {

namespace {

constexpr std::pair<std::string_view, char const*> content_types[] = {
    {".csv", "text/csv; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".html", "text/html; charset=utf-8"},
    {".txt", "text/plain; charset=utf-8"},
    {".json", "application/json"},
    {".geojson", "application/geo+json"},
    {".webmanifest", "application/manifest+json"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".jpg", "image/jpeg"},
    {".webp", "image/webp"},
    {".ico", "image/x-icon"},
    {".woff2", "font/woff2"},
    {".pbf", "application/x-protobuf"},
    {".wasm", "application/wasm"},
};

std::string hash_of(std::string_view bytes) {
  return etag_of(bytes).substr(1, 32);
}

// The path below "/<folder>/<version>/" with slashes: Path refused everything that could mislead here.
std::string path_below(Path const& path) {
  std::string out;
  for (std::size_t i = 2; i < path.segments().size(); ++i) {
    if (i > 2) out += '/';
    out += path.segments()[i];
  }
  return out;
}

Response compressed(Response response, std::string_view etag) {
  if (!worth_compressing(response)) return response;
  response.headers.set("Content-Encoding", "gzip");
  response.headers.set("ETag", gzip_tag(etag));
  response.body = gzip(response.body.bytes(), Effort::thorough);
  return response;
}

}  // namespace

StaticFiles::StaticFiles(std::span<EmbeddedFile const> files, std::string folder)
    : folder_(std::move(folder)) {
  std::string hashes;
  for (auto const& embedded : files) {
    auto response = file(Body::of_static(embedded.content()), content_type_of(embedded.path));
    auto const etag = etag_of(embedded.content());
    response.headers.add("ETag", etag);
    if (worth_compressing(response)) response.headers.add("Vary", "Accept-Encoding");
    response.route = "/" + folder_;
    hashes.append(embedded.path).append(hash_of(embedded.content()));
    entries_.emplace(embedded.path, Entry{response, compressed(response, etag)});
  }
  version_ = hash_of(hashes).substr(0, 16);
}

std::string StaticFiles::url(std::string_view path) const {
  check(entries_.contains(path), "an asset is missing from the program");
  return "/" + folder_ + "/" + version_ + "/" + std::string(path);
}

std::optional<Response> StaticFiles::answer(Request const& request) const {
  auto const& segments = request.path.segments();
  if (segments.size() < 3 || segments[0] != folder_ || request.path.ends_in_slash()) return std::nullopt;
  auto const found = entries_.find(path_below(request.path));
  if (found == entries_.end()) return std::nullopt;
  bool const gzipped = accepts_gzip(request.headers.joined("Accept-Encoding"));
  auto response = gzipped ? found->second.compressed : found->second.plain;
  response.headers.add("Cache-Control", segments[1] == version_ ? keep::forever : keep::ask_again);
  return response;
}

std::string content_type_of(std::string_view path) {
  for (auto const& [ending, type] : content_types) {
    if (path.ends_with(ending)) return type;
  }
  return "application/octet-stream";
}

}  // namespace wegwijzer::http
