// SPDX-License-Identifier: EUPL-1.2
#include "storage/account_tables.h"

#include <sqlite3.h>

#include "base/check.h"

namespace wegwijzer {

namespace {

using accounts::AccountElsewhere;
using accounts::AccountEvent;
using accounts::Draft;
using accounts::EmailAddress;
using accounts::Invitation;
using accounts::Link;
using accounts::LinkedAccount;
using accounts::Mail;
using accounts::Membership;
using accounts::NewAddress;
using accounts::Person;
using accounts::Place;
using accounts::Question;
using accounts::SecondFactor;
using accounts::SecretHash;
using accounts::SignIn;
using sqlite::Database;
using sqlite::Run;

template <class T>
T read_back(Result<T> value) {
  check(value.has_value(), "a value in the store cannot be read back");
  return *std::move(value);
}

template <class Thing>
std::string text_of(std::optional<Id<Thing>> const& id) {
  return id ? text(*id) : std::string();
}

template <class Thing>
std::optional<Id<Thing>> optional_id(std::string const& text) {
  if (text.empty()) return std::nullopt;
  return read_back(Id<Thing>::parse(text));
}

std::string text_of(std::optional<AreaCode> const& area) {
  return area ? area->text() : std::string();
}

std::optional<AreaCode> optional_area(std::string const& text) {
  if (text.empty()) return std::nullopt;
  return read_back(AreaCode::parse(text));
}

// Of three columns side by side: ecosystem, organisation and area.
Place place_of(Run const& row, int column) {
  return {optional_id<Ecosystem>(row.text(column)), optional_id<Organisation>(row.text(column + 1)),
          optional_area(row.text(column + 2))};
}

Person person_of(Run const& row) {
  return {read_back(Id<Person>::parse(row.text(0))), read_back(EmailAddress::parse(row.text(1))), row.text(2),
          row.text(3), read_back(parse_instant(row.text(4)))};
}

Membership membership_of(Run const& row) {
  return read_back(Membership::make(read_back(Id<Person>::parse(row.text(0))),
                                    read_back(parse_choice<accounts::Role>(row.text(1))), place_of(row, 2)));
}

Invitation invitation_of(Run const& row) {
  return {read_back(Id<Invitation>::parse(row.text(0))),
          {row.text(1)},
          read_back(EmailAddress::parse(row.text(2))),
          read_back(parse_choice<accounts::Role>(row.text(3))),
          place_of(row, 4),
          row.text(7),
          read_back(parse_instant(row.text(8))),
          optional_id<Person>(row.text(9))};
}

SignIn sign_in_of(Run const& row) {
  return {read_back(Id<SignIn>::parse(row.text(0))),
          {row.text(1)},
          read_back(Id<Person>::parse(row.text(2))),
          read_back(parse_choice<accounts::Way>(row.text(3))),
          read_back(parse_choice<accounts::Stage>(row.text(4))),
          read_back(parse_instant(row.text(5))),
          read_back(parse_instant(row.text(6))),
          row.text(7)};
}

Draft draft_of(Run const& row) {
  return {read_back(Id<Person>::parse(row.text(0))), row.text(1), row.text(2),
          read_back(parse_instant(row.text(3)))};
}

Mail mail_of(Run const& row) {
  return {read_back(Id<Mail>::parse(row.text(0))),
          read_back(EmailAddress::parse(row.text(1))),
          read_back(parse_choice<accounts::MailKind>(row.text(2))),
          row.text(3),
          row.text(4),
          row.text(5),
          read_back(parse_instant(row.text(6))),
          static_cast<int>(row.number(7))};
}

LinkedAccount linked_account_of(Run const& row) {
  return {{row.text(0), row.text(1)},
          read_back(Id<Person>::parse(row.text(2))),
          read_back(parse_instant(row.text(3)))};
}

NewAddress new_address_of(Run const& row) {
  return {{row.text(0)},
          read_back(Id<Person>::parse(row.text(1))),
          read_back(EmailAddress::parse(row.text(2))),
          read_back(parse_instant(row.text(3)))};
}

class AccountTables : public KeptAccounts {
 public:
  AccountTables(std::unique_ptr<Database> database, Ids* ids) : database_(std::move(database)), ids_(ids) {
    if (ids_) {
      database_->script("BEGIN IMMEDIATE");
    } else {
      database_->script("BEGIN");
    }
  }

  ~AccountTables() override {
    if (!committed_) sqlite3_exec(database_->handle(), "ROLLBACK", nullptr, nullptr, nullptr);
  }

  bool nobody() override {
    return !database_->query("SELECT 1 FROM person UNION ALL SELECT 1 FROM invitation LIMIT 1").step();
  }

  Result<Person> person(Id<Person> id) override {
    auto row = database_->query("SELECT id, mail, name, language, made_at FROM person WHERE id = ?1",
                                std::string_view(text(id)));
    if (!row.step()) return fail(Fault::missing, "account.missing");
    return person_of(row);
  }

  std::optional<Person> person(EmailAddress const& mail) override {
    auto row = database_->query("SELECT id, mail, name, language, made_at FROM person WHERE mail = ?1",
                                std::string_view(mail.text()));
    if (!row.step()) return std::nullopt;
    return person_of(row);
  }

  std::vector<Membership> memberships(Id<Person> person) override {
    auto rows = database_->query(
        "SELECT person_id, role, ecosystem_id, organisation_id, area FROM membership WHERE person_id = ?1 "
        "ORDER BY ecosystem_id, organisation_id, area, role",
        std::string_view(text(person)));
    std::vector<Membership> all;
    while (rows.step()) all.push_back(membership_of(rows));
    return all;
  }

  std::vector<Membership> holders(accounts::Role role, Place const& place) override {
    auto rows = database_->query(
        "SELECT person_id, role, ecosystem_id, organisation_id, area FROM membership "
        "WHERE ecosystem_id = ?1 AND organisation_id = ?2 AND area = ?3 AND role = ?4 ORDER BY person_id",
        std::string_view(text_of(place.ecosystem)), std::string_view(text_of(place.organisation)),
        std::string_view(text_of(place.area)), code(role));
    std::vector<Membership> all;
    while (rows.step()) all.push_back(membership_of(rows));
    return all;
  }

  std::vector<Membership> stewards(Id<Ecosystem> ecosystem) override {
    auto rows = database_->query(
        "SELECT person_id, role, ecosystem_id, organisation_id, area FROM membership "
        "WHERE ecosystem_id = ?1 AND role = ?2 ORDER BY area, person_id",
        std::string_view(text(ecosystem)), code(accounts::Role::steward));
    std::vector<Membership> all;
    while (rows.step()) all.push_back(membership_of(rows));
    return all;
  }

  std::optional<std::string> password_hash(Id<Person> person) override {
    auto row =
        database_->query("SELECT hash FROM password WHERE person_id = ?1", std::string_view(text(person)));
    if (!row.step()) return std::nullopt;
    return row.text(0);
  }

  std::optional<SecondFactor> second_factor(Id<Person> person) override {
    auto row =
        database_->query("SELECT sealed, confirmed_at, last_step FROM second_factor WHERE person_id = ?1",
                         std::string_view(text(person)));
    if (!row.step()) return std::nullopt;
    SecondFactor factor{person, row.text(0), std::nullopt, row.number(2)};
    if (auto const at = row.text(1); !at.empty()) factor.confirmed_at = read_back(parse_instant(at));
    return factor;
  }

  std::set<SecretHash> recovery_codes(Id<Person> person) override {
    auto rows = database_->query("SELECT hash FROM recovery_code WHERE person_id = ?1",
                                 std::string_view(text(person)));
    std::set<SecretHash> all;
    while (rows.step()) all.insert({rows.text(0)});
    return all;
  }

  std::optional<SignIn> sign_in(SecretHash const& token) override {
    auto row = database_->query(
        "SELECT id, token, person_id, way, stage, began, seen, device FROM sign_in WHERE token = ?1",
        std::string_view(token.text));
    if (!row.step()) return std::nullopt;
    return sign_in_of(row);
  }

  std::vector<SignIn> sign_ins(Id<Person> person) override {
    auto rows = database_->query(
        "SELECT id, token, person_id, way, stage, began, seen, device FROM sign_in WHERE person_id = ?1 "
        "ORDER BY id",
        std::string_view(text(person)));
    std::vector<SignIn> all;
    while (rows.step()) all.push_back(sign_in_of(rows));
    return all;
  }

  std::optional<Invitation> invitation(SecretHash const& token) override {
    auto row = database_->query(
        "SELECT id, token, mail, role, ecosystem_id, organisation_id, area, language, ends, invited_by FROM "
        "invitation WHERE token = ?1",
        std::string_view(token.text));
    if (!row.step()) return std::nullopt;
    return invitation_of(row);
  }

  std::vector<Invitation> invitations(Place const& place) override {
    auto rows = database_->query(
        "SELECT id, token, mail, role, ecosystem_id, organisation_id, area, language, ends, invited_by FROM "
        "invitation WHERE ecosystem_id = ?1 AND organisation_id = ?2 AND area = ?3 ORDER BY id",
        std::string_view(text_of(place.ecosystem)), std::string_view(text_of(place.organisation)),
        std::string_view(text_of(place.area)));
    std::vector<Invitation> all;
    while (rows.step()) all.push_back(invitation_of(rows));
    return all;
  }

  int invitations_sent(Id<Person> by, Instant since) override {
    auto row = database_->query("SELECT count(*) FROM invitation_sent WHERE person_id = ?1 AND sent_at > ?2",
                                std::string_view(text(by)), std::string_view(text(since)));
    row.step();
    return static_cast<int>(row.number(0));
  }

  std::optional<Link> link(SecretHash const& token) override {
    auto row = database_->query("SELECT person_id, ends FROM sign_in_link WHERE token = ?1",
                                std::string_view(token.text));
    if (!row.step()) return std::nullopt;
    return Link{token, read_back(Id<Person>::parse(row.text(0))), read_back(parse_instant(row.text(1)))};
  }

  std::optional<LinkedAccount> linked(AccountElsewhere const& account) override {
    auto row = database_->query(
        "SELECT issuer, subject, person_id, linked_at FROM linked_account WHERE issuer = ?1 AND subject = ?2",
        std::string_view(account.issuer), std::string_view(account.subject));
    if (!row.step()) return std::nullopt;
    return linked_account_of(row);
  }

  std::vector<LinkedAccount> linked_accounts(Id<Person> person) override {
    auto rows = database_->query(
        "SELECT issuer, subject, person_id, linked_at FROM linked_account WHERE person_id = ?1 "
        "ORDER BY linked_at, issuer, subject",
        std::string_view(text(person)));
    std::vector<LinkedAccount> all;
    while (rows.step()) all.push_back(linked_account_of(rows));
    return all;
  }

  std::vector<Mail> mails_waiting() override {
    auto rows = database_->query(
        "SELECT id, receiver, kind, language, sealed_token, about, written_at, tries FROM mail "
        "WHERE state IN ('waiting', 'taken') ORDER BY id");
    std::vector<Mail> all;
    while (rows.step()) all.push_back(mail_of(rows));
    return all;
  }

  void save(Person const& person) override {
    database_->run(
        "INSERT INTO person (id, mail, name, language, made_at) VALUES (?1, ?2, ?3, ?4, ?5) "
        "ON CONFLICT (id) DO UPDATE SET mail = excluded.mail, name = excluded.name, language = "
        "excluded.language",
        std::string_view(text(person.id)), std::string_view(person.mail.text()),
        std::string_view(person.name), std::string_view(person.language),
        std::string_view(text(person.made_at)));
  }

  void erase(Id<Person> person) override {
    auto const id = text(person);
    database_->run(
        "DELETE FROM mail WHERE person_id = ?1 OR receiver = (SELECT mail FROM person WHERE id = ?1)",
        std::string_view(id));
    database_->run("DELETE FROM account_event WHERE person_id = ?1", std::string_view(id));
    remove_new_address(person);
    database_->run(
        "DELETE FROM invitation WHERE invited_by = ?1 OR mail = (SELECT mail FROM person WHERE id = ?1)",
        std::string_view(id));
    database_->run("DELETE FROM invitation_sent WHERE person_id = ?1", std::string_view(id));
    remove_second_factor(person);
    remove_links(person);
    database_->run("DELETE FROM linked_account WHERE person_id = ?1", std::string_view(id));
    database_->run("DELETE FROM password WHERE person_id = ?1", std::string_view(id));
    database_->run("DELETE FROM sign_in WHERE person_id = ?1", std::string_view(id));
    database_->run("DELETE FROM membership WHERE person_id = ?1", std::string_view(id));
    database_->run("DELETE FROM draft WHERE person_id = ?1", std::string_view(id));
    database_->run("DELETE FROM question WHERE person_id = ?1", std::string_view(id));
    erase_contacts_of(id);
    database_->run("DELETE FROM person WHERE id = ?1", std::string_view(id));
  }

  void add(Membership const& one) override {
    database_->run(
        "INSERT INTO membership (person_id, role, ecosystem_id, organisation_id, area) "
        "VALUES (?1, ?2, ?3, ?4, ?5) "
        "ON CONFLICT (person_id, role, ecosystem_id, organisation_id, area) DO NOTHING",
        std::string_view(text(one.person())), code(one.role()),
        std::string_view(text_of(one.place().ecosystem)), std::string_view(text_of(one.place().organisation)),
        std::string_view(text_of(one.place().area)));
  }

  void remove(Membership const& one) override {
    database_->run(
        "DELETE FROM membership WHERE person_id = ?1 AND role = ?2 AND ecosystem_id = ?3 AND organisation_id "
        "= ?4 AND area = ?5",
        std::string_view(text(one.person())), code(one.role()),
        std::string_view(text_of(one.place().ecosystem)), std::string_view(text_of(one.place().organisation)),
        std::string_view(text_of(one.place().area)));
  }

  void save_password(Id<Person> person, std::string const& hash) override {
    database_->run(
        "INSERT INTO password (person_id, hash) VALUES (?1, ?2) "
        "ON CONFLICT (person_id) DO UPDATE SET hash = excluded.hash",
        std::string_view(text(person)), std::string_view(hash));
  }

  void save(SecondFactor const& factor) override {
    database_->run(
        "INSERT INTO second_factor (person_id, sealed, confirmed_at, last_step) VALUES (?1, ?2, ?3, ?4) "
        "ON CONFLICT (person_id) DO UPDATE SET sealed = excluded.sealed, confirmed_at = "
        "excluded.confirmed_at, last_step = excluded.last_step",
        std::string_view(text(factor.person)), std::string_view(factor.sealed),
        std::string_view(factor.confirmed_at ? text(*factor.confirmed_at) : std::string()), factor.last_step);
  }

  void remove_second_factor(Id<Person> person) override {
    database_->run("DELETE FROM recovery_code WHERE person_id = ?1", std::string_view(text(person)));
    database_->run("DELETE FROM second_factor WHERE person_id = ?1", std::string_view(text(person)));
  }

  void save_recovery_codes(Id<Person> person, std::set<SecretHash> const& codes) override {
    database_->run("DELETE FROM recovery_code WHERE person_id = ?1", std::string_view(text(person)));
    for (auto const& one : codes) {
      database_->run("INSERT INTO recovery_code (person_id, hash) VALUES (?1, ?2)",
                     std::string_view(text(person)), std::string_view(one.text));
    }
  }

  void save(SignIn const& one) override {
    database_->run(
        "INSERT INTO sign_in (id, token, person_id, way, stage, began, seen, device) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) "
        "ON CONFLICT (id) DO UPDATE SET stage = excluded.stage, seen = excluded.seen",
        std::string_view(text(one.id)), std::string_view(one.token.text), std::string_view(text(one.person)),
        code(one.way), code(one.stage), std::string_view(text(one.began)), std::string_view(text(one.seen)),
        std::string_view(one.device));
  }

  void remove(Id<SignIn> sign_in) override {
    database_->run("DELETE FROM sign_in WHERE id = ?1", std::string_view(text(sign_in)));
  }

  void add(Invitation const& one, Instant now) override {
    if (one.invited_by) {
      database_->run("INSERT INTO invitation_sent (person_id, sent_at) VALUES (?1, ?2)",
                     std::string_view(text(*one.invited_by)), std::string_view(text(now)));
    }
    database_->run(
        "INSERT INTO invitation (id, token, mail, role, ecosystem_id, organisation_id, area, language, ends, "
        "invited_by) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        std::string_view(text(one.id)), std::string_view(one.token.text), std::string_view(one.mail.text()),
        code(one.role), std::string_view(text_of(one.place.ecosystem)),
        std::string_view(text_of(one.place.organisation)), std::string_view(text_of(one.place.area)),
        std::string_view(one.language), std::string_view(text(one.ends)),
        std::string_view(text_of(one.invited_by)));
  }

  void remove(Id<Invitation> invitation) override {
    database_->run("DELETE FROM invitation WHERE id = ?1", std::string_view(text(invitation)));
  }

  void add(Link const& one) override {
    database_->run("INSERT INTO sign_in_link (token, person_id, ends) VALUES (?1, ?2, ?3)",
                   std::string_view(one.token.text), std::string_view(text(one.person)),
                   std::string_view(text(one.ends)));
  }

  void remove_links(Id<Person> person) override {
    database_->run("DELETE FROM sign_in_link WHERE person_id = ?1", std::string_view(text(person)));
  }

  std::optional<Question> question(SecretHash const& token) override {
    auto row = database_->query(
        "SELECT person_id, ecosystem_id, organisation_id, '', asked_at, ends FROM question WHERE token = ?1",
        std::string_view(token.text));
    if (!row.step()) return std::nullopt;
    return Question{token, read_back(Id<Person>::parse(row.text(0))), place_of(row, 1),
                    read_back(parse_instant(row.text(4))), read_back(parse_instant(row.text(5)))};
  }

  std::optional<Instant> last_asked(Place const& organisation) override {
    auto row = database_->query("SELECT asked_at FROM asked WHERE ecosystem_id = ?1 AND organisation_id = ?2",
                                std::string_view(text_of(organisation.ecosystem)),
                                std::string_view(text_of(organisation.organisation)));
    if (!row.step()) return std::nullopt;
    return read_back(parse_instant(row.text(0)));
  }

  void add(Question const& one) override {
    database_->run(
        "INSERT INTO question (token, person_id, ecosystem_id, organisation_id, asked_at, ends) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        std::string_view(one.token.text), std::string_view(text(one.person)),
        std::string_view(text_of(one.about.ecosystem)), std::string_view(text_of(one.about.organisation)),
        std::string_view(text(one.asked_at)), std::string_view(text(one.ends)));
    database_->run(
        "INSERT INTO asked (ecosystem_id, organisation_id, asked_at) VALUES (?1, ?2, ?3) "
        "ON CONFLICT (ecosystem_id, organisation_id) DO UPDATE SET asked_at = excluded.asked_at",
        std::string_view(text_of(one.about.ecosystem)), std::string_view(text_of(one.about.organisation)),
        std::string_view(text(one.asked_at)));
  }

  void remove(Question const& one) override {
    database_->run("DELETE FROM question WHERE token = ?1", std::string_view(one.token.text));
  }

  std::optional<Draft> draft(Id<Person> person, std::string_view subject) override {
    auto row = database_->query(
        "SELECT person_id, subject, form, saved_at FROM draft WHERE person_id = ?1 AND subject = ?2",
        std::string_view(text(person)), subject);
    if (!row.step()) return std::nullopt;
    return draft_of(row);
  }

  std::vector<Draft> drafts(Id<Person> person) override {
    auto rows = database_->query(
        "SELECT person_id, subject, form, saved_at FROM draft WHERE person_id = ?1 ORDER BY subject",
        std::string_view(text(person)));
    std::vector<Draft> all;
    while (rows.step()) all.push_back(draft_of(rows));
    return all;
  }

  void save(Draft const& draft) override {
    database_->run(
        "INSERT INTO draft (person_id, subject, form, saved_at) VALUES (?1, ?2, ?3, ?4) "
        "ON CONFLICT (person_id, subject) DO UPDATE SET form = excluded.form, saved_at = excluded.saved_at",
        std::string_view(text(draft.person)), std::string_view(draft.subject), std::string_view(draft.form),
        std::string_view(text(draft.saved_at)));
  }

  void remove_draft(Id<Person> person, std::string_view subject) override {
    database_->run("DELETE FROM draft WHERE person_id = ?1 AND subject = ?2", std::string_view(text(person)),
                   subject);
  }

  void add(LinkedAccount const& one) override {
    database_->run(
        "INSERT INTO linked_account (issuer, subject, person_id, linked_at) VALUES (?1, ?2, ?3, ?4)",
        std::string_view(one.account.issuer), std::string_view(one.account.subject),
        std::string_view(text(one.person)), std::string_view(text(one.linked_at)));
  }

  void remove(AccountElsewhere const& account) override {
    database_->run("DELETE FROM linked_account WHERE issuer = ?1 AND subject = ?2",
                   std::string_view(account.issuer), std::string_view(account.subject));
  }

  std::optional<NewAddress> new_address(SecretHash const& token) override {
    auto row = database_->query("SELECT token, person_id, mail, ends FROM new_address WHERE token = ?1",
                                std::string_view(token.text));
    if (!row.step()) return std::nullopt;
    return new_address_of(row);
  }

  std::optional<NewAddress> new_address(Id<Person> person) override {
    auto row = database_->query("SELECT token, person_id, mail, ends FROM new_address WHERE person_id = ?1",
                                std::string_view(text(person)));
    if (!row.step()) return std::nullopt;
    return new_address_of(row);
  }

  void save(NewAddress const& one) override {
    database_->run(
        "INSERT INTO new_address (token, person_id, mail, ends) VALUES (?1, ?2, ?3, ?4) "
        "ON CONFLICT (person_id) DO UPDATE SET token = excluded.token, mail = excluded.mail, ends = "
        "excluded.ends",
        std::string_view(one.token.text), std::string_view(text(one.person)),
        std::string_view(one.mail.text()), std::string_view(text(one.ends)));
  }

  void remove_new_address(Id<Person> person) override {
    database_->run("DELETE FROM new_address WHERE person_id = ?1", std::string_view(text(person)));
  }

  std::vector<AccountEvent> events(Id<Person> person) override {
    auto rows = database_->query("SELECT at, step FROM account_event WHERE person_id = ?1 ORDER BY at",
                                 std::string_view(text(person)));
    std::vector<AccountEvent> all;
    while (rows.step()) {
      all.push_back({person, read_back(parse_instant(rows.text(0))),
                     read_back(parse_choice<accounts::AccountStep>(rows.text(1)))});
    }
    return all;
  }

  void add(AccountEvent const& one) override {
    database_->run("INSERT INTO account_event (person_id, at, step) VALUES (?1, ?2, ?3)",
                   std::string_view(text(one.person)), std::string_view(text(one.at)), code(one.step));
  }

  void forget_what_was_mailed(Person const& person) override {
    auto const id = text(person.id);
    auto const& mail = person.mail.text();
    remove_links(person.id);
    database_->run("DELETE FROM question WHERE person_id = ?1", std::string_view(id));
    database_->run("DELETE FROM invitation WHERE mail = ?1", std::string_view(mail));
    database_->run("DELETE FROM mail WHERE receiver = ?1 AND sealed_token <> ''", std::string_view(mail));
    database_->run("UPDATE mail SET person_id = ?1 WHERE receiver = ?2", std::string_view(id),
                   std::string_view(mail));
  }

  void forget_what_ended(Instant now) override {
    database_->run("DELETE FROM new_address WHERE ends <= ?1", std::string_view(text(now)));
    database_->run("DELETE FROM account_event WHERE at <= ?1",
                   std::string_view(text(now - accounts::events_kept_for)));
    database_->run("DELETE FROM question WHERE ends <= ?1", std::string_view(text(now)));
    database_->run("DELETE FROM draft WHERE saved_at <= ?1",
                   std::string_view(text(now - accounts::draft_kept_for)));
    database_->run("DELETE FROM invitation WHERE ends <= ?1", std::string_view(text(now)));
    database_->run("DELETE FROM invitation_sent WHERE sent_at <= ?1",
                   std::string_view(text(now - accounts::day_of_invitations)));
    database_->run("DELETE FROM sign_in_link WHERE ends <= ?1", std::string_view(text(now)));
    database_->run("DELETE FROM sign_in WHERE seen <= ?1 OR began <= ?2",
                   std::string_view(text(now - accounts::longest_idle)),
                   std::string_view(text(now - accounts::longest_sign_in)));
  }

  void forget_all_secrets() override {
    database_->run("DELETE FROM mail WHERE sealed_token <> ''");
    database_->run("DELETE FROM invitation");
    database_->run("DELETE FROM sign_in_link");
    database_->run("DELETE FROM new_address");
    database_->run("DELETE FROM sign_in");
    database_->run("DELETE FROM recovery_code");
    database_->run("DELETE FROM second_factor");
    database_->run("DELETE FROM password");
  }

  void write(Mail const& one) override {
    database_->run(
        "INSERT INTO mail (id, receiver, kind, language, sealed_token, about, written_at, state, tries, "
        "next_at, person_id) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 'waiting', 0, ?7, ?8)",
        std::string_view(text(one.id)), std::string_view(one.to.text()), code(one.kind),
        std::string_view(one.language), std::string_view(one.sealed_token), std::string_view(one.about),
        std::string_view(text(one.written_at)), std::string_view(text_of(one.whose)));
  }

  void forget_contact_mails(EmailAddress const& to, std::string_view list) override {
    database_->run(
        "DELETE FROM mail WHERE receiver = ?1 AND kind IN ('contact_consent', 'contact_confirmed', "
        "'contact_changed', 'contact_yearly') AND substr(about, 1, length(?2) + 1) = ?2 || char(10)",
        std::string_view(to.text()), list);
  }

  void as_if_written(Mail const& one) override {
    write(one);
    database_->run("DELETE FROM mail WHERE id = ?1", std::string_view(text(one.id)));
  }

  void commit() override {
    database_->script("COMMIT");
    committed_ = true;
  }

 protected:
  Uuid next_uuid() override {
    check(ids_, "only who changes accounts makes new ones");
    return ids_->next();
  }

 private:
  // Of every ecosystem, in the same transaction: who erases an account has nothing left to look after.
  void erase_contacts_of(std::string const& person) {
    database_->run(
        "DELETE FROM contact_link WHERE EXISTS (SELECT 1 FROM contact JOIN person ON person.mail = "
        "contact.email "
        "WHERE person.id = ?1 AND contact.ecosystem_id = contact_link.ecosystem_id AND contact.id = "
        "contact_link.contact)",
        std::string_view(person));
    database_->run("DELETE FROM contact WHERE email = (SELECT mail FROM person WHERE id = ?1)",
                   std::string_view(person));
  }

  std::unique_ptr<Database> database_;
  Ids* ids_;
  bool committed_ = false;
};

class MailTable : public Outbox {
 public:
  explicit MailTable(std::function<std::unique_ptr<Database>()> open) : open_(std::move(open)) {}

  std::optional<Mail> take(Instant now) override {
    auto const database = open_();
    auto row = database->query(
        "UPDATE mail SET state = 'taken', tries = tries + 1 WHERE id = (SELECT id FROM mail "
        "WHERE state = 'waiting' AND next_at <= ?1 ORDER BY next_at, id LIMIT 1) "
        "RETURNING id, receiver, kind, language, sealed_token, about, written_at, tries",
        std::string_view(text(now)));
    if (!row.step()) return std::nullopt;
    auto const taken = mail_of(row);
    check(!row.step(), "one mail is taken at a time");
    return taken;
  }

  void sent(Id<Mail> mail) override {
    open_()->run("UPDATE mail SET state = 'sent', sealed_token = '' WHERE id = ?1",
                 std::string_view(text(mail)));
  }

  void try_again(Id<Mail> mail, Instant at) override {
    open_()->run("UPDATE mail SET state = 'waiting', next_at = ?2 WHERE id = ?1",
                 std::string_view(text(mail)), std::string_view(text(at)));
  }

  void give_up(Id<Mail> mail) override {
    open_()->run("UPDATE mail SET state = 'given_up', sealed_token = '' WHERE id = ?1",
                 std::string_view(text(mail)));
  }

  void forget_sent(Instant until) override {
    open_()->run("DELETE FROM mail WHERE state IN ('sent', 'given_up') AND written_at <= ?1",
                 std::string_view(text(until)));
  }

  int put_back_taken() override {
    auto const database = open_();
    database->run("UPDATE mail SET state = 'waiting' WHERE state = 'taken'");
    return sqlite3_changes(database->handle());
  }

 private:
  std::function<std::unique_ptr<Database>()> open_;
};

}  // namespace

std::unique_ptr<Accounts> read_accounts(std::unique_ptr<Database> database) {
  return std::make_unique<AccountTables>(std::move(database), nullptr);
}

std::unique_ptr<KeptAccounts> change_accounts(std::unique_ptr<Database> database, Ids& ids) {
  return std::make_unique<AccountTables>(std::move(database), &ids);
}

std::unique_ptr<Outbox> outbox_of(std::function<std::unique_ptr<Database>()> open) {
  return std::make_unique<MailTable>(std::move(open));
}

}  // namespace wegwijzer
