// SPDX-License-Identifier: EUPL-1.2
#include "http/compress.h"

#include <zlib.h>

#include <algorithm>

#include "base/check.h"
#include "http/weighted.h"

namespace wegwijzer::http {

namespace {

constexpr std::size_t least_bytes = 1024;  // below it a response fits in one packet anyway
constexpr int window_bits = 15 + 16;       // 16: with gzip's header instead of zlib's
constexpr int memory_level = 8;            // zlib's default

bool is_text(std::string_view content_type) {
  auto const type = content_type.substr(0, content_type.find(';'));
  auto const ends = [&](std::string_view end) { return type.ends_with(end); };
  return type.starts_with("text/") || ends("json") || ends("xml") || ends("javascript") || ends("x-ndjson") ||
         ends("vector-tile") || ends("x-protobuf");
}

}  // namespace

std::string gzip(std::string_view bytes, Effort effort) {
  z_stream stream{};
  int const level = effort == Effort::quick ? 5 : 9;
  check(deflateInit2(&stream, level, Z_DEFLATED, window_bits, memory_level, Z_DEFAULT_STRATEGY) == Z_OK,
        "zlib cannot start");
  std::string out(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));  // zlib does not write to it
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  auto const result = deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  check(result == Z_STREAM_END, "zlib's own bound was too small");
  return out;
}

bool accepts_gzip(std::string_view accept_encoding) {
  auto const wanted = weighted_list(accept_encoding);
  auto const weight = [&](std::string_view name) {
    return std::ranges::find_if(wanted, [&](Weighted const& item) { return same_name(item.value, name); });
  };
  auto const named = weight("gzip");
  auto const found = named != wanted.end() ? named : weight("*");
  return found != wanted.end() && found->thousandths > 0;
}

bool worth_compressing(Response const& response) {
  auto const& headers = response.headers;
  auto const secret =
      headers.first("Cache-Control").value_or("").find("no-store") != std::string_view::npos ||
      headers.has("Set-Cookie");
  return response.status == 200 && response.body.bytes().size() >= least_bytes && !secret &&
         !headers.has("Content-Encoding") && is_text(headers.first("Content-Type").value_or(""));
}

std::string gzip_tag(std::string_view etag) {
  return std::string(etag.substr(0, etag.size() - 1)) + "-gzip\"";
}

}  // namespace wegwijzer::http
