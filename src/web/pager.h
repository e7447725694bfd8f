// SPDX-License-Identifier: EUPL-1.2
// A long list page by page: what of it stands on this one, and the way to the one before and the next.
#pragma once

#include <algorithm>
#include <span>
#include <vector>

#include "web/query.h"
#include "web/view.h"

namespace wegwijzer::web {

template <class Item>
std::span<Item const> on_this_page(std::vector<Item> const& all, Paging const& paging) {
  auto const first = std::min(paging.first(), all.size());
  return std::span(all).subspan(first, std::min(paging.size, all.size() - first));
}

// For a page with more than one list: what names this one's page in the address, the id of the list, and the
// phrase by which a screen reader tells its pages from the other's.
struct PagerNames {
  char const* parameter = "page";
  char const* place = nullptr;
  char const* label = "pager.label";
};

// Nothing when all stands on one page. `address` asks for the list.
Html pager(View const& view, Url const& address, Paging const& paging, std::size_t total,
           PagerNames const& names = {});

// Said in the place of the list on a page after the last.
Html past_the_end(View const& view);

}  // namespace wegwijzer::web
