// SPDX-License-Identifier: EUPL-1.2
// A site on a real store, asked without a socket by a browser that keeps its cookie.
#pragma once

#include <gtest/gtest.h>

#include "http/read_request.h"
#include "kit/builders.h"
#include "kit/drawn_atlas.h"
#include "kit/sent_form.h"
#include "kit/temporary_folder.h"
#include "kit/untranslated.h"
#include "outside/kept_secrets.h"
#include "storage/sqlite_store.h"
#include "usecases/account/invite.h"
#include "web/desk.h"
#include "web/site.h"

namespace wegwijzer::web {

class VisitedSite : public testing::Test {
 protected:
  VisitedSite() : atlas_(std::make_shared<Atlas const>(AtlasDraft("H---A").atlas())) {}

  http::Response ask(http::Method method, std::string const& path, std::string const& form,
                     http::Headers headers = from_here()) {
    http::Request request;
    request.method = method;
    auto const question = path.find('?');
    request.path = *http::Path::parse(path.substr(0, question));
    if (question != path.npos) request.query = *http::Parameters::parse(path.substr(question + 1));
    request.form = *http::Parameters::parse(form);
    request.headers = std::move(headers);
    return answer(std::move(request));
  }

  http::Response answer(http::Request request) {
    if (!cookie_.empty()) request.headers.add("Cookie", "wegwijzer=" + cookie_);
    auto answered = site().answer(request);
    if (answered.headers.first("Content-Type").value_or("").starts_with("text/html")) {
      EXPECT_EQ(untranslated(page(answered)), std::vector<std::string>()) << request.path.text();
    }
    return answered;
  }

  Site site() {
    return Site([&] { return atlas_; }, *store_, clock_, {}, Languages::compiled_in(), nullptr, &parts_);
  }

  http::Response get(std::string const& path) { return ask(http::Method::get, path, ""); }

  // With the secret of who signed in.
  http::Response post(std::string const& path, http::Parameters form) {
    form.add("form", secrets_->hash(Purpose::form, cookie_).text);
    return ask(http::Method::post, path, form.text());
  }

  // A form with files, with the secret of who signed in.
  http::Response send(std::string const& path, SentForm form) {
    form.field("form", secrets_->hash(Purpose::form, cookie_).text);
    http::Request request;
    request.method = http::Method::post;
    request.path = *http::Path::parse(path);
    request.headers = from_here();
    request.headers.add("Content-Type", SentForm::type());
    request.body = form.body();
    EXPECT_FALSE(http::read_form(request, {}));
    return answer(std::move(request));
  }

  static http::Headers from_here() {
    http::Headers headers;
    headers.add("Host", "wegwijzer.example");
    headers.add("Sec-Fetch-Site", "same-origin");
    return headers;
  }

  static std::string location(http::Response const& response) {
    return std::string(response.headers.first("Location").value_or(""));
  }

  static std::string page(http::Response const& response) { return std::string(response.body.bytes()); }

  // The secret of a new sign-in of somebody with that role; it counts as whole also where the role asks for a
  // second factor.
  std::string comes_in(std::string const& name, accounts::Role role, accounts::Place const& place) {
    auto const changing = store_->change_accounts();
    AccountWorld const world{*changing, *secrets_, clock_.now()};
    accounts::Person const person{changing->new_id<accounts::Person>(),
                                  *accounts::EmailAddress::parse(name + "@club.example"), name, "nl",
                                  clock_.now()};
    changing->save(person);
    changing->add(*accounts::Membership::make(person.id, role, place));
    auto came_in = come_in(world, person, accounts::Way::link, "");
    came_in.sign_in.stage = accounts::Stage::whole;
    changing->save(came_in.sign_in);
    changing->commit();
    return came_in.token;
  }

  TemporaryFolder folder_;
  FixedClock clock_;
  CountingIds ids_;
  std::unique_ptr<Store> store_ = *open_store(folder_.path("s"), IfMissing::create, clock_, ids_);
  std::unique_ptr<Secrets> secrets_ = *open_secrets(folder_.path("s.key"));
  Attempts attempts_;
  PictureMaker pictures_{attempts_.turns()};
  AccountParts parts_{*secrets_, attempts_, pictures_};
  std::shared_ptr<Atlas const> atlas_;
  std::string cookie_;
};

}  // namespace wegwijzer::web
