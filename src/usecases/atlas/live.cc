// SPDX-License-Identifier: EUPL-1.2
#include "usecases/atlas/live.h"

#include <algorithm>
#include <exception>

#include "base/check.h"
#include "exchange/homes.h"
#include "streets/snapshot.h"
#include "usecases/atlas/map.h"
#include "usecases/community/verdicts.h"
#include "usecases/feedback/felt_welcome.h"

namespace wegwijzer {

namespace {

using SharedMap = std::shared_ptr<StreetMap const>;

SharedMap map_before(Atlas const* before, GroundFile const& file) {
  if (!before) return nullptr;
  auto const& maps = before->streets().maps();
  auto const same = std::ranges::find_if(maps, [&](SharedMap const& map) {
    return map->source() == file.source && map->version() == file.version;
  });
  return same == maps.end() ? nullptr : *same;
}

SharedMap load_map(Ground& ground, GroundFile const& file, std::shared_ptr<OrderShelf> shelf) {
  auto streets = read_snapshot(ground.bytes(file));
  check(streets.has_value(), "the streets in the store cannot be read back");
  return std::make_shared<StreetMap const>(
      file.source, file.version, std::make_shared<Streets const>(*std::move(streets)), std::move(shelf));
}

std::vector<SharedMap> load_maps(Store& store, Ground& ground, Atlas const* before, CacheLog const& log) {
  std::vector<SharedMap> maps;
  for (auto const& file : ground.files()) {
    if (file.kind != GroundKind::streets) continue;
    auto map = map_before(before, file);
    maps.push_back(map ? map : load_map(ground, file, shelf_of(store.cache(), file, log)));
  }
  return maps;
}

std::vector<Homes> load_homes(Ground& ground) {
  std::vector<Homes> all;
  for (auto const& file : ground.files()) {
    if (file.kind != GroundKind::homes) continue;
    auto homes = read_homes(ground.bytes(file));
    check(homes.has_value(), "the homes in the store cannot be read back");
    all.push_back(*std::move(homes));
  }
  return all;
}

EcosystemRecords load_records(Store& store, Ecosystem const& ecosystem) {
  auto const reader = store.reader(ecosystem);
  return {ecosystem,
          reader->organisations().all(),
          reader->venues().all(),
          reader->offerings().all(),
          {records<Collaboration>(*reader).all(), records<Channel>(*reader).all(),
           records<LearningRoute>(*reader).all(), records<StepEdge>(*reader).all(),
           records<Fact>(*reader).all(), records<Inquiry>(*reader).all()},
          felt_welcome(*reader),
          all_that_went_into(*reader)};
}

struct Stopping {};

// Visitors keep at least half of the machine.
unsigned threads_to_prepare() {
  return std::max(1U, std::thread::hardware_concurrency() / 2);
}

}  // namespace

std::shared_ptr<Atlas const> load_atlas(Store& store, std::shared_ptr<Vocabulary const> vocabulary,
                                        Atlas const* before, CacheLog const& log) {
  AtlasSource source;
  source.vocabulary = std::move(vocabulary);
  for (auto const& ecosystem : store.ecosystems()) {
    if (ecosystem.is_public) source.records.push_back(load_records(store, ecosystem));
  }
  auto const ground = store.ground();
  source.areas = ground->areas();
  source.place_names = ground->place_names();
  source.street_maps = load_maps(store, *ground, before, log);
  source.homes = load_homes(*ground);
  source.map = load_map(*ground, source.street_maps, before ? before->shared_map() : nullptr);
  return std::make_shared<Atlas const>(std::move(source));
}

std::shared_ptr<Atlas const> load_atlas_of(Store& store, Ecosystem const& ecosystem,
                                           std::shared_ptr<Vocabulary const> vocabulary) {
  AtlasSource source;
  source.vocabulary = std::move(vocabulary);
  source.records.push_back(load_records(store, ecosystem));
  source.street_maps = load_maps(store, *store.ground(), nullptr, {});
  return std::make_shared<Atlas const>(std::move(source));
}

LiveAtlas::LiveAtlas(Store& store, Clock const& clock, std::shared_ptr<Vocabulary const> vocabulary,
                     OpportunityParameters const& parameters, Log log, CacheLog cache_log)
    : store_(store),
      clock_(clock),
      parameters_(parameters),
      vocabulary_(std::move(vocabulary)),
      log_(std::move(log)),
      cache_log_(std::move(cache_log)),
      sequence_(store.change_sequence()),
      atlas_(load(nullptr)),
      watcher_([this](std::stop_token const& stop) { now_and_then(stop, [this] { refresh(); }); }),
      preparer_(
          [this](std::stop_token const& stop) { now_and_then(stop, [&] { prepare(current(), stop); }); }) {}

LiveAtlas::~LiveAtlas() {
  watcher_.request_stop();
  preparer_.request_stop();
  woken_.notify_all();
}

void LiveAtlas::now_and_then(std::stop_token stop, std::function<void()> const& look) {
  using namespace std::chrono_literals;
  constexpr auto usual = 500ms, longest = 32'000ms;
  auto pause = usual;
  while (!stop.stop_requested()) {
    {
      std::unique_lock lock(sleeping_);
      if (woken_.wait_for(lock, stop, pause, [&] { return stop.stop_requested(); })) return;
    }
    try {
      look();
      pause = usual;
    } catch (std::exception const& failure) {
      log_(failure.what());
      pause = std::min(2 * pause, longest);  // what fails now may well fail again
    }
  }
}

void LiveAtlas::prepare(std::shared_ptr<Atlas const> const& atlas, std::stop_token const& stop) {
  auto const no_newer = [&] { return !stop.stop_requested() && current() == atlas; };
  atlas->streets().prepare(threads_to_prepare(), no_newer);
  // Finished even when there is a newer atlas: who edits all day would else never see any.
  reckon(atlas, [&] { return !stop.stop_requested(); });
}

void LiveAtlas::reckon(std::shared_ptr<Atlas const> const& atlas, std::function<bool()> const& go_on) {
  auto const today = local_date(clock_.now());
  auto const before = opportunities();
  if (before && before->model().shared_atlas() == atlas && before->model().today() == today) return;
  try {
    auto const told = [&](ModelStep, std::size_t) {
      if (!go_on()) throw Stopping();
    };
    auto model = std::make_shared<OpportunityModel const>(atlas, parameters_, today, threads_to_prepare(),
                                                          told, before ? &before->model() : nullptr);
    auto newer = std::make_shared<Opportunities const>(std::move(model), threads_to_prepare(), before.get());
    std::scoped_lock const lock(swapping_);
    opportunities_ = std::move(newer);
  } catch (Stopping const&) {
    // The program ends.
  }
}

std::shared_ptr<Atlas const> LiveAtlas::load(Atlas const* before) const {
  auto atlas = load_atlas(store_, vocabulary_, before, cache_log_);
  forget_other_orders(*store_.cache(), *store_.ground());
  return atlas;
}

void LiveAtlas::refresh() {
  auto const sequence = store_.change_sequence();
  if (sequence == sequence_) return;
  // The old atlas keeps answering when this fails, and the next look tries again. The number was taken before
  // reading: a change during the reading is seen at the next look.
  auto newer = load(current().get());
  {
    std::scoped_lock const lock(swapping_);
    atlas_.swap(newer);
  }
  sequence_ = sequence;
}

}  // namespace wegwijzer
