// SPDX-License-Identifier: EUPL-1.2
#include "app/metrics.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>

namespace wegwijzer {

namespace {

std::string heading(char const* name, char const* type, char const* help) {
  return fmt::format("# HELP {0} {2}\n# TYPE {0} {1}\n", name, type, help);
}

std::string gauge(char const* name, char const* help, double value) {
  return heading(name, "gauge", help) + fmt::format("{} {}\n", name, value);
}

// 0 where the system does not tell.
double resident_bytes() {
  std::ifstream file("/proc/self/statm");
  double all = 0, resident = 0;
  file >> all >> resident;
  return resident * static_cast<double>(sysconf(_SC_PAGESIZE));
}

std::string records(Atlas const& atlas) {
  auto const& catalogue = atlas.catalogue();
  std::pair<char const*, std::size_t> const kinds[] = {{"ecosystem", catalogue.ecosystems().size()},
                                                       {"organisation", catalogue.organisations().size()},
                                                       {"venue", catalogue.venues().size()},
                                                       {"offering", catalogue.offerings().size()},
                                                       {"area", atlas.areas().all().size()}};
  auto out = heading("wegwijzer_records", "gauge", "Public records in the atlas.");
  for (auto const& [kind, count] : kinds) {
    out += fmt::format("wegwijzer_records{{kind=\"{}\"}} {}\n", kind, count);
  }
  return out;
}

}  // namespace

void Metrics::count(http::LogEntry const& entry) {
  auto const route = routes_.contains(entry.route) ? entry.route : "other";
  double const seconds = std::chrono::duration<double>(entry.took).count();
  auto const bucket = std::ranges::lower_bound(bounds, seconds) - bounds.begin();
  std::scoped_lock const lock(counting_);
  ++answers_[{route, entry.status / 100}];
  auto& times = times_[route];
  ++times.within[static_cast<std::size_t>(bucket)];
  times.seconds += seconds;
}

std::string Metrics::requests() const {
  auto out = heading("wegwijzer_requests_total", "counter", "Answered requests.");
  for (auto const& [which, count] : answers_) {
    out += fmt::format("wegwijzer_requests_total{{route=\"{}\",status=\"{}xx\"}} {}\n", which.first,
                       which.second, count);
  }
  return out;
}

std::string Metrics::times() const {
  constexpr char const* name = "wegwijzer_request_seconds";
  auto out = heading(name, "histogram", "From the whole header to the answer.");
  for (auto const& [route, times] : times_) {
    std::uint64_t so_far = 0;
    for (std::size_t i = 0; i < times.within.size(); ++i) {
      so_far += times.within[i];
      auto const bound = i < bounds.size() ? fmt::format("{}", bounds[i]) : "+Inf";
      out += fmt::format("{}_bucket{{route=\"{}\",le=\"{}\"}} {}\n", name, route, bound, so_far);
    }
    out += fmt::format("{0}_sum{{route=\"{1}\"}} {2}\n{0}_count{{route=\"{1}\"}} {3}\n", name, route,
                       times.seconds, so_far);
  }
  return out;
}

void Metrics::look_at(std::shared_ptr<Atlas const> const& atlas, Instant now) {
  if (seen_.lock() == atlas) return;
  seen_ = atlas, seen_since_ = now, ++swaps_;
}

std::string Metrics::text(std::shared_ptr<Atlas const> const& atlas, Instant now) {
  std::scoped_lock const lock(counting_);
  look_at(atlas, now);
  double const age = std::chrono::duration<double>(now - seen_since_).count();
  return requests() + times() + records(*atlas) +
         gauge("wegwijzer_atlas_version", "Counts up when a question here finds another atlas.", swaps_) +
         gauge("wegwijzer_atlas_age_seconds", "Since this atlas was first found here.", age) +
         gauge("process_resident_memory_bytes", "Memory in use.", resident_bytes());
}

}  // namespace wegwijzer
