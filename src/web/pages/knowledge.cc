// SPDX-License-Identifier: EUPL-1.2
// What a network knows, for everybody: pages of knowledge by hub and theme, found by words. Without a name of
// a person.
#include <algorithm>

#include "base/words.h"
#include "usecases/hub/known.h"
#include "web/handlers.h"
#include "web/page.h"
#include "web/pager.h"
#include "web/parts.h"
#include "web/phrases.h"
#include "web/talk_parts.h"

namespace wegwijzer::web::pages {

namespace {

struct AskedKnowledge {
  std::string words;
  std::optional<Id<Hub>> hub{};
  std::optional<ThemeCode> theme{};
};

struct PublicKnowledge {
  Index<Ecosystem> ecosystem;
  std::unique_ptr<Reader> reader;
  std::vector<Hub> hubs;
  std::vector<KnowledgePage> pages;  // that everybody may read, by title

  std::string path() const { return "/e/" + reader->ecosystem().slug + "/knowledge"; }

  Hub const* hub(Id<Hub> id) const {
    auto const found = std::ranges::find(hubs, id, &Hub::id);
    return found == hubs.end() ? nullptr : &*found;
  }
};

Result<PublicKnowledge> knowledge_in(View const& view, Store& store, std::string const& slug) {
  auto const known = view.ecosystem(slug);
  if (!known) return fail(known.error());
  PublicKnowledge all{*known, store.reader(view.atlas.catalogue()[*known]), {}, {}};
  all.hubs = hubs_of(*all.reader);
  for (auto& page : records<KnowledgePage>(*all.reader).all()) {
    if (page.is_public && !page.archived_on && all.hub(page.hub)) all.pages.push_back(std::move(page));
  }
  std::ranges::sort(all.pages, {}, [](KnowledgePage const& one) { return folded(one.title); });
  return all;
}

AskedKnowledge asked_knowledge(http::Parameters const& query) {
  auto const hub = Id<Hub>::parse(query.first("hub").value_or(""));
  auto const theme = ThemeCode::parse(query.first("theme").value_or(""));
  return {TypedFields(query).text("q").substr(0, 200), hub ? std::optional(*hub) : std::nullopt,
          theme ? std::optional(*theme) : std::nullopt};
}

std::vector<KnowledgePage> pages_meant(View const& view, PublicKnowledge const& all,
                                       AskedKnowledge const& asked) {
  auto const& themes = view.atlas.themes();
  auto const wanted = asked.theme ? themes.related_to(themes.set({*asked.theme})) : ThemeSet();
  auto pages = all.pages;
  std::erase_if(pages, [&](KnowledgePage const& one) {
    bool const other_hub = asked.hub && one.hub != *asked.hub;
    return other_hub || (asked.theme && (themes.set(one.themes) & wanted).none());
  });
  return pages_with_words(pages, asked.words);
}

Html knowledge_search(View const& view, PublicKnowledge const& all, AskedKnowledge const& asked) {
  auto const& t = view.language;
  auto const hubs = option("", t("knowledge.all_hubs"), !asked.hub) + each(all.hubs, [&](Hub const& hub) {
                      return option(text(hub.id), hub.name, asked.hub == hub.id);
                    });
  auto const themes = theme_options(view, asked.theme ? std::vector{*asked.theme} : std::vector<ThemeCode>(),
                                    t("knowledge.all_themes"));
  return html(
      R"(<form class="search" method="get" action="{}" role="search"><div class="field"><label for="q">{}</label><input id="q" name="q" type="text" value="{}" maxlength="200" autocomplete="off"></div><div class="field"><label for="hub">{}</label><select id="hub" name="hub">{}</select></div><div class="field"><label for="theme">{}</label><select id="theme" name="theme">{}</select></div><p><button class="button primary" type="submit">{}</button></p></form>)",
      view.page(all.path()), t("knowledge.words"), asked.words, t("knowledge.hub"), hubs,
      t("knowledge.theme"), themes, t("form.search"));
}

Html knowledge_row(View const& view, PublicKnowledge const& all, KnowledgePage const& page) {
  auto const* const hub = all.hub(page.hub);
  auto const themes = names_of_themes(view, page.themes);
  return html(R"(<li><a href="{}">{}</a> <span class="count">{}{}</span></li>)",
              view.page(all.path() + "/" + text(page.id)), in_dutch(view, page.title),
              in_dutch(view, hub ? hub->name : ""), themes.empty() ? "" : " · " + themes);
}

Html found_pages(View const& view, PublicKnowledge const& all, AskedKnowledge const& asked) {
  auto const& t = view.language;
  if (all.pages.empty()) return html("<p>{}</p>", t("knowledge.none"));
  auto const found = pages_meant(view, all, asked);
  return html(R"(<p class="count" role="status">{}</p>)",
              t.count("knowledge.count", static_cast<int>(found.size()))) +
         html(R"(<ul class="rows">{}</ul>)",
              each(found, [&](KnowledgePage const& one) { return knowledge_row(view, all, one); }));
}

}  // namespace

http::Response public_knowledge(http::Request const& request, View const& view,
                                PathArguments const& arguments, Store& store) {
  auto const all = knowledge_in(view, store, arguments[0]);
  if (!all) return show_error(view, "/e/" + arguments[0] + "/knowledge", all.error());
  auto const asked = asked_knowledge(request.query);
  auto const& ecosystem = all->reader->ecosystem();
  auto const& t = view.language;
  auto const title = t("knowledge.title", {{"network", ecosystem.name}});
  bool const is_whole = asked.words.empty() && !asked.hub && !asked.theme;
  return show(view, {.title = title,
                     .body = html(R"(<p><a href="{}">{}</a></p><h1>{}</h1><p class="lead">{}</p>)",
                                  view.page("/e").segment(ecosystem.slug), proper_name(view, ecosystem.name),
                                  title, t("knowledge.lead")) +
                             knowledge_search(view, *all, asked) + found_pages(view, *all, asked),
                     .path = all->path(),
                     .ecosystem = all->ecosystem,
                     .findable = is_whole});
}

http::Response public_knowledge_page(http::Request const&, View const& view, PathArguments const& arguments,
                                     Store& store) {
  auto const all = knowledge_in(view, store, arguments[0]);
  if (!all) return show_error(view, "/e/" + arguments[0] + "/knowledge", all.error());
  auto const page = std::ranges::find(all->pages, arguments[1], [](auto const& one) { return text(one.id); });
  if (page == all->pages.end()) return show_error(view, all->path(), {Fault::missing, "page.missing"});
  auto const& hub = *all->hub(page->hub);
  auto const& t = view.language;
  auto const path = all->path() + "/" + arguments[1];
  auto const themes = names_of_themes(view, page->themes);
  auto const whose = name_of_organisation(*all->reader, hub.organisation);
  return show(view,
              {.title = page->title,
               .body = html(R"(<p><a href="{}">{}</a></p><h1>{}</h1>)", view.page(all->path()),
                            t("knowledge.title", {{"network", all->reader->ecosystem().name}}),
                            in_dutch(view, page->title)) +
                       (themes.empty() ? Html() : html(R"(<p class="count">{}</p>)", themes)) +
                       written_text(view, page->text) +
                       html(R"(<p>{} <a href="{}">{}</a></p>)", t("knowledge.of_hub", {{"hub", hub.name}}),
                            view.page("/organisations", hub.organisation), proper_name(view, whose)) +
                       provenance(view, *page) +
                       html(R"(<p><a href="{}">{}</a></p>)", view.page("/corrections").with("page", path),
                            t("knowledge.is_it_right")),
               .path = path,
               .ecosystem = all->ecosystem});
}

}  // namespace wegwijzer::web::pages
