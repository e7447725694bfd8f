// SPDX-License-Identifier: EUPL-1.2
#include "print/report.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "print/report_section.h"

namespace wegwijzer::print {

namespace {

constexpr std::array letters_with_all_rows{10.0, 9.5, 9.0, 8.5};
constexpr std::array letters_with_less{8.5, 8.0, 7.5, 7.0};
constexpr double between_bands = 13;
constexpr double most_between_bands = 30;
constexpr double room_for_page_name = 15;
constexpr double code_side = 64;
constexpr std::string_view tint = "#eef5f2";

using Bands = std::vector<BandBlock>;

Bands measured_bands(Paper& paper, ReportPage const& page, double letters) {
  Bands blocks;
  for (auto const& band : page.bands) blocks.emplace_back(paper, band, letters);
  return blocks;
}

double height_of(Bands const& bands) {
  double height = 0;
  for (auto const& band : bands) height += band.height();
  return height;
}

// Of the section that can miss most; false when none can.
bool leave_out_a_row(Bands& bands) {
  SectionBlock* longest = nullptr;
  for (auto& band : bands) {
    for (auto* const section : band.sections()) {
      auto const rows = section->rows_too_many();
      if (rows > (longest ? longest->rows_too_many() : 0)) longest = section;
    }
  }
  if (longest) longest->leave_out_last_row();
  return longest != nullptr;
}

// All rows while the letters can be read well, then as many as there is room for; at last in the smallest.
Bands fitting(Paper& paper, ReportPage const& page, double room) {
  auto const for_bands = room - between_bands * static_cast<double>(page.bands.size() - 1);
  Bands bands;
  for (auto const letters : letters_with_all_rows) {
    bands = measured_bands(paper, page, letters);
    if (height_of(bands) <= for_bands) return bands;
  }
  for (auto const letters : letters_with_less) {
    bands = measured_bands(paper, page, letters);
    do {
      if (height_of(bands) <= for_bands) return bands;
    } while (leave_out_a_row(bands));
  }
  return bands;
}

// What room is left is shared out between them.
void draw_bands(Paper& paper, ReportPage const& page, double top, double bottom) {
  auto const room = bottom - top;
  auto const bands = fitting(paper, page, room);
  auto const gaps = std::max(1.0, static_cast<double>(bands.size()) - 1);
  auto const gap = std::clamp((room - height_of(bands)) / gaps, between_bands, most_between_bands);
  for (auto const& band : bands) {
    band.draw(top);
    top += band.height() + gap;
  }
}

void draw_page_name(Paper& paper, std::string const& name) {
  Text const text(paper, name, {.size = 7.5, .colour = soft, .most_lines = 1, .to_the_end = true},
                  inner_width);
  text.write(margin, page_height - margin + 12 - text.height());
}

Text title_of(Paper& paper, Report const& report) {
  auto const of_size = [&](double size) {
    return Text(paper, report.title,
                {.size = size, .bold = true, .letters = Letters::headings, .colour = ink, .most_lines = 2},
                inner_width);
  };
  auto title = of_size(26);
  return title.height() < 2.6 * 26 ? title : of_size(19);
}

// The answer before all else, on a ground of its own.
double draw_answer(Paper& paper, Report const& report, double y) {
  constexpr double around = 11, edge = 4;
  auto const width = inner_width - 2 * around - edge;
  Text const answer(paper, report.answer, {.size = 12, .bold = true, .colour = ink, .most_lines = 6}, width);
  Text const explanation(paper, report.explanation, {.size = 8.5, .colour = soft, .most_lines = 4}, width);
  auto const height = answer.height() + 5 + explanation.height() + 2 * around - 3;
  paper.line(margin, y, inner_width, tint, height);
  paper.line(margin, y, edge, our_green, height);
  answer.write(margin + edge + around, y + around - 1);
  explanation.write(margin + edge + around, y + around + answer.height() + 4);
  return y + height;
}

// Where the sections begin.
double draw_head(Paper& paper, Report const& report) {
  draw_letterhead(paper, our_green);
  auto y = margin + 24;
  auto const title = title_of(paper, report);
  title.write(margin, y, "H1");
  y += title.height() + 3;
  for (auto const& [said, size, colour] : {std::tuple(&report.for_whom, 11.0, ink),
                                           {&report.how_many, 11.0, ink},
                                           {&report.notice, 8.5, soft}}) {
    if (said->empty()) continue;
    Text const text(paper, *said, {.size = size, .colour = colour, .most_lines = 3}, inner_width);
    text.write(margin, y);
    y += text.height() + 2;
  }
  return draw_answer(paper, report, y + 7) + 15;
}

// What the second page belongs to, when it lies apart from the first.
double draw_head_again(Paper& paper, Report const& report) {
  Text const said(paper, report.title + " · " + report.for_whom,
                  {.size = 9, .colour = soft, .most_lines = 2, .bold_bytes = report.title.size()},
                  inner_width);
  said.write(margin, margin - 8);
  return margin - 8 + said.height() + 11;
}

// The last thing on the second page: the way to more, and how and from what it was made.
class ReportFoot {
 public:
  ReportFoot(Paper& paper, Report const& report)
      : paper_(&paper),
        report_(&report),
        width_(inner_width - (report.more ? code_side + 18 : 0)),
        more_title_(paper, report.more_title, {.size = 9, .bold = true, .colour = ink, .most_lines = 2},
                    width_),
        written_(paper, report.more ? report.more->written : "",
                 {.size = 9, .bold = true, .colour = our_green, .most_lines = 3}, width_) {
    for (auto const& said : report.closing) {
      if (!said.empty()) {
        closing_.emplace_back(paper, said, TextLook{.size = 7.5, .colour = soft, .most_lines = 4}, width_);
      }
    }
  }

  double height() const {
    auto height = report_->more ? more_title_.height() + written_.height() + 5 : 0;
    for (auto const& said : closing_) height += said.height() + 2;
    return above + std::max(height, report_->more ? code_side : 0);
  }

  void draw(double y) const {
    paper_->line(margin, y, inner_width, pale, 1);
    y += above;
    if (report_->more) y = draw_way(*report_->more, y);
    for (auto const& said : closing_) {
      said.write(margin, y);
      y += said.height() + 2;
    }
  }

 private:
  static constexpr double above = 9;

  double draw_way(WayTo const& more, double y) const {
    draw_code(*paper_, more, page_width - margin - code_side, y, code_side);
    more_title_.write(margin, y);
    y += more_title_.height();
    auto const link = Tagged::link(*paper_, more.address);
    written_.draw(margin, y);
    return y + written_.height() + 5;
  }

  Paper* paper_;
  Report const* report_;
  double width_;
  Text more_title_, written_;
  std::vector<Text> closing_;
};

constexpr double bottom = page_height - margin + 12 - room_for_page_name;

void draw_first_page(Paper& paper, Report const& report) {
  draw_bands(paper, report.pages[0], draw_head(paper, report), bottom);
  draw_page_name(paper, report.pages[0].name);
}

void draw_second_page(Paper& paper, Report const& report) {
  ReportFoot const foot(paper, report);
  auto const above_foot = bottom - foot.height();
  draw_bands(paper, report.pages[1], draw_head_again(paper, report), above_foot - 10);
  foot.draw(above_foot);
  draw_page_name(paper, report.pages[1].name);
}

}  // namespace

Printed report(Report const& report) {
  Paper paper({report.title, "Wegwijzer", report.language, report.right_to_left, report.made_at});
  {
    Tagged const document(paper, "Document");
    draw_first_page(paper, report);
    paper.next_page();
    draw_second_page(paper, report);
  }
  return {std::move(paper).finish(), 2};
}

}  // namespace wegwijzer::print
