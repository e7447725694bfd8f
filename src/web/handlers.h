// SPDX-License-Identifier: EUPL-1.2
// Every page and API call, each a plain function that can be tested without a socket. web/routes.cc says
// which path leads to which.
#pragma once

#include <string>
#include <vector>

#include "http/request.h"
#include "http/response.h"
#include "ports/clock.h"
#include "ports/store.h"
#include "web/view.h"

namespace wegwijzer::web {

// The parts of the path that stand for {…} in the pattern, in order.
using PathArguments = std::vector<std::string>;

using Showing = http::Response(http::Request const&, View const&, PathArguments const&);

namespace pages {
Showing home, ecosystem, offerings, offering, offering_calendar, organisations, organisation, venue, areas,
    area, about, children, teachers, privacy, accessibility, joining_in, offering_route, correction_form,
    correction_thanks, missing_form, network, facts, learning_route, style_guide, area_flyer, venue_flyer,
    offerings_flyer, calendar, qr_code, short_way, embedding, embedded_offerings, embed_script, theme,
    opportunities, opportunity, opportunity_table, opportunity_paper, opportunity_offering,
    opportunity_compare, opportunity_paths, opportunity_paths_table, inequality_story, inequality_summary,
    opportunity_figures, opportunity_method, opportunity_method_json, completeness, completeness_of_area,
    completeness_csv, questions, questions_csv;
}

namespace api {
Showing offerings, offering, next_steps, organisations, organisation, venues, areas, area, themes, places,
    suggestions, openapi, ecosystems, collaborations, channels, learning_routes, step_edges, facts, reach,
    opportunity, opportunities, inequality, completeness, questions;
}

// Not in a language of people, so outside pages and API.
namespace map {
Showing tile, style, picture, places;
}

// For search engines.
namespace crawlers {
Showing robots, sitemap_index, sitemap;
}

// What is not in the atlas is fetched from the store, and shown to everybody alike.
using Fetching = http::Response(http::Request const&, View const&, PathArguments const&, Store&);

namespace pages {
Fetching picture, open_data, open_data_file, opportunity_releases, release_figures, release_method,
    release_parameters, release_funnel, release_draws, compared_releases, compared_releases_table,
    public_knowledge, public_knowledge_page;
}

// Who signs in or has.
struct Desk;
using Signing = http::Response(http::Request const&, View const&, Desk const&);

namespace pages {
Signing sign_in, ask_link, link_page, come_in_by_link, password_form, come_in_by_password, code_form,
    show_code, invitation, accept, sign_out, mails_on_trial, account, save_name, save_password, end_other,
    leave_role, colleagues, invite_other, withdraw, take_role_away, end_sign_ins_of, reset_factor,
    own_data_file, erasing, erase, second_factor, second_factor_picture, put_on_second_factor, renew_codes,
    new_address, ask_for_new_address, withdraw_new_address, confirm_new_address, move_to_new_address,
    still_right, say_still_right, sign_in_with, back_from_elsewhere, link_elsewhere, unlink_elsewhere,
    signed_out, sign_out_with;
}

// Records in the hands of who keeps them: each looks for itself whether they may.
using Working = http::Response(http::Request const&, View const&, Desk const&, PathArguments const&);

namespace pages {
Working work, work_organisation, confirm_all, archive_offering, restore_offering, confirm_offering,
    save_places, edit_offering, change_offering, begin_offering, make_offering, save_draft, drop_own_draft,
    offering_sessions, change_sessions, record_history, offering_for_everybody, work_steps, decide_on_step,
    offering_pictures, change_pictures, offering_picture, propose_next_step, organisation_about,
    change_organisation, map_home, map_area, map_stewards, map_table, keep_view, forget_view, map_bulk,
    map_changes, undo_map_change, map_record, change_map_record, new_map_record, make_map_record,
    confirm_map_record, map_sheet_csv, map_sheet, read_map_sheet, keep_map_sheet, map_conflicts,
    decide_map_conflicts, map_compare, work_duplicates, say_duplicates_are_two, look_at_duplicates_again,
    work_merge, merge_duplicates, undo_merge, map_landscape, publishing, publish_version, work_suggestions,
    decide_on_suggestion, new_from_suggestion, make_from_suggestion, work_asking, ask_by_mail,
    question_by_mail, answer_by_mail, contact_list, contact_file, new_contact, enter_contact, own_entry,
    put_on_list, contact_form, change_contact, erase_contact, ask_contact, own_contact, change_own_contact,
    work_hubs, work_hub, asking_hub, ask_a_hub, work_question, answer_question_here, step_with_question,
    new_knowledge, make_knowledge_page, work_knowledge, edit_knowledge, change_knowledge_page,
    step_with_knowledge, work_notices, notices_on_paper, new_notice, make_notice, work_notice, edit_notice,
    change_a_notice, step_with_notice, reply_to_notice;
}

// What changes something gets the store beside the view.
using Changing = http::Response(http::Request const&, View const&, Store&);

namespace pages {
Changing leave_correction, leave_missing;
}

}  // namespace wegwijzer::web
