// SPDX-License-Identifier: EUPL-1.2
#include "http/address.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace wegwijzer::http {

namespace {

Address at(char const* text) {
  return *Address::parse(text);
}

std::vector<Network> networks(std::vector<char const*> const& texts) {
  std::vector<Network> read;
  for (auto const* text : texts) read.push_back(*Network::parse(text));
  return read;
}

}  // namespace

TEST(Address, is_read_with_and_without_port) {
  EXPECT_EQ(at("192.0.2.7"), at(" 192.0.2.7:4711"));
  EXPECT_EQ(at("2001:db8::1"), at("[2001:db8::1]:4711"));
  EXPECT_EQ(at("::ffff:192.0.2.7"), at("192.0.2.7"));
  for (auto const* text : {"", "unknown", "1.2.3", "[unknown]", "_hidden", "1.2.3.4.5"}) {
    EXPECT_FALSE(Address::parse(text)) << text;
  }
}

TEST(Address, of_version_6_shares_its_first_half_with_the_neighbours) {
  EXPECT_EQ(at("2001:db8:0:1::7").neighbourhood(), at("2001:db8:0:1:ffff::8").neighbourhood());
  EXPECT_NE(at("2001:db8:0:1::7").neighbourhood(), at("2001:db8:0:2::7").neighbourhood());
  EXPECT_NE(at("192.0.2.7").neighbourhood(), at("192.0.2.8").neighbourhood());
}

TEST(Address, of_version_6_is_of_a_site) {
  EXPECT_EQ(at("2001:db8:7:1::7").site(), at("2001:db8:7:ffff:1::8").site());
  EXPECT_NE(at("2001:db8:7:1::7").site(), at("2001:db8:8:1::7").site());
  EXPECT_FALSE(at("192.0.2.7").site());
}

TEST(Network, contains_the_addresses_of_its_block) {
  EXPECT_TRUE(Network::parse("10.0.0.0/8")->contains(at("10.255.0.1")));
  EXPECT_FALSE(Network::parse("10.0.0.0/8")->contains(at("11.0.0.1")));
  EXPECT_FALSE(Network::parse("0.0.0.0/0")->contains(at("2001:db8::1")));
  EXPECT_TRUE(Network::parse("2001:db8::/33")->contains(at("2001:db8:7fff::1")));
  EXPECT_FALSE(Network::parse("2001:db8::/33")->contains(at("2001:db8:8000::1")));
  EXPECT_TRUE(Network::parse("::1")->contains(at("::1")));
  for (auto const* text : {"", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1", "::/129", "zaal/8"}) {
    EXPECT_FALSE(Network::parse(text)) << text;
  }
}

TEST(ForwardedFor, is_believed_from_our_own_proxies_only) {
  auto const trusted = networks({"10.0.0.0/8", "::1"});
  EXPECT_EQ(client_of(at("192.0.2.9"), "198.51.100.1", trusted), at("192.0.2.9"));
  EXPECT_EQ(client_of(at("10.0.0.1"), "198.51.100.1", trusted), at("198.51.100.1"));
  EXPECT_EQ(client_of(at("::1"), "198.51.100.1, 10.0.0.2", trusted), at("198.51.100.1"));
  EXPECT_EQ(client_of(at("10.0.0.1"), "", trusted), at("10.0.0.1"));
}

TEST(ForwardedFor, takes_the_last_address_that_is_not_ours) {
  auto const trusted = networks({"10.0.0.0/8"});
  EXPECT_EQ(client_of(at("10.0.0.1"), "1.1.1.1, 198.51.100.1,10.0.0.2", trusted), at("198.51.100.1"));
  EXPECT_EQ(client_of(at("10.0.0.1"), "1.1.1.1, nonsense, 10.0.0.2", trusted), at("10.0.0.2"));
  EXPECT_EQ(client_of(at("10.0.0.1"), ",", trusted), at("10.0.0.1"));
}

}  // namespace wegwijzer::http
