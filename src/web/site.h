// SPDX-License-Identifier: EUPL-1.2
// From a request to the handler of its route, in the visitor's language, with the current atlas.
#pragma once

#include <functional>
#include <memory>
#include <optional>

#include "atlas/atlas.h"
#include "http/request.h"
#include "http/response.h"
#include "http/server.h"
#include "language/languages.h"
#include "ports/clock.h"
#include "ports/store.h"
#include "usecases/opportunity/opportunities.h"
#include "web/desk.h"
#include "web/public_address.h"

namespace wegwijzer::web {

class Site {
 public:
  using CurrentAtlas = std::function<std::shared_ptr<Atlas const>()>;
  using CurrentOpportunities = std::function<std::shared_ptr<Opportunities const>()>;

  // Atlas, store, clock, languages and accounts must outlive the site. Without its public address it tells
  // search engines none; without accounts nobody signs in.
  Site(CurrentAtlas atlas, Store& store, Clock const& clock, std::optional<PublicAddress> public_address = {},
       Languages const& languages = Languages::compiled_in(), CurrentOpportunities opportunities = nullptr,
       AccountParts* accounts = nullptr)
      : atlas_(std::move(atlas)),
        opportunities_(std::move(opportunities)),
        store_(store),
        clock_(clock),
        public_address_(std::move(public_address)),
        languages_(languages),
        accounts_(accounts) {}

  http::Response answer(http::Request const& request) const;  // safe to call from several threads

  // Whether a form with files may come, of which only the head is known: to an address that takes them, of
  // who may use it. Others there are told why not.
  http::Welcome welcomes_upload(http::Request const& request) const;

 private:
  CurrentAtlas atlas_;
  CurrentOpportunities opportunities_;
  Store& store_;
  Clock const& clock_;
  std::optional<PublicAddress> public_address_;
  Languages const& languages_;
  AccountParts* accounts_;
};

// What is answered without a handler (400, 404, 405, 429, 500, 503 …): a page in the language of the address,
// for the API problem+json.
http::Response error_page(int status, std::string_view target,
                          Languages const& languages = Languages::compiled_in());

}  // namespace wegwijzer::web
