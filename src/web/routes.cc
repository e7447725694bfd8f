// SPDX-License-Identifier: EUPL-1.2
#include "web/routes.h"

namespace wegwijzer::web {

namespace {

using http::Method;

// A page is also at /en/…; under /api/v1 the same nouns give JSON. assets/api/openapi.json lists the API, a
// test compares.
constexpr Route table[] = {
    {Method::get, "/", WhoMay::visitor, pages::home},
    {Method::get, "/e/{slug}", WhoMay::visitor, pages::ecosystem},
    {Method::get, "/e/{slug}/network", WhoMay::visitor, pages::network},
    {Method::get, "/e/{slug}/facts", WhoMay::visitor, pages::facts},
    {Method::get, "/e/{slug}/completeness", WhoMay::visitor, pages::completeness},
    {Method::get, "/e/{slug}/completeness.csv", WhoMay::visitor, pages::completeness_csv},
    {Method::get, "/e/{slug}/completeness/{area}", WhoMay::visitor, pages::completeness_of_area},
    {Method::get, "/e/{slug}/questions", WhoMay::visitor, pages::questions},
    {Method::get, "/e/{slug}/questions.csv", WhoMay::visitor, pages::questions_csv},
    {Method::get, "/e/{slug}/theme.css", WhoMay::visitor, pages::theme},
    {Method::get, "/routes/{id}", WhoMay::visitor, pages::learning_route},
    {Method::get, "/offerings", WhoMay::visitor, pages::offerings},
    {Method::get, "/offerings/flyer.pdf", WhoMay::visitor, pages::offerings_flyer},
    {Method::get, "/offerings/{id}", WhoMay::visitor, pages::offering},
    {Method::get, "/offerings/{id}/calendar.ics", WhoMay::visitor, pages::offering_calendar},
    {Method::get, "/offerings/{id}/route", WhoMay::visitor, pages::offering_route},
    {Method::get, "/organisations", WhoMay::visitor, pages::organisations},
    {Method::get, "/organisations/{id}", WhoMay::visitor, pages::organisation},
    {Method::get, "/venues/{id}", WhoMay::visitor, pages::venue},
    {Method::get, "/venues/{id}/flyer.pdf", WhoMay::visitor, pages::venue_flyer},
    {Method::get, "/areas", WhoMay::visitor, pages::areas},
    {Method::get, "/areas/{code}", WhoMay::visitor, pages::area},
    {Method::get, "/areas/{code}/flyer.pdf", WhoMay::visitor, pages::area_flyer},
    {Method::get, "/opportunity", WhoMay::visitor, pages::opportunities},
    {Method::get, "/opportunity/{code}", WhoMay::visitor, pages::opportunity},
    {Method::get, "/opportunity/{code}/table.csv", WhoMay::visitor, pages::opportunity_table},
    {Method::get, "/opportunity/{code}/report.pdf", WhoMay::visitor, pages::opportunity_paper},
    {Method::get, "/opportunity/{code}/paths", WhoMay::visitor, pages::opportunity_paths},
    {Method::get, "/opportunity/{code}/paths.csv", WhoMay::visitor, pages::opportunity_paths_table},
    {Method::get, "/opportunity/{code}/least", WhoMay::visitor, pages::inequality_story},
    {Method::get, "/opportunity/{code}/why", WhoMay::visitor, pages::inequality_story},
    {Method::get, "/opportunity/{code}/sure", WhoMay::visitor, pages::inequality_story},
    {Method::get, "/opportunity/{code}/change", WhoMay::visitor, pages::inequality_story},
    {Method::get, "/opportunity/{code}/summary.pdf", WhoMay::visitor, pages::inequality_summary},
    {Method::get, "/opportunity/{code}/compare", WhoMay::visitor, pages::opportunity_compare},
    {Method::get, "/opportunity/{code}/figures.csv", WhoMay::visitor, pages::opportunity_figures},
    {Method::get, "/opportunity/{code}/method", WhoMay::visitor, pages::opportunity_method},
    {Method::get, "/opportunity/{code}/method.json", WhoMay::visitor, pages::opportunity_method_json},
    {Method::get, "/opportunity/{code}/releases", WhoMay::visitor, pages::opportunity_releases},
    {Method::get, "/opportunity/{code}/releases/compare", WhoMay::visitor, pages::compared_releases},
    {Method::get, "/opportunity/{code}/releases/compare.csv", WhoMay::visitor,
     pages::compared_releases_table},
    {Method::get, "/opportunity/{code}/releases/{id}/figures.csv", WhoMay::visitor, pages::release_figures},
    {Method::get, "/opportunity/{code}/releases/{id}/method.json", WhoMay::visitor, pages::release_method},
    {Method::get, "/opportunity/{code}/releases/{id}/parameters.csv", WhoMay::visitor,
     pages::release_parameters},
    {Method::get, "/opportunity/{code}/releases/{id}/funnel.csv", WhoMay::visitor, pages::release_funnel},
    {Method::get, "/opportunity/{code}/releases/{id}/draws.csv", WhoMay::visitor, pages::release_draws},
    {Method::get, "/opportunity/{code}/offerings/{id}", WhoMay::visitor, pages::opportunity_offering},
    {Method::get, "/calendar.ics", WhoMay::visitor, pages::calendar},
    {Method::get, "/k/{code}", WhoMay::visitor, pages::short_way},
    {Method::get, "/qr.svg", WhoMay::visitor, pages::qr_code},
    {Method::get, "/embed", WhoMay::visitor, pages::embedding},
    {Method::get, "/embed/offerings", WhoMay::visitor, pages::embedded_offerings},
    {Method::get, "/embed.js", WhoMay::visitor, pages::embed_script},
    {Method::get, "/children", WhoMay::visitor, pages::children},
    {Method::get, "/teachers", WhoMay::visitor, pages::teachers},
    {Method::get, "/about", WhoMay::visitor, pages::about},
    {Method::get, "/privacy", WhoMay::visitor, pages::privacy},
    {Method::get, "/accessibility", WhoMay::visitor, pages::accessibility},
    {Method::get, "/join", WhoMay::visitor, pages::joining_in},
    {Method::get, "/stijl", WhoMay::visitor, pages::style_guide},
    {Method::get, "/corrections", WhoMay::visitor, pages::correction_form},
    {Method::post, "/corrections", WhoMay::visitor, pages::leave_correction},
    {Method::get, "/corrections/thanks", WhoMay::visitor, pages::correction_thanks},

    {Method::get, "/pictures/{name}", WhoMay::visitor, pages::picture},

    {Method::get, "/robots.txt", WhoMay::visitor, crawlers::robots},
    {Method::get, "/sitemap.xml", WhoMay::visitor, crawlers::sitemap_index},
    {Method::get, "/sitemaps/{number}.xml", WhoMay::visitor, crawlers::sitemap},

    {Method::get, "/map/style.json", WhoMay::visitor, map::style},
    {Method::get, "/map/picture.svg", WhoMay::visitor, map::picture},
    {Method::get, "/map/places.json", WhoMay::visitor, map::places},
    {Method::get, "/map/{version}/{z}/{x}/{y}.mvt", WhoMay::visitor, map::tile},

    {Method::get, "/api/v1/openapi.json", WhoMay::visitor, api::openapi},
    {Method::get, "/api/v1/ecosystems", WhoMay::visitor, api::ecosystems},
    {Method::get, "/api/v1/ecosystems/{slug}/collaborations", WhoMay::visitor, api::collaborations},
    {Method::get, "/api/v1/ecosystems/{slug}/channels", WhoMay::visitor, api::channels},
    {Method::get, "/api/v1/ecosystems/{slug}/routes", WhoMay::visitor, api::learning_routes},
    {Method::get, "/api/v1/ecosystems/{slug}/next-steps", WhoMay::visitor, api::step_edges},
    {Method::get, "/api/v1/ecosystems/{slug}/facts", WhoMay::visitor, api::facts},
    {Method::get, "/api/v1/ecosystems/{slug}/completeness", WhoMay::visitor, api::completeness},
    {Method::get, "/api/v1/ecosystems/{slug}/questions", WhoMay::visitor, api::questions},
    {Method::get, "/api/v1/offerings", WhoMay::visitor, api::offerings},
    {Method::get, "/api/v1/offerings/{id}", WhoMay::visitor, api::offering},
    {Method::get, "/api/v1/offerings/{id}/next-steps", WhoMay::visitor, api::next_steps},
    {Method::get, "/api/v1/organisations", WhoMay::visitor, api::organisations},
    {Method::get, "/api/v1/organisations/{id}", WhoMay::visitor, api::organisation},
    {Method::get, "/api/v1/venues", WhoMay::visitor, api::venues},
    {Method::get, "/api/v1/areas", WhoMay::visitor, api::areas},
    {Method::get, "/api/v1/areas/{code}", WhoMay::visitor, api::area},
    {Method::get, "/api/v1/areas/{code}/opportunity", WhoMay::visitor, api::opportunity},
    {Method::get, "/api/v1/areas/{code}/opportunities", WhoMay::visitor, api::opportunities},
    {Method::get, "/api/v1/areas/{code}/inequality", WhoMay::visitor, api::inequality},
    {Method::get, "/api/v1/themes", WhoMay::visitor, api::themes},
    {Method::get, "/api/v1/places", WhoMay::visitor, api::places},
    {Method::get, "/api/v1/reach", WhoMay::visitor, api::reach},
    {Method::get, "/api/v1/suggestions", WhoMay::visitor, api::suggestions},
};

}  // namespace

std::span<Route const> routes() {
  return table;
}

}  // namespace wegwijzer::web
