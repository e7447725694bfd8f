// SPDX-License-Identifier: EUPL-1.2
#include "exchange/homes.h"

#include <fmt/format.h>

#include <limits>

#include "base/check.h"
#include "exchange/sealed_bytes.h"

namespace wegwijzer {

namespace {

// The table of buurten; then the homes, each its point, dwellings, buurt, the ages that have children as
// bits, and how many of each of those.
constexpr Seal homes_seal{"WGHM", 1, "homes.damaged", "homes.other_version"};
constexpr std::uint64_t least_bytes_of_a_home = 5;

unsigned ages_with_children(ChildrenByAge const& children) {
  unsigned bits = 0;
  for (std::size_t i = 0; i < ChildrenByAge::ages; ++i) {
    if (children.counts()[i] > 0) bits |= 1U << i;
  }
  return bits;
}

void write_children(SealedWriter& writer, ChildrenByAge const& children) {
  writer.number(ages_with_children(children));
  for (auto const count : children.counts()) {
    if (count > 0) writer.byte(count);
  }
}

ChildrenByAge read_children(SealedReader& reader) {
  auto const bits = reader.number();
  if (bits >> ChildrenByAge::ages != 0) reader.give_up();
  std::array<std::uint8_t, ChildrenByAge::ages> counts{};
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if ((bits >> i & 1) == 0) continue;
    counts[i] = reader.byte();
    if (counts[i] == 0) reader.give_up();
  }
  return ChildrenByAge(counts);
}

std::vector<AreaCode> read_buurten(SealedReader& reader) {
  std::vector<AreaCode> buurten;
  for (auto left = reader.count(); left > 0 && !reader.damaged(); --left) {
    auto code = AreaCode::parse(reader.text());
    if (!code) {
      reader.give_up();
    } else {
      buurten.push_back(*std::move(code));
    }
  }
  return buurten;
}

void read_home(SealedReader& reader, std::vector<AreaCode> const& buurten, Homes& homes) {
  Home home;
  home.point = reader.point();
  auto const dwellings = reader.number();
  auto const buurt = reader.number();
  home.children = read_children(reader);
  if (dwellings > std::numeric_limits<std::uint16_t>::max() || buurt >= buurten.size()) reader.give_up();
  if (reader.damaged()) return;
  home.dwellings = static_cast<std::uint16_t>(dwellings);
  home.buurt = buurten[buurt];
  homes.add(home);
}

}  // namespace

std::string write_homes(Homes const& homes) {
  SealedWriter writer(homes_seal);
  writer.number(homes.buurten().size());
  for (auto const& buurt : homes.buurten()) {
    check(!buurt.text().empty(), "a home lies in a buurt");
    writer.text(buurt.text());
  }
  writer.number(homes.size());
  for (std::size_t i = 0; i < homes.size(); ++i) {
    writer.point(homes.points()[i]);
    writer.number(homes.dwellings()[i]);
    writer.number(homes.buurt()[i].value());
    write_children(writer, homes.children()[i]);
  }
  return std::move(writer).sealed();
}

Result<Homes> read_homes(std::string_view bytes) {
  auto reader = SealedReader::open(bytes, homes_seal);
  if (!reader) return fail(reader.error());
  auto const buurten = read_buurten(*reader);
  Homes homes;
  for (auto left = reader->count(least_bytes_of_a_home); left > 0 && !reader->damaged(); --left) {
    read_home(*reader, buurten, homes);
  }
  // A table in another order, or with a buurt where nobody lives, is not what write_homes made.
  if (!reader->at_end() || homes.buurten() != buurten) return fail(Fault::invalid, homes_seal.damaged);
  return homes;
}

std::string write_homes_csv(Homes const& homes) {
  std::string out = "latitude,longitude,dwellings";
  for (int age = ChildrenByAge::youngest; age <= ChildrenByAge::oldest; ++age) {
    out += fmt::format(",age_{}", age);
  }
  out += ",buurt\n";
  for (std::size_t i = 0; i < homes.size(); ++i) {
    auto const home = homes[Index<Home>(i)];
    out += fmt::format("{},{}", text(home.point), home.dwellings);
    for (auto const count : home.children.counts()) out += fmt::format(",{}", count);
    out += fmt::format(",{}\n", home.buurt.text());
  }
  return out;
}

}  // namespace wegwijzer
