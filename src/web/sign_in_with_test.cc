// SPDX-License-Identifier: EUPL-1.2
// What somebody else could try on the way to another organisation and back.
#include <gtest/gtest.h>

#include "kit/drawn_atlas.h"
#include "kit/temporary_folder.h"
#include "outside/kept_secrets.h"
#include "storage/sqlite_store.h"
#include "web/desk.h"
#include "web/site.h"

namespace wegwijzer::web {

namespace {

// Says that whoever comes back with "code-of-anna" is Anna.
class MadeProvider : public IdentityProvider {
 public:
  explicit MadeProvider(std::string code)
      : name_{std::move(code), "https://login.stad.example", "de <stad>", "the town"} {}

  ProviderName const& name() const override { return name_; }

  Result<std::string> address(WayThere const& way, Instant) override {
    if (away) return fail(Fault::unavailable, "account.elsewhere_away");
    last = way;
    return "https://login.stad.example/auth?state=" + way.state;
  }

  bool signs_out() const override { return ends_there; }

  Result<std::string> sign_out_address(Instant) override {
    if (away) return fail(Fault::unavailable, "account.elsewhere_away");
    return "https://login.stad.example/end?client_id=wegwijzer";
  }

  Result<KnownElsewhere> who(BroughtBack const& back, WayThere const& way, Instant) override {
    ++asked;
    if (back.code != "code-of-anna" || way.nonce != last.nonce || way.verifier != last.verifier) {
      return fail(Fault::forbidden, "account.elsewhere_not_believed");
    }
    return KnownElsewhere{{name_.issuer, "anna-1"}};
  }

  bool away = false;
  bool ends_there = true;
  int asked = 0;
  WayThere last{};

 private:
  ProviderName name_;
};

std::vector<std::unique_ptr<IdentityProvider>> two_providers() {
  std::vector<std::unique_ptr<IdentityProvider>> all;
  all.push_back(std::make_unique<MadeProvider>("stad"));
  all.push_back(std::make_unique<MadeProvider>("dorp"));
  return all;
}

// The cookies of one browser.
using Browser = std::map<std::string, std::string, std::less<>>;

}  // namespace

class SignInWith : public testing::Test {
 protected:
  SignInWith() : atlas_(std::make_shared<Atlas const>(AtlasDraft("H---A").atlas())) {
    parts_.elsewhere = &elsewhere_;
  }

  http::Response ask(Browser& browser, http::Method method, std::string const& path,
                     std::string const& form = {}) {
    Site const site([&] { return atlas_; }, *store_, clock_, {}, Languages::compiled_in(), nullptr, &parts_);
    http::Request request;
    request.method = method;
    auto const question = path.find('?');
    request.path = *http::Path::parse(path.substr(0, question));
    if (question != path.npos) request.query = *http::Parameters::parse(path.substr(question + 1));
    request.form = *http::Parameters::parse(form);
    request.headers.add("Host", "wegwijzer.example");
    // Coming back is a link of another site; forms are of ours.
    request.headers.add("Sec-Fetch-Site", method == http::Method::post ? "same-origin" : "cross-site");
    for (auto const& [name, value] : browser) request.headers.add("Cookie", name + "=" + value);
    auto answer = site.answer(request);
    keep_cookies(browser, answer);
    return answer;
  }

  static void keep_cookies(Browser& browser, http::Response const& answer) {
    for (auto const set : answer.headers.all("Set-Cookie")) {
      auto const equals = set.find('='), end = set.find(';');
      auto const value = set.substr(equals + 1, end - equals - 1);
      if (value.empty()) browser.erase(std::string(set.substr(0, equals)));
      if (!value.empty()) browser[std::string(set.substr(0, equals))] = value;
    }
  }

  http::Response get(Browser& browser, std::string const& path) {
    return ask(browser, http::Method::get, path);
  }

  // The secret of the forms goes along, as from a page of ours.
  http::Response post(Browser& browser, std::string const& path, std::string const& form = {}) {
    auto const found = browser.find("wegwijzer");
    auto const secret = found == browser.end() ? "" : secrets_->hash(Purpose::form, found->second).text;
    return ask(browser, http::Method::post, path, form + "&form=" + secret);
  }

  // A guide who came in by a link a moment ago.
  Browser anna() {
    auto const changing = store_->change_accounts();
    accounts::Person const person{Id<accounts::Person>(Uuid{7, 7}),
                                  *accounts::EmailAddress::parse("anna@school.example"), "Anna", "nl",
                                  clock_.now()};
    changing->save(person);
    auto const in = come_in({*changing, *secrets_, clock_.now()}, person, accounts::Way::link, "");
    changing->commit();
    return {{"wegwijzer", in.token}};
  }

  // Anna, who linked her account of the town.
  Browser linked_anna() {
    auto browser = anna();
    post(browser, "/account/elsewhere/link", "provider=stad");
    EXPECT_EQ(get(browser, back()).status, 303);
    return browser;
  }

  std::string back(std::string const& code = "code-of-anna") const {
    return "/sign-in/with/stad/back?code=" + code + "&state=" + stad().last.state;
  }

  MadeProvider& stad() const { return static_cast<MadeProvider&>(*elsewhere_.find("stad")); }

  static bool holds(http::Response const& response, std::string_view text) {
    return response.body.bytes().find(text) != std::string_view::npos;
  }

  static std::string location(http::Response const& response) {
    return std::string(response.headers.first("Location").value_or(""));
  }

  bool is_in(Browser& browser) { return get(browser, "/account").status == 200; }

  TemporaryFolder folder_;
  FixedClock clock_;
  CountingIds ids_;
  std::unique_ptr<Store> store_ = *open_store(folder_.path("s"), IfMissing::create, clock_, ids_);
  std::unique_ptr<Secrets> secrets_ = *open_secrets(folder_.path("s.key"));
  Attempts attempts_;
  Elsewhere elsewhere_{two_providers()};
  PictureMaker pictures_{attempts_.turns()};
  AccountParts parts_{*secrets_, attempts_, pictures_};
  std::shared_ptr<Atlas const> atlas_;
};

TEST_F(SignInWith, an_account_goes_by_a_page_that_goes_on_by_itself) {
  Browser browser;
  EXPECT_TRUE(holds(get(browser, "/sign-in"), "Met het account van de &lt;stad&gt;"));
  EXPECT_TRUE(browser.empty());
  auto const answer = post(browser, "/sign-in/with/stad");
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.headers.first("Refresh"),
            "0; url=https://login.stad.example/auth?state=" + stad().last.state);
  auto const set = std::string(*answer.headers.first("Set-Cookie"));
  EXPECT_TRUE(set.starts_with("wegwijzer-way=")) << set;
  EXPECT_NE(set.find("; Path=/; HttpOnly; SameSite=Lax; Max-Age=600"), set.npos) << set;
  parts_.cookies.behind_tls = true;
  auto const over_tls = post(browser, "/sign-in/with/stad");
  EXPECT_TRUE(over_tls.headers.first("Set-Cookie")->starts_with("__Host-wegwijzer-way="));
  EXPECT_TRUE(over_tls.headers.first("Set-Cookie")->ends_with("; Secure"));
}

TEST_F(SignInWith, an_account_that_was_linked_lets_in_by_a_new_secret) {
  auto first = linked_anna();
  Browser browser{{"wegwijzer", std::string(43, 'A')}};  // what somebody else put there
  post(browser, "/sign-in/with/stad", "next=%2Fofferings%3Fage%3D9");
  auto const in = get(browser, back());
  EXPECT_EQ(location(in), "/offerings?age=9");
  EXPECT_NE(browser["wegwijzer"], std::string(43, 'A'));
  EXPECT_NE(browser["wegwijzer"], first["wegwijzer"]);
  EXPECT_FALSE(browser.contains("wegwijzer-way"));
  EXPECT_TRUE(is_in(browser));
}

TEST_F(SignInWith, an_account_that_nobody_linked_lets_nobody_in) {
  anna();
  Browser browser;
  post(browser, "/sign-in/with/stad");
  auto const answer = get(browser, back());
  EXPECT_EQ(answer.status, 403);
  EXPECT_TRUE(holds(answer, "nog niet gekoppeld"));
  EXPECT_TRUE(browser.empty());
}

TEST_F(SignInWith, what_came_back_once_does_not_come_back_again) {
  linked_anna();
  Browser browser;
  post(browser, "/sign-in/with/stad");
  auto copy = browser;
  EXPECT_EQ(get(browser, back()).status, 303);
  auto const asked = stad().asked;
  EXPECT_EQ(get(browser, back()).status, 403);
  EXPECT_EQ(get(copy, back()).status, 403) << "also with a copy of its cookie";
  EXPECT_EQ(stad().asked, asked) << "the provider was not asked";
  EXPECT_FALSE(is_in(copy));
}

TEST_F(SignInWith, what_another_browser_began_does_not_end_here) {
  linked_anna();
  Browser mine, theirs;
  post(theirs, "/sign-in/with/stad");
  auto const address = back();
  EXPECT_EQ(get(mine, address).status, 403) << "nothing was begun here";
  post(mine, "/sign-in/with/stad");
  EXPECT_EQ(get(mine, address).status, 403) << "something else was";
  EXPECT_FALSE(is_in(mine));
  EXPECT_TRUE(mine.contains("wegwijzer-way"));
  EXPECT_EQ(get(mine, back()).status, 303) << "which goes on";
}

TEST_F(SignInWith, what_was_begun_with_one_does_not_end_with_another) {
  linked_anna();
  Browser browser;
  post(browser, "/sign-in/with/stad");
  EXPECT_EQ(get(browser, "/sign-in/with/dorp/back?code=code-of-anna&state=" + stad().last.state).status, 403);
}

TEST_F(SignInWith, nothing_comes_back_after_ten_minutes) {
  linked_anna();
  Browser browser;
  post(browser, "/sign-in/with/stad");
  clock_.set(clock_.now() + std::chrono::minutes(10));
  EXPECT_EQ(get(browser, back()).status, 403);
}

TEST_F(SignInWith, who_is_refused_over_there_is_told) {
  Browser browser;
  for (auto const* said : {"error=access_denied", "code=", "error=x&code=code-of-anna", "x=y"}) {
    post(browser, "/en/sign-in/with/stad");
    auto const answer =
        get(browser, "/sign-in/with/stad/back?" + std::string(said) + "&state=" + stad().last.state);
    EXPECT_EQ(answer.status, 403) << said;
    EXPECT_TRUE(holds(answer, "did not let you go on")) << said;
  }
  post(browser, "/sign-in/with/stad");
  EXPECT_TRUE(holds(get(browser, back("other")), "klopt niet"));
  EXPECT_TRUE(holds(get(browser, "/sign-in/with/stad/back"), "Begin opnieuw"));
}

TEST_F(SignInWith, one_that_is_away_is_a_sentence) {
  stad().away = true;
  Browser browser;
  auto const answer = post(browser, "/sign-in/with/stad");
  EXPECT_EQ(answer.status, 503);
  EXPECT_TRUE(holds(answer, "geeft nu geen antwoord"));
  EXPECT_TRUE(browser.empty());
  EXPECT_EQ(get(browser, "/sign-in").status, 200);
}

TEST_F(SignInWith, one_that_is_not_there_is_no_page) {
  Browser browser;
  EXPECT_EQ(post(browser, "/sign-in/with/other").status, 404);
  EXPECT_EQ(get(browser, "/sign-in/with/other/back").status, 404);
  parts_.elsewhere = nullptr;
  EXPECT_EQ(post(browser, "/sign-in/with/stad").status, 404);
  EXPECT_FALSE(holds(get(browser, "/sign-in"), "Met het account van"));
}

TEST_F(SignInWith, linking_is_of_who_began_it) {
  auto browser = anna();
  post(browser, "/account/elsewhere/link", "provider=stad");
  EXPECT_TRUE(stad().last.anew) << "whoever is signed in over there does so again";
  auto const way = browser["wegwijzer-way"];
  post(browser, "/sign-out");
  EXPECT_EQ(get(browser, back()).status, 403);
  Browser other{{"wegwijzer-way", way}};
  EXPECT_EQ(get(other, back()).status, 403);
  EXPECT_FALSE(store_->accounts()->linked({"https://login.stad.example", "anna-1"}));
}

TEST_F(SignInWith, linking_asks_for_a_mail_of_a_moment_ago) {
  auto browser = anna();
  clock_.set(clock_.now() + std::chrono::minutes(15));
  EXPECT_EQ(post(browser, "/account/elsewhere/link", "provider=stad").status, 403);
  EXPECT_FALSE(browser.contains("wegwijzer-way"));
  EXPECT_TRUE(holds(get(browser, "/account"), "Log dan uit en log in met een link"));
}

TEST_F(SignInWith, who_came_in_from_elsewhere_may_sign_out_there_too) {
  auto browser = linked_anna();
  EXPECT_EQ(location(post(browser, "/sign-out")), "/sign-in") << "she came in by a mail";
  post(browser, "/sign-in/with/stad");
  get(browser, back());
  static_cast<MadeProvider&>(*elsewhere_.find("dorp")).ends_there = false;
  auto const next = location(post(browser, "/sign-out"));
  EXPECT_EQ(next, "/sign-out?with=stad");
  EXPECT_FALSE(browser.contains("wegwijzer")) << "here it is done already";
  EXPECT_TRUE(holds(get(browser, next), "Ook uitloggen bij de &lt;stad&gt;"));
  auto const there = post(browser, "/sign-out/with/stad");
  EXPECT_EQ(there.headers.first("Refresh"), "0; url=https://login.stad.example/end?client_id=wegwijzer");
  EXPECT_TRUE(browser.empty());
}

TEST_F(SignInWith, signs_out_only_where_the_operator_says_that_one_can) {
  auto browser = linked_anna();
  for (auto const* code : {"stad", "dorp"}) {
    static_cast<MadeProvider&>(*elsewhere_.find(code)).ends_there = false;
  }
  post(browser, "/sign-out");
  post(browser, "/sign-in/with/stad");
  get(browser, back());
  EXPECT_EQ(location(post(browser, "/sign-out")), "/sign-in");
  EXPECT_EQ(location(get(browser, "/sign-out?with=stad")), "/sign-in");
  EXPECT_EQ(location(get(browser, "/sign-out?with=https://evil.example")), "/sign-in");
  EXPECT_EQ(post(browser, "/sign-out/with/stad").status, 404);
  EXPECT_EQ(post(browser, "/sign-out/with/other").status, 404);
}

TEST_F(SignInWith, an_account_can_be_unlinked) {
  auto browser = linked_anna();
  EXPECT_TRUE(holds(get(browser, "/account"), "Ontkoppel het account van de &lt;stad&gt;"));
  EXPECT_EQ(
      post(browser, "/account/elsewhere/unlink", "issuer=https%3A%2F%2Flogin.stad.example&subject=anna-1")
          .status,
      303);
  EXPECT_FALSE(holds(get(browser, "/account"), "Ontkoppel"));
  EXPECT_EQ(post(browser, "/account/elsewhere/unlink", "issuer=x&subject=y").status, 404);
}

}  // namespace wegwijzer::web
