// SPDX-License-Identifier: EUPL-1.2
#include "exchange/osm_pieces.h"

#include <protozero/pbf_reader.hpp>
#include <utility>

namespace wegwijzer {

namespace {

// The limits of the format: https://wiki.openstreetmap.org/wiki/PBF_Format#File_format
constexpr std::size_t most_head = 64U << 10;
constexpr std::size_t most_body = 32U << 20;
constexpr std::size_t size_of_size = 4;

// Some thirty blocks: enough for libosmium to unpack several at a time.
constexpr std::size_t enough_for_a_piece = 2U << 20;

struct BlockHead {
  std::string kind;
  std::size_t size = 0;  // of the body
};

BlockHead read_head(std::string const& bytes) {
  BlockHead head;
  protozero::pbf_reader reader(bytes);
  while (reader.next()) {
    if (reader.tag_and_type() == protozero::tag_and_type(1, protozero::pbf_wire_type::length_delimited)) {
      head.kind = reader.get_string();
    } else if (reader.tag_and_type() == protozero::tag_and_type(3, protozero::pbf_wire_type::varint)) {
      head.size = static_cast<std::uint32_t>(reader.get_int32());
    } else {
      reader.skip();
    }
  }
  return head;
}

std::size_t big_endian(std::string const& bytes) {
  std::size_t value = 0;
  for (auto const byte : bytes) value = value << 8 | static_cast<unsigned char>(byte);
  return value;
}

}  // namespace

OsmPieces::OsmPieces(std::filesystem::path const& path)
    : name_(path.filename().string()), file_(path, std::ios::binary) {}

tl::unexpected<Error> OsmPieces::not_readable(std::string why) const {
  return fail(Fault::invalid, "osm.not_readable", {{"file", name_}, {"why", std::move(why)}});
}

Result<std::string> OsmPieces::read(std::size_t size) {
  std::string bytes(size, '\0');
  file_.read(bytes.data(), static_cast<std::streamsize>(size));
  bytes_read_ += static_cast<std::uint64_t>(file_.gcount());
  if (static_cast<std::size_t>(file_.gcount()) < size) return not_readable("breaks off");
  return bytes;
}

Result<OsmPieces::Block> OsmPieces::next_block() {
  auto const size = read(size_of_size);
  if (!size) return fail(size.error());
  if (big_endian(*size) > most_head) return not_readable("head of a block too large");
  auto const head_bytes = read(big_endian(*size));
  if (!head_bytes) return fail(head_bytes.error());
  auto head = read_head(*head_bytes);
  if (head.size == 0 || head.size > most_body) return not_readable("impossible size of a block");
  auto const body = read(head.size);
  if (!body) return fail(body.error());
  return Block{std::move(head.kind), *size + *head_bytes + *body};
}

Result<std::string> OsmPieces::next() {
  if (!file_) return not_readable("cannot be opened");
  if (header_.empty()) {
    auto header = next_block();
    if (!header) return fail(header.error());
    if (header->kind != "OSMHeader") return not_readable("does not begin with a header");
    header_ = std::move(header->bytes);
  }
  std::string piece;
  while (piece.size() < enough_for_a_piece && file_.peek() != std::ifstream::traits_type::eof()) {
    auto const block = next_block();
    if (!block) return fail(block.error());
    if (block->kind == "OSMData") piece += block->bytes;  // other kinds are for other programs
  }
  return piece.empty() ? piece : header_ + piece;
}

}  // namespace wegwijzer
