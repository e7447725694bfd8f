// SPDX-License-Identifier: EUPL-1.2
// What poppler, a reader that is not ours, finds in the PDF.
#include "print/flyer.h"

#include <gmock/gmock.h>

#include <sstream>

#include "base/check.h"
#include "kit/drawn_town.h"
#include "kit/said_by.h"
#include "kit/temporary_folder.h"
#include "print/paper.h"

namespace wegwijzer::print {

namespace {

using testing::HasSubstr;
using testing::Not;

FlyerOffering an_offering(std::string title, std::size_t number = 1) {
  return {std::move(title),
          "Techniekhuis",
          "We bouwen samen een robot die kan rijden.",
          {{"Wanneer", "Elke woensdag 14:00–15:30."}, {"Kosten", "€ 2,50 per keer"}},
          number,
          WayTo{"https://wegwijzer.example/k/k7m3q9x2bb", "wegwijzer.example/k/k7m3q9x2bb"}};
}

Flyer a_flyer(std::size_t offerings) {
  Flyer flyer;
  flyer.language = "nl";
  flyer.title = flyer.heading = "Wat kun je doen in Waterveen?";
  flyer.for_whom = "Voor kinderen van 9 jaar.";
  flyer.empty = "Hier is nu niets bekend.";
  flyer.help_title = "Kost het te veel?";
  flyer.help = "Vraag het op school.";
  flyer.rest = "En nog 23 activiteiten. Kijk op:";
  flyer.more = WayTo{"https://wegwijzer.example/areas/BU05031203", "wegwijzer.example/areas/BU05031203"};
  flyer.made = "Gemaakt op zaterdag 28 november 2026.";
  flyer.made_at = instant(date(2026, 11, 28), {});
  if (offerings == 0) return flyer;
  auto& theme = flyer.themes.emplace_back(FlyerTheme{"Techniek", {}});
  for (std::size_t i = 1; i <= offerings; ++i) {
    theme.offerings.push_back(an_offering("Robots bouwen " + std::to_string(i), i));
  }
  return flyer;
}

Flyer an_arabic_flyer() {
  auto flyer = a_flyer(2);
  flyer.language = "ar";
  flyer.right_to_left = true;
  flyer.heading = "ما الذي يمكنك فعله؟";
  flyer.made = "أُنشئ";
  auto& second = flyer.themes[0].offerings[1];
  second.by = "Muziekhuis";
  second.more = WayTo{"https://wegwijzer.example/k/muziek2222", "wegwijzer.example/k/muziek2222"};
  for (auto& offering : flyer.themes[0].offerings)
    offering.facts = {{"متى", "كل أسبوع \u206614:00–15:30\u2069"}};
  return flyer;
}

// Points from the left.
struct Stretch {
  double from, to;
};

class FlyerTest : public testing::Test {
 protected:
  std::string text(Flyer const& drawn) { return said_by("pdftotext -raw " + file(drawn) + " -"); }

  std::string about(Flyer const& drawn, std::string const& option = "") {
    return said_by("pdfinfo " + option + " " + file(drawn) + " 2>&1");
  }

  // Where a word stands, the first time.
  Stretch place_of(Flyer const& drawn, std::string const& word) {
    auto const said = said_by("pdftotext -bbox " + file(drawn) + " -");
    auto const end = said.find(">" + word + "</word>");
    check(end != said.npos, "the word is on the flyer");
    auto const number = [&](std::string const& name) {
      auto const at = said.rfind(name + "=\"", end) + name.size() + 2;
      return std::stod(said.substr(at, said.find('"', at) - at));
    };
    return {number("xMin"), number("xMax")};
  }

  // The codes of the first page, as a telephone reads them from paper; of part of it when so asked.
  std::string codes(Flyer const& drawn, std::string const& part = "") {
    auto const picture = folder_.path("page").string();
    said_by("pdftoppm -r 200 -f 1 -l 1 -singlefile -gray " + part + " " + file(drawn) + " " + picture);
    return said_by("zbarimg --nodbus --quiet --raw " + picture + ".pgm");
  }

  std::string file(Flyer const& drawn) {
    return written(folder_.path("flyer.pdf"), flyer(drawn, maps_).pdf).string();
  }

  TemporaryFolder folder_;
  DrawnTown town_ = draw("A---B");
  tiles::MapSources maps_{std::make_shared<tiles::MapSource const>(Basemap(), town_.streets())};
};

}  // namespace

TEST_F(FlyerTest, says_what_there_is_in_the_order_in_which_one_reads) {
  auto const found = text(a_flyer(2));
  std::size_t at = 0;
  for (auto const* part :
       {"Wat kun je doen in", "Voor kinderen van 9 jaar.", "Techniek", "Robots bouwen 1", "Techniekhuis",
        "Elke woensdag 14:00–15:30.", "€ 2,50 per keer", "wegwijzer.example/k/k7m3q9x2bb", "Robots bouwen 2",
        "Kost het te veel?", "En nog 23 activiteiten.", "wegwijzer.example/areas/BU05031203",
        "Gemaakt op zaterdag"}) {
    auto const next = found.find(part, at);
    ASSERT_NE(next, std::string::npos) << part << "\n" << found;
    at = next;
  }
}

TEST_F(FlyerTest, is_one_page_of_a4_and_two_when_it_must) {
  EXPECT_THAT(about(a_flyer(8)), testing::AllOf(HasSubstr("Pages:           1\n"), HasSubstr("(A4)")));
  EXPECT_THAT(about(a_flyer(16)), HasSubstr("Pages:           2\n"));
  EXPECT_EQ(flyer(a_flyer(8), maps_).pages, 1);
  EXPECT_EQ(flyer(a_flyer(16), maps_).pages, 2);
}

TEST_F(FlyerTest, tells_a_screen_reader_what_is_what_and_in_which_language) {
  auto const drawn = a_flyer(1);
  EXPECT_THAT(about(drawn), testing::AllOf(HasSubstr("Title:           Wat kun je doen in Waterveen?"),
                                           HasSubstr("Tagged:          yes"), Not(HasSubstr("Error"))));
  auto const tags = about(drawn, "-struct");
  for (auto const* tag : {"Document", "H1", "H2", "H3", "LI", "Link"}) EXPECT_THAT(tags, HasSubstr(tag));
  EXPECT_THAT(flyer(drawn, maps_).pdf, HasSubstr("/Lang (nl)"));
}

TEST_F(FlyerTest, has_codes_that_are_read_from_paper_and_addresses_that_are_followed_on_a_screen) {
  auto const drawn = a_flyer(1);
  EXPECT_THAT(codes(drawn), testing::AllOf(HasSubstr("https://wegwijzer.example/k/k7m3q9x2bb\n"),
                                           HasSubstr("https://wegwijzer.example/areas/BU05031203\n")));
  EXPECT_THAT(about(drawn, "-url"), testing::AllOf(HasSubstr("https://wegwijzer.example/k/k7m3q9x2bb"),
                                                   HasSubstr("https://wegwijzer.example/areas/BU05031203")));
}

TEST_F(FlyerTest, without_an_address_of_the_site_has_neither_codes_nor_links) {
  auto drawn = a_flyer(1);
  drawn.more.reset();
  drawn.themes[0].offerings[0].more.reset();
  EXPECT_THAT(text(drawn), testing::AllOf(HasSubstr("Robots bouwen 1"), Not(HasSubstr("wegwijzer.example"))));
  EXPECT_THAT(about(drawn, "-url"), Not(HasSubstr("http")));
}

TEST_F(FlyerTest, shows_the_places_on_a_map) {
  auto drawn = a_flyer(1);
  auto const without = flyer(drawn, maps_).pdf.size();
  drawn.map = FlyerMap{{.dots = {town_.at('A'), town_.at('B')}}, "Kaart: verzonnen"};
  EXPECT_GT(flyer(drawn, maps_).pdf.size(), without);
  EXPECT_THAT(text(drawn), HasSubstr("Kaart: verzonnen"));
}

// "ž" is in a font of its own, as on the site.
TEST_F(FlyerTest, brings_the_letters_of_the_site_and_needs_none_of_the_machine) {
  auto drawn = an_arabic_flyer();
  drawn.for_whom = "Voor Blaž, Çelik en Łukasz.";
  auto const fonts = said_by("pdffonts " + file(drawn)) + said_by("pdffonts " + file(a_flyer(1)));
  for (auto const* name : {"Figtree-Regular", "Figtree-Bold", "NotoSansArabic-Regular", "NotoSansArabic-Bold",
                           "BricolageGrotesque-Bold"}) {
    EXPECT_THAT(fonts, HasSubstr(name));
  }
  auto rows = std::istringstream(fonts);
  for (std::string row; std::getline(rows, row);) {
    bool const head = row.starts_with("name ") || row.starts_with("---");
    EXPECT_TRUE(head || row.find("+Figtree-") != row.npos || row.find("+NotoSansArabic-") != row.npos ||
                row.find("+BricolageGrotesque-") != row.npos)
        << row;
  }
}

// The page is 595 points wide with 42 of margin: columns of 245 and 22 between them. A title begins 19 from
// the side where its number is, and the map ends at the other side.
TEST_F(FlyerTest, in_arabic_is_laid_out_from_right_to_left) {
  auto drawn = an_arabic_flyer();
  drawn.map = FlyerMap{{.dots = {town_.at('A')}}, "Kaart"};
  EXPECT_NEAR(place_of(drawn, "Techniekhuis").to, page_width - 42 - 19, 1);
  EXPECT_NEAR(place_of(drawn, "Muziekhuis").to, 42 + 245 - 19, 1);
  EXPECT_NEAR(place_of(drawn, "Kaart").from, 42, 1);
  drawn = a_flyer(1);
  EXPECT_NEAR(place_of(drawn, "Techniekhuis").from, 42 + 19, 1);
}

// Within 130 points of the left, which are 361 dots of 1/200 inch, lie the codes of the second column and of
// the foot.
TEST_F(FlyerTest, in_arabic_has_its_codes_at_the_left_of_what_they_belong_to) {
  auto const found = codes(an_arabic_flyer(), "-x 0 -y 0 -W 361 -H 2339");
  EXPECT_THAT(found, testing::AllOf(HasSubstr("https://wegwijzer.example/k/muziek2222\n"),
                                    HasSubstr("https://wegwijzer.example/areas/BU05031203\n"),
                                    Not(HasSubstr("k7m3q9x2bb"))));
}

TEST_F(FlyerTest, with_nothing_to_show_says_so) {
  EXPECT_THAT(text(a_flyer(0)), HasSubstr("Hier is nu niets bekend."));
}

TEST_F(FlyerTest, is_the_same_bytes_for_the_same_words) {
  EXPECT_EQ(flyer(a_flyer(3), maps_).pdf, flyer(a_flyer(3), maps_).pdf);
}

}  // namespace wegwijzer::print
