// SPDX-License-Identifier: EUPL-1.2
#include "usecases/hub/known.h"

#include <algorithm>

#include "base/words.h"
#include "search/word_index.h"

namespace wegwijzer {

namespace {

// A title says what it is about: docs/parameters.md, assumption.
search::IndexBuilder an_index_of_titles_and_texts() {
  return search::IndexBuilder({{3, 0.3}, {1, 0.6}}, {});
}

// What has at least half of the words that the best has, the best first.
std::vector<std::size_t> best_documents(search::IndexBuilder builder, std::string_view words) {
  auto const index = std::move(builder).build();
  auto const query = index.read(words);
  std::vector<std::size_t> found;
  if (query.empty() || query.hopeless()) return found;
  auto const answers = index.find(query);
  auto const most = answers.needed.empty() ? 0 : *std::ranges::max_element(answers.needed);
  for (std::size_t i = 0; i < answers.shares.size(); ++i) {
    if (answers.shares[i] > 0 && answers.needed[i] > 0 && 2 * answers.needed[i] >= most) found.push_back(i);
  }
  std::ranges::stable_sort(found, std::greater(), [&](std::size_t i) { return answers.shares[i]; });
  return found;
}

std::vector<KnownThing> all_known(Reader& reader) {
  std::vector<KnownThing> all;
  for (auto& page : records<KnowledgePage>(reader).all()) {
    if (!page.archived_on) all.emplace_back(std::move(page));
  }
  for (auto& question : records<HubQuestion>(reader).all()) {
    if (!question.archived_on) all.emplace_back(std::move(question));
  }
  return all;
}

std::vector<std::string> texts_of(KnownThing const& known) {
  if (auto const* const page = std::get_if<KnowledgePage>(&known)) return {page->title, page->text};
  auto const& question = std::get<HubQuestion>(known);
  return {question.title, question.details};
}

}  // namespace

std::vector<KnownThing> known_about(Reader& reader, std::string_view words, std::size_t most) {
  auto const all = all_known(reader);
  if (all.empty()) return {};
  auto builder = an_index_of_titles_and_texts();
  for (auto const& one : all) builder.add(texts_of(one));
  std::vector<KnownThing> found;
  for (auto const i : best_documents(std::move(builder), words)) {
    if (found.size() < most) found.push_back(all[i]);
  }
  return found;
}

std::vector<KnowledgePage> pages_with_words(std::vector<KnowledgePage> const& pages, std::string_view words) {
  if (trimmed(words).empty() || pages.empty()) return pages;
  auto builder = an_index_of_titles_and_texts();
  for (auto const& one : pages) builder.add(texts_of(one));
  std::vector<KnowledgePage> found;
  for (auto const i : best_documents(std::move(builder), words)) found.push_back(pages[i]);
  return found;
}

}  // namespace wegwijzer
