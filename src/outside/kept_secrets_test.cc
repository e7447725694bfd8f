// SPDX-License-Identifier: EUPL-1.2
#include "outside/kept_secrets.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>
#include <set>

#include "kit/temporary_folder.h"

namespace wegwijzer {

class KeptSecretsTest : public testing::Test {
 protected:
  std::unique_ptr<Secrets> open() { return *open_secrets(folder_.path("s.key")); }

  TemporaryFolder folder_;
};

TEST_F(KeptSecretsTest, lie_in_a_file_that_only_its_owner_reads) {
  open();
  struct stat state{};
  ASSERT_EQ(stat(folder_.path("s.key").c_str(), &state), 0);
  EXPECT_EQ(state.st_mode & 0777, 0600U);
  EXPECT_EQ(state.st_size, 32);
  chmod(folder_.path("s.key").c_str(), 0644);
  EXPECT_EQ(open_secrets(folder_.path("s.key")).error().key, "secrets.key_open_to_others");
}

TEST_F(KeptSecretsTest, are_refused_when_the_key_is_cut_off) {
  std::ofstream(folder_.path("s.key")) << "short";
  chmod(folder_.path("s.key").c_str(), 0600);
  EXPECT_EQ(open_secrets(folder_.path("s.key")).error().key, "secrets.key_damaged");
  EXPECT_EQ(open_secrets(folder_.path("nowhere") / "s.key").error().key, "secrets.key_unreadable");
  EXPECT_EQ(open_secrets(folder_.path("lost.key"), IfNoKey::refuse).error().key, "secrets.key_lost");
  EXPECT_FALSE(std::filesystem::exists(folder_.path("lost.key")));
}

TEST_F(KeptSecretsTest, hash_by_key_and_purpose) {
  auto const secrets = open();
  EXPECT_EQ(secrets->hash(Purpose::link, "a"), open()->hash(Purpose::link, "a"));
  EXPECT_NE(secrets->hash(Purpose::link, "a"), secrets->hash(Purpose::sign_in, "a"));
  EXPECT_NE(secrets->hash(Purpose::link, "a"),
            (*open_secrets(folder_.path("t.key")))->hash(Purpose::link, "a"));
}

TEST_F(KeptSecretsTest, are_not_drawn_twice) {
  auto const secrets = open();
  std::set<std::string> drawn;
  for (int i = 0; i < 1000; ++i) {
    EXPECT_TRUE(drawn.insert(secrets->new_token()).second);
    EXPECT_TRUE(drawn.insert(secrets->new_recovery_code()).second);
  }
  EXPECT_EQ(secrets->new_token().size(), 43U);  // 256 bits in letters of six
  EXPECT_EQ(secrets->new_recovery_code().size(), 19U);
}

TEST_F(KeptSecretsTest, know_a_password_from_another) {
  auto const secrets = open();
  auto const hash = secrets->password_hash("paard batterij nietje");
  EXPECT_EQ(secrets->unseal(hash)->find("$argon2id$v=19$m=19456,t=2,p=1$"), 0U);
  EXPECT_EQ(hash.find("argon2"), hash.npos);
  EXPECT_TRUE(secrets->is_password(hash, "paard batterij nietje"));
  EXPECT_FALSE(secrets->is_password(hash, "paard batterij nietj"));
  EXPECT_FALSE(secrets->is_password("", ""));
  EXPECT_NE(hash, secrets->password_hash("paard batterij nietje"));
}

TEST_F(KeptSecretsTest, seal_so_that_only_the_key_opens_and_no_change_passes) {
  auto const secrets = open();
  auto sealed = secrets->seal("geheim");
  EXPECT_EQ(secrets->unseal(sealed), "geheim");
  EXPECT_EQ(open()->unseal(sealed), "geheim");
  EXPECT_NE(sealed, secrets->seal("geheim"));
  EXPECT_FALSE((*open_secrets(folder_.path("t.key")))->unseal(sealed));
  sealed[30] = sealed[30] == 'A' ? 'B' : 'A';
  EXPECT_EQ(secrets->unseal(sealed).error().key, "account.other_key");
  EXPECT_FALSE(secrets->unseal(""));
  EXPECT_FALSE(secrets->unseal("no base64!"));
}

// RFC 6238, appendix B: the secret "12345678901234567890", of whose eight digits the last six are shown here.
TEST_F(KeptSecretsTest, show_the_codes_of_the_standard) {
  auto const secrets = open();
  std::string const shared = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
  auto const at = [](std::int64_t seconds) { return Instant(std::chrono::seconds(seconds)); };
  EXPECT_EQ(secrets->step_of_code(shared, "287082", at(59)), 1);
  EXPECT_EQ(secrets->step_of_code(shared, "081804", at(1111111109)), 37037036);
  EXPECT_EQ(secrets->step_of_code(shared, "005924", at(1234567890)), 41152263);
  // One step early or late passes, two do not.
  EXPECT_EQ(secrets->step_of_code(shared, "005924", at(1234567890 + 30)), 41152263);
  EXPECT_EQ(secrets->step_of_code(shared, "005924", at(1234567890 - 30)), 41152263);
  EXPECT_FALSE(secrets->step_of_code(shared, "005924", at(1234567890 + 60)));
  EXPECT_FALSE(secrets->step_of_code(shared, "", at(59)));
  EXPECT_FALSE(secrets->step_of_code(shared, "28708", at(59)));
  EXPECT_FALSE(secrets->step_of_code(shared, "2870820", at(59)));
  EXPECT_FALSE(secrets->step_of_code("0", "287082", at(59)));
}

TEST_F(KeptSecretsTest, make_a_secret_that_an_app_takes) {
  auto const shared = open()->new_shared_secret();
  EXPECT_EQ(shared.size(), 32U);  // 160 bits in letters of five
  EXPECT_EQ(shared.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"), std::string::npos);
}

}  // namespace wegwijzer
