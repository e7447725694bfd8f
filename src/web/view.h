// SPDX-License-Identifier: EUPL-1.2
// What a handler sees beside the request: the atlas, the language, the moment. It can show, not change.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "atlas/atlas.h"
#include "language/languages.h"
#include "usecases/offering/find.h"
#include "usecases/opportunity/opportunities.h"
#include "web/html.h"
#include "web/public_address.h"
#include "web/url.h"

namespace wegwijzer::web {

struct View {
  Atlas const& atlas;
  Language const& language;
  Moment moment;
  std::optional<PublicAddress> public_address{};
  Languages const& languages = Languages::compiled_in();
  Opportunities const* opportunities = nullptr;  // nothing until they have been reckoned
  // What the foot of a page offers: signing in where that can be done, and one's own account to who has.
  enum class Account { none, visitor, signed_in };
  Account account = Account::none;

  // The same in another language.
  View in(Language const& other) const {
    return {atlas, other, moment, public_address, languages, opportunities, account};
  }

  // The address of a page in the visitor's language: Dutch at /, other languages at /en/…, /ar/….
  Url page(std::string_view path) const {
    return language.dutch() ? Url::path(path)
                            : Url::path("/" + language.tag() + (path == "/" ? "" : std::string(path)));
  }

  template <class Thing>
  Url page(std::string_view collection, Id<Thing> id) const {
    return page(collection).segment(text(id));
  }

  // What an address names by its id; fails with `missing` when it is not there (any more).
  template <class Thing>
  Result<Index<Thing>> find(std::string const& id_text, char const* missing) const {
    auto const id = Id<Thing>::parse(id_text);
    auto const found = id ? atlas.catalogue().find(*id) : std::nullopt;
    if (!found) return fail(Fault::missing, missing);
    return *found;
  }

  // Where the page of a record is that became part of another.
  template <class Thing>
  std::optional<Url> led_on(std::string_view collection, std::string const& id_text,
                            Thing const& found) const {
    if (text(found.id) == id_text) return std::nullopt;
    auto const asked = Id<Thing>::parse(id_text);
    return asked && *asked == found.id ? std::nullopt : std::optional(page(collection, found.id));
  }

  // The ecosystem of the slug in an address; fails with "ecosystem.missing".
  Result<Index<Ecosystem>> ecosystem(std::string const& slug) const {
    auto const found = atlas.catalogue().find_ecosystem(slug);
    if (!found) return fail(Fault::missing, "ecosystem.missing");
    return *found;
  }

  // A word of a vocabulary. Its Dutch and English stand there; a further language says it by a key such as
  // "theme:nature", and without that it is said in English.
  std::string name(std::string const& key, Names const& names) const {
    if (language.dutch()) return names.dutch;
    return language.english() ? names.english : language.find(key).value_or(names.english);
  }
};

}  // namespace wegwijzer::web
