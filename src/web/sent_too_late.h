// SPDX-License-Identifier: EUPL-1.2
// A form of the workplace of somebody who was signed out meanwhile. What was typed is not lost: it goes along
// in a form of its own, to be sent once more by who has signed in again.
#pragma once

#include "http/request.h"
#include "http/response.h"
#include "web/desk.h"
#include "web/view.h"

namespace wegwijzer::web {

// Only for a form that was sent from a page of ours: what somebody else puts in one is shown to nobody.
http::Response sent_too_late(http::Request const& request, View const& view, Desk const& desk);

// What was only pressed, or came with a file: it is to be done once more.
http::Response show_signed_out(http::Request const& request, View const& view);

}  // namespace wegwijzer::web
