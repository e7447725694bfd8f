// SPDX-License-Identifier: EUPL-1.2
#include "print/flyer.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>

#include "print/house_style.h"
#include "print/map_canvas.h"

namespace wegwijzer::print {

namespace {

constexpr double gutter = 22;
constexpr double column_width = (inner_width - gutter) / 2;
constexpr double qr_side = 54;
constexpr double between_offerings = 11;
constexpr double between_themes = 15;
constexpr double between_themes_brief = 11;
constexpr double number_room = 19;

// What an offering says of itself is left out where that saves a page.
enum class Detail { full, brief };

struct Placed {
  Text text;
  double x, y;
  char const* kind;
};

// One offering, measured; from its left top corner.
class OfferingBlock {
 public:
  OfferingBlock(Paper& paper, FlyerOffering const& offering, Detail detail, std::string_view colour)
      : paper_(&paper), offering_(&offering), colour_(colour) {
    auto const indent = offering.number ? number_room : 0;
    add(offering.title, {.size = 11.5, .bold = true, .colour = ink}, "H3", indent);
    if (!offering.by.empty()) add(offering.by, {.size = 9, .colour = soft}, "P", indent);
    below_ += 2;
    if (detail == Detail::full && !offering.about.empty()) {
      add(offering.about, {.size = 9, .colour = ink, .most_lines = 2}, "P");
      below_ += 3;
    }
    for (auto const& fact : offering.facts) {
      auto const said = fact.label + "  " + fact.text;
      add(said, {.size = 9, .colour = ink, .bold_bytes = fact.label.size()}, "P");
    }
    if (!offering.more) return;
    below_ = std::max(below_, qr_side + 2);
    written_.emplace(paper, offering.more->written, TextLook{.size = 8, .bold = true, .colour = colour},
                     column_width);
    below_ += 2;
  }

  double height() const { return below_ + (written_ ? written_->height() : 0); }

  void draw(double x, double y) const {
    Tagged const item(*paper_, "LI");
    Tagged const body(*paper_, "LBody");
    if (offering_->number) draw_number(x, y);
    for (auto const& part : parts_) part.text.write(x + part.x, y + part.y, part.kind);
    if (!offering_->more) return;
    draw_code(*paper_, *offering_->more, x + column_width - qr_side, y + 2, qr_side);
    auto const link = Tagged::link(*paper_, offering_->more->address);
    written_->draw(x, y + below_);
  }

 private:
  // Beside the code, and below it over the whole width.
  void add(std::string const& text, TextLook const& look, char const* kind, double indent = 0) {
    bool const beside = offering_->more && below_ < qr_side + 3;
    auto const width = column_width - (beside ? qr_side + 12 : 0) - indent;
    parts_.push_back({Text(*paper_, text, look, width), indent, below_, kind});
    below_ += parts_.back().text.height() + 1;
  }

  // As on the map; white on black also without colour.
  void draw_number(double x, double y) const {
    constexpr double radius = 7;
    auto* const pen = paper_->pen();
    auto const middle = paper_->left_of(x, 2 * radius) + radius;
    cairo_new_sub_path(pen);
    cairo_arc(pen, middle, y + radius + 0.5, radius, 0, 2 * M_PI);
    paper_->colour(colour_);
    cairo_fill(pen);
    Text const number(*paper_, std::to_string(*offering_->number),
                      {.size = 8.5, .bold = true, .colour = "#ffffff"}, 30);
    number.draw_around(middle, y + radius + 0.5);
  }

  Paper* paper_;
  FlyerOffering const* offering_;
  std::string_view colour_;
  std::vector<Placed> parts_;
  std::optional<Text> written_;
  double below_ = 0;
};

// A theme's name stays with its first offering.
struct Block {
  std::optional<Text> theme;
  OfferingBlock offering;
  double gap;  // to what stands above it in its column

  double heading_height() const { return theme ? theme->height() + 9 : 0; }

  double height() const { return heading_height() + offering.height(); }
};

std::vector<Block> blocks_of(Paper& paper, Flyer const& flyer, Detail detail) {
  std::vector<Block> blocks;
  for (auto const& theme : flyer.themes) {
    for (auto const& offering : theme.offerings) {
      auto& block = blocks.emplace_back(
          Block{std::nullopt, OfferingBlock(paper, offering, detail, flyer.colours.main), between_offerings});
      if (&offering == &theme.offerings.front()) {
        block.gap = detail == Detail::full ? between_themes : between_themes_brief;
        block.theme.emplace(
            paper, theme.name,
            TextLook{.size = 13, .bold = true, .letters = Letters::headings, .colour = flyer.colours.main},
            column_width);
      }
    }
  }
  return blocks;
}

// The blocks of one column: from `first` up to `last`.
struct Share {
  std::size_t first, last;
  double height;
};

Share filled(std::vector<Block> const& blocks, std::size_t first, double room) {
  Share share{first, first, 0};
  while (share.last < blocks.size()) {
    auto const& block = blocks[share.last];
    auto const more = block.height() + (share.last > first ? block.gap : 0);
    if (share.height + more > room) break;
    share.height += more;
    ++share.last;
  }
  return share;
}

// Two columns of about the same height when all fits in them, else two full ones.
std::pair<Share, Share> side_by_side(std::vector<Block> const& blocks, std::size_t first, double room) {
  auto best = std::pair{filled(blocks, first, room), Share{}};
  best.second = filled(blocks, best.first.last, room);
  if (best.second.last < blocks.size()) return best;
  for (auto less = best.first.height - 1; less > 0;) {
    auto const left = filled(blocks, first, less);
    if (left.last == first) break;
    auto const right = filled(blocks, left.last, room);
    if (right.last < blocks.size() || right.height > std::max(best.first.height, best.second.height)) break;
    best = {left, right};
    less = left.height - 1;
  }
  return best;
}

void draw_column(Paper& paper, Flyer const& flyer, std::vector<Block> const& blocks, Share const& share,
                 double x, double y) {
  std::unique_ptr<Tagged> list;
  for (auto i = share.first; i < share.last; ++i) {
    auto const& block = blocks[i];
    if (i > share.first) y += block.gap;
    if (block.theme) {
      list.reset();
      block.theme->write(x, y, "H2");
      paper.line(x, y + block.theme->height() + 2.5, column_width, flyer.colours.main, 1);
      y += block.heading_height();
    }
    if (!list) list = std::make_unique<Tagged>(paper, "L");
    block.offering.draw(x, y);
    y += block.offering.height();
  }
}

// The last thing on the last page: help with the costs, the way to the rest, and who made it when.
class Foot {
 public:
  Foot(Paper& paper, Flyer const& flyer)
      : paper_(&paper),
        flyer_(&flyer),
        width_(inner_width - (flyer.more ? side + 16 : 0)),
        help_title_(paper, flyer.help_title, {.size = 11, .bold = true, .colour = ink}, width_),
        help_(paper, flyer.help, {.size = 9.5, .colour = ink}, width_),
        rest_(paper, flyer.rest, {.size = 11, .bold = true, .colour = ink}, width_),
        written_(paper, flyer.more ? flyer.more->written : "",
                 {.size = 9.5, .bold = true, .colour = flyer.colours.main}, width_),
        made_(paper, flyer.made, {.size = 7.5, .colour = soft}, inner_width) {}

  double height() const { return 10 + body_height() + 8 + made_.height(); }

  void draw() const {
    auto y = page_height - margin + 8 - height();
    paper_->line(margin, y, inner_width, pale, 1);
    y += 10;
    auto at = y;
    for (auto const& [text, kind] : texts()) {
      text->write(margin, at, kind);
      at += text->height() + 2;
    }
    if (flyer_->more) {
      auto const link = Tagged::link(*paper_, flyer_->more->address);
      written_.draw(margin, at);
    }
    if (flyer_->more) draw_code(*paper_, *flyer_->more, page_width - margin - side, y, side);
    made_.write(margin, y + body_height() + 8);
  }

 private:
  static constexpr double side = 66;

  std::vector<std::pair<Text const*, char const*>> texts() const {
    std::vector<std::pair<Text const*, char const*>> texts;
    if (!flyer_->help.empty()) texts = {{&help_title_, "H2"}, {&help_, "P"}};
    if (!flyer_->rest.empty()) texts.emplace_back(&rest_, "P");
    return texts;
  }

  double body_height() const {
    double height = flyer_->more ? written_.height() : 0;
    for (auto const& [text, kind] : texts()) height += text->height() + 2;
    return std::max(height, flyer_->more ? side : 0);
  }

  Paper* paper_;
  Flyer const* flyer_;
  double width_;
  Text help_title_, help_, rest_, written_, made_;
};

constexpr double band_height = 18;  // of which a printer may leave out the upper 12
constexpr double stripe_height = 4;

void draw_band(Paper& paper, FlyerColours const& colours) {
  if (!colours.band) return;
  paper.line(0, 0, page_width, colours.main, band_height);
  if (!colours.accent.empty()) paper.line(0, band_height, page_width, colours.accent, stripe_height);
}

constexpr double map_width = 186;
constexpr double map_height = 148;
constexpr double map_scale = 0.62;

void draw_map(Paper& paper, FlyerMap const& map, tiles::MapSources const& sources) {
  auto wish = map.wish;
  wish.width = static_cast<int>(map_width / map_scale);
  wish.height = static_cast<int>(map_height / map_scale);
  auto const begin = page_width - margin - map_width;
  auto const left = paper.left_of(begin, map_width);
  auto* const pen = paper.pen();
  {
    MapCanvas canvas(paper, left, margin - 8, map_scale);
    if (!tiles::paint(sources, wish, canvas)) return;
  }
  cairo_rectangle(pen, left, margin - 8, map_width, map_height);
  paper.colour(pale);
  cairo_set_line_width(pen, 1);
  cairo_stroke(pen);
  Text const credit(paper, map.credit, {.size = 6.5, .colour = soft, .to_the_end = true}, map_width);
  credit.draw(begin, margin - 8 + map_height + 1.5);
}

// Two lines at most, for a long name in smaller letters.
Text heading_of(Paper& paper, Flyer const& flyer, double width) {
  auto const of_size = [&](double size) {
    return Text(paper, flyer.heading,
                {.size = size, .bold = true, .letters = Letters::headings, .colour = ink}, width);
  };
  auto const size = flyer.map ? 25.0 : 29.0;
  auto heading = of_size(size);
  return heading.height() < 2.6 * size ? heading : of_size(20);
}

// Where the columns begin.
double draw_head(Paper& paper, Flyer const& flyer, tiles::MapSources const& maps) {
  auto const width = inner_width - (flyer.map ? map_width + 20 : 0);
  draw_band(paper, flyer.colours);
  draw_letterhead(paper, flyer.colours.main);
  auto const heading = heading_of(paper, flyer, width);
  Text const for_whom(paper, flyer.for_whom, {.size = 12, .colour = ink}, width);
  double y = margin + 26;
  heading.write(margin, y, "H1");
  y += heading.height() + 5;
  for_whom.write(margin, y);
  y += for_whom.height() + 4;
  if (!flyer.notice.empty()) {
    Text const notice(paper, flyer.notice, {.size = 8.5, .colour = soft}, width);
    notice.write(margin, y);
    y += notice.height();
  }
  if (flyer.map) {
    draw_map(paper, *flyer.map, maps);
    y = std::max(y, margin - 8 + map_height + 10);
  }
  return y + 14;
}

// Top of the columns on a second page, with a line that says what it belongs to.
double draw_second_head(Paper& paper, Flyer const& flyer) {
  Text const title(paper, flyer.title, {.size = 9, .colour = soft}, inner_width);
  title.draw(margin, margin - 8);
  return margin + 14;
}

constexpr double second_column = margin + column_width + gutter;

void draw_columns(Paper& paper, Flyer const& flyer, std::vector<Block> const& blocks,
                  std::pair<Share, Share> const& shares, double top) {
  draw_column(paper, flyer, blocks, shares.first, margin, top);
  draw_column(paper, flyer, blocks, shares.second, second_column, top);
}

// Below the head, above the foot: on one page if it can be, else on two; how many it took.
int draw_offerings(Paper& paper, Flyer const& flyer, double top, double room_for_foot) {
  auto const room = page_height - margin - top;
  for (auto const detail : {Detail::full, Detail::brief}) {
    auto const blocks = blocks_of(paper, flyer, detail);
    auto const shares = side_by_side(blocks, 0, room - room_for_foot);
    if (shares.second.last != blocks.size()) continue;
    draw_columns(paper, flyer, blocks, shares, top);
    return 1;
  }
  auto const blocks = blocks_of(paper, flyer, Detail::full);
  auto const shares = side_by_side(blocks, 0, room);
  draw_columns(paper, flyer, blocks, shares, top);
  paper.next_page();
  auto const begin = draw_second_head(paper, flyer);
  draw_columns(paper, flyer, blocks,
               side_by_side(blocks, shares.second.last, page_height - margin - begin - room_for_foot), begin);
  return 2;
}

}  // namespace

Printed flyer(Flyer const& flyer, tiles::MapSources const& maps) {
  Printed printed;
  Paper paper({flyer.title, "Wegwijzer", flyer.language, flyer.right_to_left, flyer.made_at});
  {
    Tagged const document(paper, "Document");
    auto const top = draw_head(paper, flyer, maps);
    if (flyer.themes.empty()) {
      Text(paper, flyer.empty, {.size = 13, .colour = ink}, inner_width).write(margin, top);
    }
    Foot const foot(paper, flyer);
    printed.pages = draw_offerings(paper, flyer, top, foot.height() + 4);
    foot.draw();
  }
  printed.pdf = std::move(paper).finish();
  return printed;
}

}  // namespace wegwijzer::print
