// SPDX-License-Identifier: EUPL-1.2
// Pieces of the pages about accounts: forms that carry the secret of who signed in, fields for passwords and
// codes.
#pragma once

#include "http/response.h"
#include "web/desk.h"
#include "web/html.h"
#include "web/page.h"

namespace wegwijzer::web {

struct AccountField {
  char const* id;  // also the parameter's name
  std::string label;
  std::string hint{};
  char const* type = "text";
  std::string value{};
  char const* complete = "off";
};

// What was wrong with what was typed stands with its field.
Html account_field(View const& view, AccountField const& field, Error const* problem = nullptr);

// With the secret of who signed in; `path` is ours.
Html account_form(View const& view, Desk const& desk, std::string_view path, Html const& fields,
                  std::string const& button, char const* kind = "button primary");

// What is wrong and belongs to no field.
Html account_problem(View const& view, Error const* problem);

// Found by no search engine and kept by no cache.
http::Response account_page(View const& view, std::string_view path, std::string const& title, Html body,
                            Error const* problem = nullptr);

// After a wrong code, so that its owner hears of it.
void tell_if_wrong(Desk const& desk, Error const& error);

// To a path of ours in the language of the page.
http::Response to_page(View const& view, std::string_view path);

// Where somebody was on the way to, kept by their browser while they read a mail or look up a code. A path of
// ours, or empty.
std::string kept_next(http::Request const& request, Desk const& desk);
void keep_next(http::Response& response, Desk const& desk, std::string_view next);
void forget_next(http::Response& response, http::Request const& request, Desk const& desk);

// The browser gets the secret of its new sign-in, and goes where the sign-in has to go first; after that to
// `next`, or where it was on the way to.
http::Response let_in(http::Request const& request, View const& view, Desk const& desk, CameIn const& came_in,
                      std::string_view next = {});

std::string moment_phrase(View const& view, Instant at);  // "vandaag, 13:13"

std::string place_phrase(View const& view, accounts::Place const& place);
std::string role_phrase(View const& view, accounts::Role role, accounts::Place const& place);

// What a form says of a place, or of a role there.
std::string key_of(accounts::Place const& place);
std::string key_of(accounts::Role role, accounts::Place const& place);

}  // namespace wegwijzer::web
