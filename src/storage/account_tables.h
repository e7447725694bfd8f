// SPDX-License-Identifier: EUPL-1.2
// People, roles, sign-ins and mails in the tables of schema/0012_accounts.sql and
// of those after it.
#pragma once

#include <functional>
#include <memory>

#include "ports/accounts.h"
#include "ports/clock.h"
#include "storage/sqlite.h"

namespace wegwijzer {

std::unique_ptr<Accounts> read_accounts(std::unique_ptr<sqlite::Database> database);
std::unique_ptr<KeptAccounts> change_accounts(std::unique_ptr<sqlite::Database> database, Ids& ids);
// Opens a connection for each call.
std::unique_ptr<Outbox> outbox_of(std::function<std::unique_ptr<sqlite::Database>()> open);

}  // namespace wegwijzer
