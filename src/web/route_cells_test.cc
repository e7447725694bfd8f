// SPDX-License-Identifier: EUPL-1.2
// Every address, asked as every role through the site, and compared with a table of its own
// (test/data/route_cells.txt).
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <sstream>

#include "kit/drawn_atlas.h"
#include "kit/temporary_folder.h"
#include "outside/kept_secrets.h"
#include "storage/sqlite_store.h"
#include "web/routes.h"
#include "web/site.h"

namespace wegwijzer::web::route_cells {

namespace {

std::map<std::string, std::string> expected_cells() {
  std::map<std::string, std::string> cells;
  std::ifstream in("test/data/route_cells.txt");
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::istringstream words(line);
    std::string method, pattern, signs;
    words >> method >> pattern >> signs;
    cells[method + " " + pattern] = signs;
  }
  return cells;
}

// "/offerings/x" of "/offerings/{id}": who may is looked at before whether it is there.
std::string some_address(std::string_view pattern) {
  std::string out;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] == '{') {
      out += 'x', i = pattern.find('}', i);
    } else {
      out += pattern[i];
    }
  }
  return out;
}

// One who asks: nobody, or somebody with at most one role.
struct Caller {
  std::string name;
  bool signed_in = false;
  std::optional<accounts::Role> role{};
  accounts::Stage stage = accounts::Stage::whole;
};

std::vector<Caller> callers() {
  std::vector<Caller> all{{"visitor"}, {"without a role", true}};
  for (auto const& [role, name] : choices<accounts::Role>) all.push_back({std::string(name), true, role});
  all.push_back({"operator without second factor", true, accounts::Role::server_operator,
                 accounts::Stage::awaits_enrolment});
  return all;
}

}  // namespace

class RouteCells : public testing::Test {
 protected:
  RouteCells() : atlas_(std::make_shared<Atlas const>(AtlasDraft("H---A").atlas())) {}

  accounts::Place place_of(accounts::Role role) const {
    switch (belongs(role)) {
      case accounts::Belongs::to_organisation:
        return {an_ecosystem().id, Id<Organisation>(Uuid{1, 1})};
      case accounts::Belongs::to_area:
        return {an_ecosystem().id, std::nullopt, *AreaCode::parse("BU05031203")};
      case accounts::Belongs::to_ecosystem:
        return {an_ecosystem().id, std::nullopt};
      case accounts::Belongs::to_server:
        break;
    }
    return {};
  }

  // A new sign-in of a new person for each question: some addresses end the one they are asked with.
  std::string secret_of(Caller const& caller) {
    if (!caller.signed_in) return {};
    auto const changing = store_->change_accounts();
    auto const id = changing->new_id<accounts::Person>();
    changing->save(accounts::Person{id, *accounts::EmailAddress::parse(text(id) + "@stad.example"), "Anna",
                                    "nl", clock_.now()});
    if (caller.role) changing->add(*accounts::Membership::make(id, *caller.role, place_of(*caller.role)));
    auto token = secrets_->new_token();
    changing->save(accounts::SignIn{changing->new_id<accounts::SignIn>(),
                                    secrets_->hash(Purpose::sign_in, token), id, accounts::Way::link,
                                    caller.stage, clock_.now(), clock_.now()});
    changing->commit();
    return token;
  }

  http::Response ask(Route const& route, std::string const& secret) {
    Site const site([&] { return atlas_; }, *store_, clock_, {}, Languages::compiled_in(), nullptr, &parts_);
    http::Request request;
    request.method = route.method;
    request.path = *http::Path::parse(some_address(route.pattern));
    request.headers.add("Host", "wegwijzer.example");
    request.headers.add("Sec-Fetch-Site", "same-origin");
    if (!secret.empty()) {
      request.headers.add("Cookie", "wegwijzer=" + secret);
      request.form = *http::Parameters::parse("form=" + secrets_->hash(Purpose::form, secret).text);
    }
    return site.answer(request);
  }

  // Going out leads to the page for signing in too, and is no refusal.
  static bool refused(Route const& route, http::Response const& answer) {
    auto const location = std::string(answer.headers.first("Location").value_or(""));
    bool const sent_away = location == "/sign-in" || location.starts_with("/sign-in?");
    return answer.status == 403 || (sent_away && route.pattern != "/sign-out");
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
};

TEST_F(RouteCells, are_what_the_table_of_the_test_says) {
  auto const cells = expected_cells();
  EXPECT_EQ(cells.size(), routes().size()) << "a row for each address in test/data/route_cells.txt";
  auto const all = callers();
  for (auto const& route : routes()) {
    auto const address = std::string(http::text(route.method)) + " " + std::string(route.pattern);
    auto const found = cells.find(address);
    ASSERT_NE(found, cells.end()) << "say in test/data/route_cells.txt who is let in at " << address;
    ASSERT_EQ(found->second.size(), all.size()) << address;
    for (std::size_t i = 0; i < all.size(); ++i) {
      auto const answer = ask(route, secret_of(all[i]));
      EXPECT_EQ(refused(route, answer) ? '-' : '+', found->second[i])
          << address << " as " << all[i].name << ": " << answer.status;
    }
  }
}

}  // namespace wegwijzer::web::route_cells
