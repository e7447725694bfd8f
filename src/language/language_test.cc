// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <fstream>

#include "kit/temporary_folder.h"
#include "kit/written_translations.h"
#include "language/languages.h"

namespace wegwijzer {

TEST(Language, fills_in_the_arguments) {
  EXPECT_EQ(language("nl")("form.where_unknown", {{"where", "Nergens"}}).substr(0, 23),
            "We kennen ‘Nergens’");
}

TEST(Language, says_one_and_many) {
  EXPECT_EQ(language("nl").count("travel.walk", 1), "1 minuut lopen");
  EXPECT_EQ(language("nl").count("travel.walk", 2), "2 minuten lopen");
  EXPECT_EQ(language("en").count("travel.walk", 1), "1 minute on foot");
}

// The six plurals of Arabic (Unicode CLDR): none, one, two, few (3-10), many (11-99), other (100-102, 200-202
// …).
TEST(Language, counts_in_arabic_by_its_six_forms) {
  auto const& arabic = language("ar");
  EXPECT_EQ(arabic.count("organisation.offerings", 0), "لا أنشطة");
  EXPECT_EQ(arabic.count("organisation.offerings", 1), "نشاط واحد");
  EXPECT_EQ(arabic.count("organisation.offerings", 2), "نشاطان");
  for (int const few : {3, 10, 103, 110}) {
    EXPECT_EQ(arabic.count("organisation.offerings", few), std::to_string(few) + " أنشطة");
  }
  for (int const many : {11, 99, 111, 199}) {
    EXPECT_EQ(arabic.count("organisation.offerings", many), std::to_string(many) + " نشاطًا");
  }
  for (int const other : {100, 101, 102, 1000}) {
    EXPECT_EQ(arabic.count("organisation.offerings", other), std::to_string(other) + " نشاط");
  }
}

TEST(Language, shows_a_key_that_it_does_not_have) {
  EXPECT_EQ(language("nl")("no.such_key"), "no.such_key");
  EXPECT_EQ(language("ar")("no.such_key"), "no.such_key");
}

TEST(Language, does_not_fill_in_what_an_argument_says) {
  EXPECT_EQ(language("en")("form.where_unknown", {{"where", "{where}"}}).find("{where}"), 18U);
}

TEST(Language, says_an_error_with_its_arguments) {
  EXPECT_EQ(language("en").sentence({Fault::invalid, "euro.invalid", {{"value", "veel"}}}),
            "‘veel’ is not an amount. Write it like this: 12.50.");
}

TEST(Language, that_runs_from_right_to_left_keeps_a_name_in_one_piece) {
  EXPECT_TRUE(language("ar").right_to_left());
  EXPECT_FALSE(language("nl").right_to_left());
  EXPECT_EQ(language("ar")("venue.unnamed", {{"kind", "مكتبة"}, {"area", "Delft (1)"}}),
            "مكتبة في \u2066Delft (1)\u2069");
  EXPECT_EQ(language("nl").in_one_piece("14:00–15:30"), "14:00–15:30");
  EXPECT_EQ(language("ar").in_one_piece("14:00–15:30"), "\u206614:00–15:30\u2069");
  EXPECT_EQ(language("ar").in_one_piece("15"), "15");
  // Day and hours were joined before: as one piece from left to right they would change places.
  EXPECT_EQ(language("ar").in_one_piece("غدًا \u206614:00–15:30\u2069"), "غدًا \u206614:00–15:30\u2069");
}

TEST(Language, lacks_no_sentence_of_a_page_in_arabic) {
  EXPECT_EQ(missing_keys(sentences_of_pages(), language("ar").sentences()), std::vector<std::string>());
  EXPECT_FALSE(sentences_of_pages().contains("cli.about"));
}

TEST(Languages, are_dutch_english_and_the_other_files_compiled_in) {
  std::vector<std::string> tags;
  for (auto const& one : Languages::compiled_in().all()) tags.push_back(one->tag());
  EXPECT_EQ(tags, (std::vector<std::string>{"nl", "en", "ar"}));
  EXPECT_EQ(Languages::compiled_in().find("xx"), nullptr);
}

TEST(Languages, come_from_a_folder_too) {
  TemporaryFolder const folder;
  auto made_up = a_language("Merels", "rtl");
  made_up["travel.walk"] = {"een", "twee", "meer: {count}"};
  write_translations(folder.path("qaa.mo"), made_up);
  write_translations(folder.path("ar.mo"), a_language("Arabisch van ons", "rtl"));
  auto const read = Languages::read(folder.path(""));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->languages.all().size(), 4U);
  auto const& merels = *read->languages.find("qaa");
  EXPECT_EQ(merels.count("travel.walk", 1), "een");
  EXPECT_EQ(merels.count("travel.walk", 2), "twee");
  EXPECT_EQ(merels.count("travel.walk", 3), "meer: 3");
  EXPECT_EQ((*read->languages.find("ar"))("language.name"), "Arabisch van ons");
}

TEST(Languages, say_in_english_what_a_file_lacks_and_warn) {
  TemporaryFolder const folder;
  auto made_up = a_language("Merels", "ltr");
  made_up["travel.walk"] = {"een", "twee", "een gat te veel: {count} {counts}"};
  write_translations(folder.path("qaa.mo"), made_up);
  auto const read = Languages::read(folder.path(""));
  ASSERT_TRUE(read);
  EXPECT_EQ((*read->languages.find("qaa"))("nav.search"), "Search");
  ASSERT_EQ(read->warnings.size(), 1U);
  // Of all sentences of pages only the name and the direction are there as they should be.
  auto const missing = std::to_string(sentences_of_pages().size() - 2);
  auto const said = language("nl").sentence(read->warnings[0]);
  EXPECT_NE(said.find("in het vertaalbestand qaa.mo ontbreken " + missing + " teksten"), std::string::npos)
      << said;
  EXPECT_NE(said.find("about.api, "), std::string::npos) << said;
}

class BrokenTranslations : public testing::Test {
 protected:
  std::string problem_of(std::string const& name, std::string const& bytes) {
    std::ofstream(folder_.path(name), std::ios::binary) << bytes;
    auto const read = Languages::read(folder_.path(""));
    return read ? "" : language("nl").sentence(read.error());
  }

  TemporaryFolder folder_;
};

TEST_F(BrokenTranslations, that_are_cut_off_anywhere_are_refused) {
  auto const whole = compiled(a_language("Merels", "ltr"));
  for (std::size_t length = 0; length < whole.size(); ++length) {
    EXPECT_NE(problem_of("qaa.mo", whole.substr(0, length)).find("qaa.mo is beschadigd"), std::string::npos)
        << length;
  }
  EXPECT_EQ(problem_of("qaa.mo", whole), "");
}

TEST_F(BrokenTranslations, that_are_not_compiled_are_refused) {
  EXPECT_NE(problem_of("qaa.mo", "msgid \"language.name\"\nmsgstr \"Merels\"\n").find("qaa.mo is beschadigd"),
            std::string::npos);
}

TEST_F(BrokenTranslations, without_a_charset_are_refused) {
  auto headless = a_language("Merels", "ltr");
  headless[""] = {"Plural-Forms: nplurals=1; plural=0;\n"};
  EXPECT_NE(problem_of("qaa.mo", compiled(headless)).find("qaa.mo is beschadigd"), std::string::npos);
}

TEST_F(BrokenTranslations, that_do_not_say_how_the_language_is_read_are_refused) {
  EXPECT_NE(problem_of("qaa.mo", compiled(a_language("Merels", "omhoog"))).find("welke kant"),
            std::string::npos);
  auto nameless = a_language("Merels", "ltr");
  nameless.erase("language.name");
  EXPECT_NE(problem_of("qaa.mo", compiled(nameless)).find("hoe de taal heet"), std::string::npos);
}

TEST_F(BrokenTranslations, that_are_not_called_after_a_language_are_refused) {
  auto const whole = compiled(a_language("Merels", "ltr"));
  EXPECT_NE(problem_of("Merels.mo", whole).find("De naam Merels.mo is geen taal"), std::string::npos);
}

TEST(Languages, need_a_folder_that_is_there) {
  TemporaryFolder const folder;
  auto const read = Languages::read(folder.path("nergens"));
  ASSERT_FALSE(read);
  EXPECT_NE(language("nl").sentence(read.error()).find("nergens met vertalingen is er niet"),
            std::string::npos);
}

TEST(LanguageTag, has_two_or_three_letters_and_perhaps_more) {
  for (auto const* tag : {"ar", "pap", "zh-hant", "pt-br", "es-419"})
    EXPECT_TRUE(is_language_tag(tag)) << tag;
  for (auto const* tag :
       {"", "e", "AR", "nederlands", "pt-", "-pt", "pt-b", "p1", "api", "map", "zh--hant"}) {
    EXPECT_FALSE(is_language_tag(tag)) << tag;
  }
}

}  // namespace wegwijzer
