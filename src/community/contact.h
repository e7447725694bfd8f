// SPDX-License-Identifier: EUPL-1.2
// Telephone numbers, mail addresses and websites, written in one way, so that two spellings of one are equal.
#pragma once

#include <string>
#include <string_view>

namespace wegwijzer::community {

// "+31 (0)15 - 212 34 56" and "0152123456" give the same; empty when there are too few digits for one.
std::string phone_key(std::string_view phone);

std::string mail_key(std::string_view mail);

// A website without what differs between spellings of it: "https://www.Dok.info/agenda/" gives
// "dok.info/agenda".
std::string page_key(std::string_view website);

// "dok.info"; empty of a site where many have a page of their own, such as facebook.com.
std::string host_key(std::string_view website);

// A street with its number: "Nieuwstr. 12 a" and "Nieuwstraat 12A" give the same; empty without a number.
std::string address_key(std::string_view street);

}  // namespace wegwijzer::community
