// SPDX-License-Identifier: EUPL-1.2
// What the two pages about opportunities say, in the visitor's language: the sentences and numbers that the
// layer print puts on paper.
#pragma once

#include <optional>

#include "print/report.h"
#include "usecases/opportunity/report.h"
#include "web/view.h"

namespace wegwijzer::web {

struct ReportAsk {
  Index<Area> area;
  ChildWish child;
};

// Of a buurt or wijk, with at most so many changes as it should tell of.
print::Report report_text(View const& view, ReportAsk const& ask, OpportunityReport const& report);

// Of a gemeente: who has least, with the report of that area. There is at least one area.
print::Report overview_text(View const& view, ReportAsk const& ask, OpportunityOverview const& overview,
                            OpportunityReport const& least);

}  // namespace wegwijzer::web
