// SPDX-License-Identifier: EUPL-1.2
#include "exchange/osm_writer.h"

#include <osmium/builder/osm_object_builder.hpp>
#include <osmium/io/pbf_output.hpp>
#include <osmium/io/writer.hpp>

namespace wegwijzer {

namespace {

constexpr std::size_t buffer_bytes = 4 << 20;

osmium::io::Header header() {
  osmium::io::Header header;
  header.set("generator", "wegwijzer");
  header.set("sorting", "Type_then_ID");
  return header;
}

tl::unexpected<Error> cannot_write_osm(std::filesystem::path const& path) {
  return fail(Fault::unavailable, "osm.cannot_write", {{"file", path.string()}});
}

void add_tags(osmium::builder::Builder& parent, std::span<Tag const> tags) {
  if (tags.empty()) return;
  osmium::builder::TagListBuilder list(parent);
  for (auto const& [key, value] : tags) list.add_tag(key.data(), key.size(), value.data(), value.size());
}

}  // namespace

struct OsmWriter::File {
  explicit File(std::filesystem::path where)
      : path(std::move(where)),
        writer(osmium::io::File(path.string(), "pbf"), header(), osmium::io::overwrite::no) {}

  File(File const&) = delete;
  File& operator=(File const&) = delete;

  ~File() {
    if (finished) return;
    try {
      writer.close();
    } catch (std::exception const&) {
      // The file is taken away, whatever was wrong with it.
    }
    std::error_code ignored;
    std::filesystem::remove(path, ignored);
  }

  void hand_over(bool all) {
    if (!all && buffer.committed() < buffer_bytes) return;
    writer(std::move(buffer));
    buffer = osmium::memory::Buffer(buffer_bytes, osmium::memory::Buffer::auto_grow::yes);
  }

  std::filesystem::path path;
  osmium::io::Writer writer;
  osmium::memory::Buffer buffer{buffer_bytes, osmium::memory::Buffer::auto_grow::yes};
  bool finished = false;
};

OsmWriter::OsmWriter(std::unique_ptr<File> file) : file_(std::move(file)) {}

OsmWriter::OsmWriter(OsmWriter&&) noexcept = default;
OsmWriter& OsmWriter::operator=(OsmWriter&&) noexcept = default;
OsmWriter::~OsmWriter() = default;

Result<OsmWriter> OsmWriter::create(std::filesystem::path const& path) {
  // The library throws what the system says, in many types.
  try {
    return OsmWriter(std::make_unique<File>(path));
  } catch (std::exception const&) {
    return cannot_write_osm(path);
  }
}

void OsmWriter::node(std::int64_t id, GeoPoint at, std::span<Tag const> tags) {
  {
    osmium::builder::NodeBuilder node(file_->buffer);
    node.set_id(id).set_version(1).set_visible(true);
    node.set_location(osmium::Location(at.longitude, at.latitude));
    add_tags(node, tags);
  }
  file_->buffer.commit();
  file_->hand_over(false);
}

void OsmWriter::way(std::int64_t id, std::span<std::int64_t const> nodes, std::span<Tag const> tags) {
  {
    osmium::builder::WayBuilder way(file_->buffer);
    way.set_id(id).set_version(1).set_visible(true);
    {
      osmium::builder::WayNodeListBuilder list(way);
      for (auto const node : nodes) list.add_node_ref(node);
    }
    add_tags(way, tags);
  }
  file_->buffer.commit();
  file_->hand_over(false);
}

Done OsmWriter::finish() {
  try {
    file_->hand_over(true);
    file_->writer.close();
  } catch (std::exception const&) {
    return cannot_write_osm(file_->path);
  }
  file_->finished = true;
  return {};
}

}  // namespace wegwijzer
