// SPDX-License-Identifier: EUPL-1.2
#include "web/for_me.h"

#include "opportunity/welcome.h"
#include "web/help_with_costs.h"
#include "web/parts.h"
#include "web/phrases.h"
#include "web/query.h"

namespace wegwijzer::web {

namespace {

constexpr Metres farthest_way{25'000};  // as the crow flies; beyond it nobody walks or cycles with a child

Html answer(std::string const& question, Html const& said) {
  return said.empty() ? Html() : html("<div><h3>{}</h3>{}</div>", question, said);
}

Html written(View const& view, std::string const& text) {
  return text.empty() ? Html() : html("<p>{}</p>", in_dutch(view, text));
}

// Beside who is there: what it says of them.
Html role_models(View const& view, Offering const& offering) {
  auto const& t = view.language;
  if (offering.role_models.empty()) return {};
  return html("<p>{}</p><ul>{}</ul>",
              t(offering.meets.empty() ? "for_me.role_models" : "for_me.role_models_too"),
              each(offering.role_models,
                   [&](RoleModel one) { return html("<li>{}</li>", choice_phrase(t, "role_model.", one)); }));
}

Html way(View const& view, Offering const& offering, Venue const& venue, OfferingQuery query, Mode mode) {
  query.mode = mode;
  auto const route = view.atlas.streets().route(*query.home, venue.point, profile_of(query));
  if (!route) return {};
  auto const address =
      with_query(view.page("/offerings", offering.id).segment("route"), circumstances_of(query));
  return html(R"(<li><a href="{}">{}</a></li>)", address, travel_phrase(view.language, route->time, mode));
}

Html ways(View const& view, Index<Offering> index, OfferingQuery const& query) {
  auto const& offering = view.atlas.catalogue()[index];
  auto const& place = view.atlas.catalogue().facts(index).venue;
  if (!query.home || !place || offering.where != Where::at_venue) return {};
  auto const& venue = view.atlas.catalogue()[*place];
  if (distance(*query.home, venue.point) > farthest_way) return {};
  auto const both =
      way(view, offering, venue, query, Mode::walk) + way(view, offering, venue, query, Mode::bike);
  return both.empty() ? both : html(R"(<ul class="ways">{}</ul>)", both);
}

Html certificates(View const& view, Organisation const& organisation) {
  auto const& t = view.language;
  if (!organisation.certificates) return {};
  auto const said = t(*organisation.certificates ? "safety.certificates" : "safety.no_certificates");
  auto const when = organisation.certificates_said_on
                        ? t("safety.said_on", {{"date", day_phrase(t, *organisation.certificates_said_on)}})
                        : std::string();
  return html("<p>{} {}</p><p>{}</p>", said, when, t("safety.certificate_is"));
}

Html link(std::optional<Url> const& to, std::string const& label) {
  return to && !label.empty() ? html(R"(<li><a href="{}" rel="noreferrer">{}</a></li>)", *to, label) : Html();
}

Html contact(View const& view, Organisation const& organisation) {
  if (!names_safety_contact(organisation)) return {};
  auto const& t = view.language;
  auto const whom = organisation.safety_contact.empty()
                        ? html("<p>{}</p>", t("safety.contact_unnamed"))
                        : html("<p>{} {}.</p>", t("safety.contact"),
                               proper_name(view, in_dutch(view, organisation.safety_contact)));
  auto const ways = link(Url::telephone(organisation.safety_phone), organisation.safety_phone) +
                    link(Url::mail(organisation.safety_email), organisation.safety_email);
  return ways.empty() ? whom : whom + html(R"(<ul class="ways">{}</ul>)", ways);
}

Html rules(View const& view, Organisation const& organisation) {
  auto const site = Url::website(organisation.safety_rules);
  return site ? html(R"(<p><a href="{}" rel="noreferrer">{}</a></p>)", *site, view.language("safety.rules"))
              : Html();
}

Html pictures(Offering const& offering) {
  if (offering.pictures.all.empty()) return {};
  return html(R"(<div class="pictures">{}</div>)",
              each(offering.pictures.all, [&](Picture const& one) { return picture(one); }));
}

// As long as it counts for how welcoming the activity is.
Html felt_welcome(View const& view, Index<Offering> index) {
  auto const& felt = view.atlas.catalogue().felt_welcome(index);
  auto const parameters =
      view.opportunities ? view.opportunities->model().parameters() : OpportunityParameters();
  if (!still_counting(felt, view.moment.today, parameters)) return {};
  return html("<p>{}</p><p>{}</p>", felt_welcome_phrase(view.language, *felt),
              view.language("for_me.felt_welcome_how"));
}

class Unknown {
 public:
  Unknown(View const& view, Offering const& offering, Organisation const& organisation) : view_(view) {
    add(offering.expect.empty(), "for_me.unknown_expect");
    add(offering.meets.empty(),
        offering.role_models.empty() ? "for_me.unknown_meets" : "for_me.unknown_leader");
    add(offering.role_models.empty(), "for_me.unknown_role_models");
    add(offering.bring.empty(), "for_me.unknown_bring");
    if (!speaks_of_safety(organisation)) return;  // said in its own place
    add(!organisation.certificates, "for_me.unknown_certificates");
    add(!names_safety_contact(organisation), "for_me.unknown_contact");
  }

  Html line(Organisation const& organisation) const {
    if (parts_.empty()) return {};
    auto const& t = view_.language;
    return html(R"(<p class="not-known">{} <a href="{}">{}</a></p>)",
                t("for_me.unknown", {{"what", joined_phrase(t, parts_)}}),
                view_.page("/organisations", organisation.id),
                t("for_me.ask", {{"organisation", organisation.name}}));
  }

 private:
  void add(bool unknown, char const* key) {
    if (unknown) parts_.push_back(view_.language(key));
  }

  View const& view_;
  std::vector<std::string> parts_;
};

}  // namespace

Html safety_statement(View const& view, Organisation const& organisation) {
  auto const& t = view.language;
  if (!speaks_of_safety(organisation)) {
    return html("<p>{}</p><p>{}</p>", t("safety.unknown"), t("safety.what_to_ask"));
  }
  return certificates(view, organisation) + contact(view, organisation) + rules(view, organisation);
}

Html is_it_for_me(View const& view, Index<Offering> index, OfferingQuery const& query) {
  auto const& t = view.language;
  auto const& catalogue = view.atlas.catalogue();
  auto const& offering = catalogue[index];
  auto const& organisation = catalogue[catalogue.facts(index).organisation];
  // At home there is nobody to meet.
  bool const with_others = offering.where != Where::at_home;
  return html(R"(<section class="for-me" aria-labelledby="for-me"><h2 id="for-me">{}</h2>{})"
              R"(<div class="answers">{}</div>{}{}</section>)",
              t("for_me.title"), pictures(offering),
              answer(t("for_me.expect"), written(view, offering.expect)) +
                  answer(t("for_me.meets"), written(view, offering.meets) + role_models(view, offering)) +
                  answer(t("for_me.felt_welcome_title"), felt_welcome(view, index)) +
                  answer(t("for_me.bring"), written(view, offering.bring)) +
                  answer(t("for_me.ways"), ways(view, index, query)) +
                  (with_others ? answer(t("safety.title"), safety_statement(view, organisation)) : Html()),
              with_others ? Unknown(view, offering, organisation).line(organisation) : Html(),
              help_with_costs(view, index));
}

}  // namespace wegwijzer::web
