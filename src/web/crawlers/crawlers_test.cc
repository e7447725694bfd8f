// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <regex>

#include "kit/drawn_atlas.h"
#include "kit/temporary_folder.h"
#include "storage/sqlite_store.h"
#include "web/site.h"

namespace wegwijzer::web {

namespace {

std::size_t count(std::string const& text, std::string_view part) {
  std::size_t found = 0;
  for (auto at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++found;
  return found;
}

// Elements close in the order in which they opened, attributes are quoted and every & begins a reference.
bool well_formed(std::string const& xml) {
  static std::regex const piece(
      R"(<\?xml [^?]*\?>|<(/?)([a-z:]+)((?: [a-z:]+="[^"<]*")*)>|&(?:amp|lt|gt|quot|#39);|[^<&])");
  std::vector<std::string> open;
  std::size_t read = 0;
  for (std::sregex_iterator at(xml.begin(), xml.end(), piece), end; at != end; ++at) {
    auto const& found = *at;
    if (static_cast<std::size_t>(found.position()) != read) return false;
    read += static_cast<std::size_t>(found.length());
    if (!found[2].matched) continue;
    if (found[1].length() == 0) {
      open.push_back(found[2]);
    } else if (open.empty() || open.back() != found[2]) {
      return false;
    } else {
      open.pop_back();
    }
  }
  return read == xml.size() && open.empty();
}

}  // namespace

class CrawlersTest : public testing::Test {
 protected:
  http::Response ask(std::string const& path, std::string const& query = "") {
    auto const atlas = std::make_shared<Atlas const>(draft_.atlas());
    Site const site([&] { return atlas; }, *store_, clock_, address_);
    http::Request request;
    request.path = *http::Path::parse(path);
    request.query = *http::Parameters::parse(query);
    return site.answer(request);
  }

  std::string text(std::string const& path, std::string const& query = "") {
    return std::string(ask(path, query).body.bytes());
  }

  void told_its_address() { address_ = *PublicAddress::parse("https://wegwijzer.example"); }

  AtlasDraft draft_{"H---A---B"};
  TemporaryFolder folder_;
  FixedClock clock_;
  CountingIds ids_;
  std::unique_ptr<Store> store_ = *open_store(folder_.path("s"), IfMissing::create, clock_, ids_);
  std::optional<PublicAddress> address_;
};

TEST(PublicAddress, is_a_scheme_a_name_and_perhaps_a_port) {
  EXPECT_EQ(PublicAddress::parse("https://Wegwijzer.example/")->text(), "https://wegwijzer.example");
  EXPECT_EQ(PublicAddress::parse("http://127.0.0.1:8080")->text(), "http://127.0.0.1:8080");
  for (auto const* wrong :
       {"", "wegwijzer.example", "ftp://wegwijzer.example", "https://", "https:///", "https://a.example/pad",
        "https://a.example?x", "https://a.example#x", "https://a.example:", "https://a.example:0",
        "https://a.example:65536", "https://a.example:80x", "https://ik@a.example", "https://a b.example",
        "https://\"a.example", "https://a..example", "https://-a.example", "https://a.example//"}) {
    EXPECT_EQ(PublicAddress::parse(wrong).error().key, "public_address.invalid") << wrong;
  }
}

TEST(PublicAddress, stands_before_a_path_of_ours) {
  auto const address = *PublicAddress::parse("https://wegwijzer.example");
  EXPECT_EQ(address.of(Url::path("/e").segment("a/b")).text(), "https://wegwijzer.example/e/a%2Fb");
}

TEST_F(CrawlersTest, are_kept_from_what_has_no_end) {
  auto const rules = text("/robots.txt");
  for (auto const* rule : {"Disallow: /*?*&\n", "Disallow: /*?*near=\n", "Disallow: /corrections\n",
                           "Disallow: /*/corrections\n", "Disallow: /suggestions\n",
                           "Disallow: /*flyer.pdf\n", "Disallow: /*report.pdf\n", "Disallow: /api/\n"}) {
    EXPECT_NE(rules.find(rule), std::string::npos) << rule;
  }
  EXPECT_EQ(rules.find("Sitemap"), std::string::npos);
  told_its_address();
  EXPECT_NE(text("/robots.txt").find("Sitemap: https://wegwijzer.example/sitemap.xml\n"), std::string::npos);
}

TEST_F(CrawlersTest, hear_that_there_is_no_sitemap_while_the_address_is_unknown) {
  for (auto const* path : {"/sitemap.xml", "/sitemaps/1.xml"}) {
    EXPECT_EQ(ask(path).status, 404) << path;
    EXPECT_NE(text(path).find("kent haar eigen openbare adres niet"), std::string::npos) << path;
  }
}

TEST_F(CrawlersTest, find_every_page_once_in_each_language) {
  told_its_address();
  auto const offering = draft_.add(draft_.an_offering_at('A').titled("Robots"));
  auto const past = draft_.add(draft_.an_offering_at('B').when("3 november 2026 14:00-15:00"));
  auto const index = ask("/sitemap.xml");
  EXPECT_EQ(index.headers.first("Content-Type"), "application/xml; charset=utf-8");
  EXPECT_TRUE(well_formed(std::string(index.body.bytes())));
  EXPECT_NE(index.body.bytes().find("<loc>https://wegwijzer.example/sitemaps/1.xml</loc>"),
            std::string::npos);
  auto const map = text("/sitemaps/1.xml");
  EXPECT_TRUE(well_formed(map)) << map;
  // Start, children, teachers, about, organisations, areas, the ecosystem, its organisation and one offering;
  // each in every language.
  auto const languages = Languages::compiled_in().all().size();
  EXPECT_EQ(count(map, "<url>"), 9 * languages);
  auto const dutch = "https://wegwijzer.example/offerings/" + wegwijzer::text(offering);
  auto const english = "https://wegwijzer.example/en/offerings/" + wegwijzer::text(offering);
  auto const arabic = "https://wegwijzer.example/ar/offerings/" + wegwijzer::text(offering);
  EXPECT_EQ(count(map, "<loc>" + dutch + "</loc>"), 1U);
  EXPECT_EQ(count(map, "<loc>" + english + "</loc>"), 1U);
  EXPECT_EQ(count(map, "<loc>" + arabic + "</loc>"), 1U);
  // In the entry of each language.
  EXPECT_EQ(count(map, R"(hreflang="en" href=")" + english + "\""), languages);
  EXPECT_EQ(count(map, R"(hreflang="ar" href=")" + arabic + "\""), languages);
  EXPECT_EQ(count(map, R"(hreflang="nl" href=")" + dutch + "\""), languages);
  EXPECT_EQ(count(map, R"(hreflang="x-default" href=")" + dutch + "\""), languages);
  EXPECT_EQ(count(map, wegwijzer::text(past)), 0U);
}

TEST_F(CrawlersTest, get_parts_of_twenty_thousand_addresses) {
  told_its_address();
  // So many pages fill the first part in every language. There are 6 pages of the site, the drawn ecosystem
  // and its organisation: 4 do not fit.
  auto const languages = Languages::compiled_in().all().size();
  auto const pages = 20'000 / languages;
  for (std::size_t i = 0; i < pages - 4; ++i) draft_.add_organisation("Club");
  auto const index = text("/sitemap.xml");
  EXPECT_EQ(count(index, "<sitemap>"), 2U);
  EXPECT_EQ(count(text("/sitemaps/1.xml"), "<url>"), pages * languages);
  EXPECT_EQ(count(text("/sitemaps/2.xml"), "<url>"), 4 * languages);
}

TEST_F(CrawlersTest, hear_which_part_does_not_exist) {
  told_its_address();
  EXPECT_EQ(ask("/sitemaps/1.xml").status, 200);
  for (auto const* name : {"0.xml", "2.xml", "01.xml", "-1.xml", "1", "x.xml", ".xml", "1.xml.xml",
                           "99999999999999999999999.xml", "18446744073709551615.xml"}) {
    EXPECT_EQ(ask(std::string("/sitemaps/") + name).status, 404) << name;
  }
}

TEST_F(CrawlersTest, get_the_one_address_of_a_page_in_every_language) {
  told_its_address();
  auto const path = "/offerings/" + wegwijzer::text(draft_.add(draft_.an_offering_at('A')));
  auto const page = text("/en" + path, "age=9");
  EXPECT_NE(page.find(R"(<link rel="canonical" href="https://wegwijzer.example/en)" + path + "\">"),
            std::string::npos);
  for (auto const& link : {R"(hreflang="nl" href="https://wegwijzer.example)" + path + "\">",
                           R"(hreflang="en" href="https://wegwijzer.example/en)" + path + "\">",
                           R"(hreflang="x-default" href="https://wegwijzer.example)" + path + "\">"}) {
    EXPECT_EQ(count(page, R"(<link rel="alternate" )" + link), 1U) << link;
  }
  EXPECT_NE(text("/").find(R"(<link rel="canonical" href="https://wegwijzer.example/">)"), std::string::npos);
  EXPECT_EQ(text("/offerings/niets").find("canonical"), std::string::npos);
  address_.reset();
  EXPECT_EQ(text(path).find("canonical"), std::string::npos);
}

TEST_F(CrawlersTest, do_not_keep_answers_to_a_question) {
  told_its_address();
  auto const is_kept = [&](std::string const& path, std::string const& query = "") {
    return text(path, query).find(R"(<meta name="robots" content="noindex, follow">)") == std::string::npos;
  };
  EXPECT_TRUE(is_kept("/offerings"));
  EXPECT_FALSE(is_kept("/offerings", "theme=music"));
  EXPECT_EQ(text("/offerings", "theme=music").find("canonical"), std::string::npos);
  EXPECT_FALSE(is_kept("/corrections", "page=/about"));
  EXPECT_TRUE(is_kept("/about"));
}

}  // namespace wegwijzer::web
