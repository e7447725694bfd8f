// SPDX-License-Identifier: EUPL-1.2
#include "web/pager.h"

namespace wegwijzer::web {

Html pager(View const& view, Url const& address, Paging const& paging, std::size_t total,
           PagerNames const& names) {
  auto const link = [&](std::size_t page, char const* key) {
    auto to = Url(address).with(names.parameter, std::to_string(page));
    if (names.place) to = std::move(to).fragment(names.place);
    return html(R"(<li><a class="button" href="{}">{}</a></li>)", to, view.language(key));
  };
  auto const last = std::max<std::size_t>(1, (total + paging.size - 1) / paging.size);
  if (last == 1 && paging.page == 1) return {};
  auto const where =
      view.language("pager.where", {{"page", std::to_string(paging.page)}, {"last", std::to_string(last)}});
  return html(R"(<nav aria-label="{}"><ul class="pager">{}{}{}</ul></nav>)", view.language(names.label),
              paging.page > 1 ? link(std::min(paging.page - 1, last), "pager.previous") : Html(),
              paging.page <= last ? html(R"(<li class="count">{}</li>)", where) : Html(),
              paging.page < last ? link(paging.page + 1, "pager.next") : Html());
}

Html past_the_end(View const& view) {
  return html("<p>{}</p>", view.language("pager.past_the_end"));
}

}  // namespace wegwijzer::web
