// SPDX-License-Identifier: EUPL-1.2
#include "print/report_section.h"

#include <algorithm>
#include <type_traits>

namespace wegwijzer::print {

namespace {

constexpr double number_width = 15;
constexpr double gain_width = 46;
constexpr double title_share = 0.62;  // of what is left beside number and gain
constexpr double above_changes = 4;
constexpr double below_change = 5;
constexpr double below_sentence = 3;
constexpr double between_sections = 22;
constexpr int most_sentence_lines = 6;

TextLook sentence_look(double letters) {
  return {.size = letters, .colour = ink, .most_lines = most_sentence_lines};
}

TextLook heading_look(double letters) {
  return {.size = 1.36 * letters,
          .bold = true,
          .letters = Letters::headings,
          .colour = our_green,
          .most_lines = 2};
}

}  // namespace

ChangesBlock::ChangesBlock(Paper& paper, ReportChanges const& changes, double width, double letters)
    : paper_(&paper), width_(width) {
  auto const room = width - number_width - gain_width;
  for (auto const& change : changes) {
    Text number(paper, std::to_string(rows_.size() + 1),
                {.size = 1.15 * letters, .bold = true, .colour = our_green, .most_lines = 1}, number_width);
    Text title(paper, change.title, {.size = 1.1 * letters, .bold = true, .colour = ink, .most_lines = 1},
               title_share * room);
    Text by(paper, change.by, {.size = letters, .colour = soft, .most_lines = 1}, room - title.width() - 8);
    Text what(paper, change.what, {.size = letters, .colour = ink, .most_lines = 2}, room);
    Text gain(paper, change.gain,
              {.size = 1.15 * letters, .bold = true, .colour = ink, .most_lines = 1, .to_the_end = true},
              gain_width);
    rows_.push_back({number, title, by, what, gain});
  }
}

double ChangesBlock::Row::height() const {
  return std::max(title.height(), by.height()) + 1 + what.height() + below_change;
}

double ChangesBlock::height() const {
  auto height = above_changes;
  for (auto const& row : rows_) height += row.height();
  return height;
}

void ChangesBlock::draw(double x, double y) const {
  Tagged const list(*paper_, "L");
  y += above_changes;
  for (auto const& row : rows_) {
    Tagged const item(*paper_, "LI");
    row.number.write(x, y - 0.5, "Lbl");
    Tagged const body(*paper_, "LBody");
    auto const from = x + number_width;
    row.title.write(from, y);
    row.by.write(from + row.title.width() + 8, y + row.title.height() - row.by.height() - 0.4);
    row.what.write(from, y + std::max(row.title.height(), row.by.height()) + 1);
    row.gain.write(x + width_ - gain_width, y - 0.5);
    y += row.height();
  }
}

namespace {

using Shown = std::variant<std::monostate, BarChartBlock, TableBlock, ChangesBlock>;

Shown measured(Paper& paper, ReportSection const& section, double width, double letters) {
  if (auto const* chart = std::get_if<BarChart>(&section.shown)) {
    return BarChartBlock(paper, *chart, width, letters);
  }
  if (auto const* table = std::get_if<Table>(&section.shown)) {
    return TableBlock(paper, *table, width, letters);
  }
  if (auto const* changes = std::get_if<ReportChanges>(&section.shown)) {
    return ChangesBlock(paper, *changes, width, letters);
  }
  return std::monostate();
}

// Calls what every kind of block has; nothing for a section of sentences alone.
template <class Shown, class Call>
void with_block(Shown& shown, Call call) {
  std::visit(
      [&](auto& block) {
        if constexpr (!std::is_same_v<std::remove_cvref_t<decltype(block)>, std::monostate>) call(block);
      },
      shown);
}

}  // namespace

SectionBlock::SectionBlock(Paper& paper, ReportSection const& section, double width, double letters)
    : paper_(&paper),
      width_(width),
      shown_(measured(paper, section, width, letters)),
      rows_at_least_(section.rows_at_least) {
  if (!section.heading.empty()) heading_.emplace(paper, section.heading, heading_look(letters), width);
  for (auto const& sentence : section.sentences) {
    if (!sentence.empty()) sentences_.emplace_back(paper, sentence, sentence_look(letters), width);
  }
}

double SectionBlock::heading_height() const {
  return heading_ ? heading_->height() + 8 : 0;
}

double SectionBlock::height() const {
  auto height = heading_height();
  with_block(shown_, [&](auto const& block) { height += block.height(); });
  for (auto const& sentence : sentences_) height += sentence.height() + below_sentence;
  return height;
}

void SectionBlock::draw(double x, double y) const {
  Tagged const section(*paper_, "Sect");
  if (heading_) {
    heading_->write(x, y, "H2");
    paper_->line(x, y + heading_->height() + 2, width_, our_green, 1);
    y += heading_height();
  }
  for (auto const& sentence : sentences_) {
    sentence.write(x, y);
    y += sentence.height() + below_sentence;
  }
  with_block(shown_, [&](auto const& block) { block.draw(x, y); });
}

std::size_t SectionBlock::rows_too_many() const {
  std::size_t rows = 0;
  with_block(shown_, [&](auto const& block) { rows = block.rows(); });
  return rows_at_least_ && rows > *rows_at_least_ ? rows - *rows_at_least_ : 0;
}

void SectionBlock::leave_out_last_row() {
  with_block(shown_, [](auto& block) { block.leave_out_last_row(); });
}

BandBlock::BandBlock(Paper& paper, ReportBand const& band, double letters)
    : first_(paper, band.first, band.beside ? (inner_width - between_sections) * band.share : inner_width,
             letters),
      second_at_(margin + (inner_width - between_sections) * band.share + between_sections) {
  if (band.beside) {
    beside_.emplace(paper, *band.beside, (inner_width - between_sections) * (1 - band.share), letters);
  }
}

double BandBlock::height() const {
  return std::max(first_.height(), beside_ ? beside_->height() : 0);
}

std::vector<SectionBlock*> BandBlock::sections() {
  std::vector<SectionBlock*> all{&first_};
  if (beside_) all.push_back(&*beside_);
  return all;
}

void BandBlock::draw(double y) const {
  first_.draw(margin, y);
  if (beside_) beside_->draw(second_at_, y);
}

}  // namespace wegwijzer::print
