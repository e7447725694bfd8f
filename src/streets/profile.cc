// SPDX-License-Identifier: EUPL-1.2
#include "streets/profile.h"

#include <algorithm>
#include <array>

#include "streets/travel_times.h"

namespace wegwijzer {

namespace {

// docs/parameters.md has the range and the source of each of these.
constexpr std::array walking_speed{Speed{3'200}, Speed{4'000}, Speed{4'500}, Speed{4'800}, Speed{5'000}};
constexpr std::array riding_speed{Speed{8'000}, Speed{10'000}, Speed{12'000}, Speed{14'000}, Speed{15'000}};
constexpr Speed ferry_speed{5'000};
constexpr std::uint32_t walking_unpaved_percent = 90;
constexpr std::uint32_t riding_unpaved_percent = 67;
constexpr std::uint32_t steps_percent = 50;
constexpr std::uint32_t pushing_percent = 80;
constexpr Tenths ferry_boarding = std::chrono::minutes(3);
constexpr Tenths bicycle_start_up = std::chrono::seconds(60);
constexpr std::int32_t light_cycle = 90;  // seconds
constexpr std::int32_t light_green_on_foot = 20;
constexpr std::int32_t light_green_riding = 25;

// Whoever comes at any moment meets a red light with a chance of red / cycle, and then waits half of it: red²
// / (2 cycle). In tenths, and even, since each street at the lights gets half of it.
constexpr Tenths wait_at_lights(std::int32_t green) {
  constexpr std::int32_t half_waits_a_second = 5;
  auto const red = light_cycle - green;
  return Tenths(red * red * half_waits_a_second / (2 * light_cycle) * 2);
}

constexpr Speed operator*(Speed speed, std::uint32_t percent) {
  return {speed.metres_per_hour * percent / 100};
}

}  // namespace

AgeBand age_band(int years) {
  if (years < 6) return AgeBand::from_4;
  if (years < 9) return AgeBand::from_6;
  if (years < 12) return AgeBand::from_9;
  if (years < 15) return AgeBand::from_12;
  return AgeBand::grown;
}

Pace pace(Profile profile) {
  auto const walking = walking_speed[static_cast<std::size_t>(profile.age)];
  auto const riding = riding_speed[static_cast<std::size_t>(profile.age)];
  return {.walking = walking,
          .walking_unpaved = walking * walking_unpaved_percent,
          .steps = walking * steps_percent,
          .riding = riding,
          .riding_unpaved = riding * riding_unpaved_percent,
          .pushing = walking * pushing_percent,
          .ferry = ferry_speed,
          .boarding = ferry_boarding,
          .light_on_foot = wait_at_lights(light_green_on_foot),
          .light_riding = wait_at_lights(light_green_riding),
          .start_up = profile.mode == Mode::bike ? bicycle_start_up : Tenths(0)};
}

// 1 m in an hour is 1000 mm in 36,000 tenths.
Tenths travel_time(std::uint32_t millimetres, Speed speed) {
  std::uint64_t const half = speed.metres_per_hour / 2;
  std::uint64_t const tenths = (std::uint64_t{millimetres} * 36 + half) / speed.metres_per_hour;
  return Tenths(static_cast<std::int32_t>(std::clamp<std::uint64_t>(tenths, 1, longest_time.count())));
}

}  // namespace wegwijzer
