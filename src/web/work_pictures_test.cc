// SPDX-License-Identifier: EUPL-1.2
// Pictures that a provider sends: what is kept, what is refused, and what is gone when it is taken away.
#include <gtest/gtest.h>

#include "kit/picture_files.h"
#include "kit/visited_site.h"

namespace wegwijzer::web {

using accounts::Role;

class WorkPictures : public VisitedSite {
 protected:
  WorkPictures() {
    auto const writer = store_->writer(ecosystem_, {"test"});
    club_ = writer->organisations().save(an_organisation(writer->new_id<Organisation>(), "Club"))->id;
    museum_ = writer->organisations().save(an_organisation(writer->new_id<Organisation>(), "Museum"))->id;
    chess_ = writer->offerings().save(an_offering(writer->new_id<Offering>(), club_))->id;
    draughts_ = writer->offerings().save(an_offering(writer->new_id<Offering>(), club_))->id;
    tour_ = writer->offerings().save(an_offering(writer->new_id<Offering>(), museum_))->id;
    writer->commit();
    cookie_ = comes_in("noor", Role::provider_editor, {ecosystem_.id, club_});
  }

  static std::string path(Id<Offering> id) {
    return "/workplace/waterveen/offerings/" + text(id) + "/pictures";
  }

  std::vector<Picture> pictures_of(Id<Offering> id) {
    return store_->reader(ecosystem_)->offerings().find(id)->pictures.all;
  }

  bool on_the_ground(Picture const& picture) {
    return store_->ground()->file(GroundKind::picture, picture_name(picture, picture.width)).has_value();
  }

  static std::string jpeg(int width) { return pictures::jpeg_of(pictures::red_above_blue(width, 200)); }

  // Not a JPEG: libjpeg jumps back from it, at which the address sanitizer makes a call that is not allowed
  // there.
  static std::string cut_off_webp() {
    auto const whole = pictures::reencode(pictures::png_of(pictures::red_above_blue(600, 400)))->front().webp;
    return whole.substr(0, whole.size() - 40);
  }

  static SentForm form_with(std::string const& bytes, std::string const& description = "Een bord met stukken",
                            bool consent = true) {
    SentForm form;
    form.field("do", "add");
    form.field("description", description);
    if (consent) form.field("consent", "yes");
    form.file("picture", "IMG 1.jpg", bytes);
    return form;
  }

  http::Response add(Id<Offering> id, int width, std::string const& description = "Een bord met stukken") {
    return send(path(id), form_with(jpeg(width), description));
  }

  http::Response wish(std::string const& what, std::string const& sum) {
    http::Parameters form;
    form.add("do", what), form.add("picture", sum);
    return post(path(chess_), form);
  }

  http::Response describe(std::string const& sum, std::string const& seen, std::string const& words) {
    http::Parameters form;
    form.add("do", "describe"), form.add("picture", sum), form.add("seen", seen),
        form.add("description", words);
    return post(path(chess_), form);
  }

  Ecosystem ecosystem_ = an_ecosystem();
  Id<Organisation> club_, museum_;
  Id<Offering> chess_, draughts_, tour_;
};

TEST_F(WorkPictures, are_made_anew_and_shown_with_their_words) {
  auto const answer = add(chess_, 600);
  ASSERT_EQ(answer.status, 303) << page(answer);
  auto const all = pictures_of(chess_);
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].description, "Een bord met stukken");
  EXPECT_EQ(all[0].width, 600);
  auto const shown = page(get(path(chess_) + "?done=added"));
  EXPECT_NE(shown.find("De foto staat erbij"), std::string::npos);
  auto const address = path(chess_) + "/" + picture_name(all[0], 480);
  EXPECT_NE(shown.find(address), std::string::npos);
  auto const file = get(address);
  EXPECT_EQ(file.headers.first("Content-Type"), "image/webp");
  EXPECT_TRUE(page(file).starts_with("RIFF"));
  EXPECT_NE(page(get("/workplace/waterveen/history/offering/" + text(chess_))).find("Een bord met stukken"),
            std::string::npos);
}

TEST_F(WorkPictures, that_are_not_fit_are_refused_with_a_reason_beside_what_was_typed) {
  struct Wrong {
    SentForm form;
    char const* said;
  };

  SentForm without_file;
  without_file.field("do", "add"), without_file.field("description", "Een bord"),
      without_file.field("consent", "yes");
  for (auto const& [form, said] :
       {Wrong{form_with("GIF89a"), "Gebruik JPEG, PNG of WebP"},
        Wrong{form_with(cut_off_webp()), "beschadigd"}, Wrong{form_with(jpeg(1'100)), "vijf keer zo lang"},
        Wrong{form_with(jpeg(600), ""), "in een paar woorden"},
        Wrong{form_with(jpeg(600), "IMG_2041.jpg"), "in een paar woorden"},
        Wrong{form_with(jpeg(600), "Een bord", false), "op internet mag"},
        Wrong{form_with(std::string((20U << 20U) + 1, 'x')), "groter dan 20 MB"},
        Wrong{without_file, "Kies een foto."}}) {
    auto const answer = send(path(chess_), form);
    EXPECT_EQ(answer.status, 400);
    EXPECT_NE(page(answer).find(said), std::string::npos) << said;
  }
  EXPECT_NE(page(send(path(chess_), form_with("GIF89a", "Een bord"))).find(R"(value="Een bord")"),
            std::string::npos);
  EXPECT_NE(page(send(path(chess_), form_with(jpeg(600), "IMG_1.jpg"))).find("Kies de foto nog een keer"),
            std::string::npos);
  EXPECT_TRUE(pictures_of(chess_).empty());
  EXPECT_TRUE(store_->ground()->files().empty());
}

TEST_F(WorkPictures, are_four_at_most_and_each_once) {
  EXPECT_EQ(add(chess_, 300).status, 303);
  EXPECT_NE(page(add(chess_, 300)).find("staat er al bij"), std::string::npos);
  for (int width = 301; width < 304; ++width) EXPECT_EQ(add(chess_, width).status, 303);
  EXPECT_NE(page(add(chess_, 304)).find("al 4 foto"), std::string::npos);
  EXPECT_EQ(pictures_of(chess_).size(), 4U);
  EXPECT_EQ(page(get(path(chess_))).find("type=\"file\""), std::string::npos);
}

TEST_F(WorkPictures, of_one_sender_are_so_many_a_day) {
  for (int i = 0; i < most_pictures_a_day; ++i) send(path(chess_), form_with("GIF89a"));
  EXPECT_NE(page(add(chess_, 300)).find("Morgen kan het weer"), std::string::npos);
  cookie_ = comes_in("bas", Role::provider_editor, {ecosystem_.id, club_});
  EXPECT_EQ(add(chess_, 300).status, 303);
}

TEST_F(WorkPictures, change_their_order_and_their_words) {
  add(chess_, 300), add(chess_, 301), add(chess_, 302);
  auto const all = pictures_of(chess_);
  EXPECT_EQ(wish("first", all[2].checksum).status, 303);
  EXPECT_EQ(pictures_of(chess_), (std::vector{all[2], all[0], all[1]}));
  EXPECT_EQ(describe(all[0].checksum, all[0].description, "Twee kinderen schaken").status, 303);
  EXPECT_EQ(pictures_of(chess_)[1].description, "Twee kinderen schaken");
  // Somebody else saw the words of before.
  auto const asked = describe(all[0].checksum, all[0].description, "Drie kinderen schaken");
  EXPECT_EQ(asked.status, 409);
  EXPECT_NE(page(asked).find("Drie kinderen schaken"), std::string::npos);
  EXPECT_NE(page(asked).find("Iemand anders schreef intussen: ‘Twee kinderen schaken’"), std::string::npos);
  EXPECT_EQ(describe(all[0].checksum, "Twee kinderen schaken", "Drie kinderen schaken").status, 303);
  EXPECT_EQ(describe(all[0].checksum, "Drie kinderen schaken", "DSC_0001").status, 400);
  // A colleague took it away meanwhile.
  auto const gone = describe(std::string(32, '0'), "", "Een bord");
  EXPECT_EQ(gone.status, 404);
  EXPECT_NE(page(gone).find("staat er niet meer bij"), std::string::npos);
  EXPECT_EQ(pictures_of(chess_)[1].description, "Drie kinderen schaken");
}

TEST_F(WorkPictures, that_are_taken_away_are_gone_unless_another_offering_shows_them) {
  add(chess_, 300), add(chess_, 301), add(draughts_, 301);
  auto const all = pictures_of(chess_);
  for (auto const& picture : all) EXPECT_EQ(wish("away", picture.checksum).status, 303);
  EXPECT_TRUE(pictures_of(chess_).empty());
  EXPECT_FALSE(on_the_ground(all[0]));
  EXPECT_TRUE(on_the_ground(all[1]));
  EXPECT_EQ(get(path(chess_) + "/" + picture_name(all[1], 301)).status, 404);
  EXPECT_EQ(get(path(draughts_) + "/" + picture_name(all[1], 301)).status, 200);
  EXPECT_EQ(wish("away", all[0].checksum).status, 404);
}

TEST_F(WorkPictures, of_somebody_else_are_neither_seen_nor_changed) {
  cookie_ = comes_in("mees", Role::provider_editor, {ecosystem_.id, museum_});
  add(tour_, 300);
  auto const theirs = pictures_of(tour_).at(0);
  cookie_ = comes_in("bas", Role::provider_editor, {ecosystem_.id, club_});
  EXPECT_EQ(get(path(tour_)).status, 403);
  EXPECT_EQ(get(path(tour_) + "/" + picture_name(theirs, 300)).status, 403);
  EXPECT_EQ(get(path(chess_) + "/" + picture_name(theirs, 300)).status, 404);
  EXPECT_EQ(add(tour_, 301).status, 403);
  EXPECT_EQ(wish("away", theirs.checksum).status, 404);
  EXPECT_EQ(pictures_of(tour_).size(), 1U);
}

TEST_F(WorkPictures, come_only_with_the_secret_of_the_form) {
  auto const token = cookie_;
  cookie_ = comes_in("bas", Role::provider_editor, {ecosystem_.id, club_});
  auto form = form_with(jpeg(300));
  form.field("form", secrets_->hash(Purpose::form, token).text);  // of somebody else, and the first counts
  EXPECT_EQ(send(path(chess_), form).status, 403);
  EXPECT_TRUE(pictures_of(chess_).empty());
}

TEST_F(WorkPictures, may_be_large_only_of_who_may_and_where_they_belong) {
  auto const welcome = [&](std::string const& where) {
    http::Request request;
    request.method = http::Method::post;
    request.path = *http::Path::parse(where);
    if (!cookie_.empty()) request.headers.add("Cookie", "wegwijzer=" + cookie_);
    return site().welcomes_upload(request);
  };
  EXPECT_EQ(welcome(path(chess_)), http::Welcome::yes);
  EXPECT_EQ(welcome("/en" + path(chess_)), http::Welcome::yes);
  EXPECT_EQ(welcome("/workplace/waterveen/offerings/" + text(chess_)), http::Welcome::no);
  EXPECT_EQ(welcome("/corrections"), http::Welcome::no);
  cookie_ = comes_in("gids", Role::guide, {ecosystem_.id, club_});
  EXPECT_EQ(welcome(path(chess_)), http::Welcome::unheard);
  cookie_ = "unknown";
  EXPECT_EQ(welcome(path(chess_)), http::Welcome::unheard);
  cookie_.clear();
  EXPECT_EQ(welcome(path(chess_)), http::Welcome::unheard);
}

}  // namespace wegwijzer::web
