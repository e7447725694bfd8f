// SPDX-License-Identifier: EUPL-1.2
#include "print/paper.h"

#include <cairo/cairo-pdf.h>
#include <fmt/format.h>

#include <cmath>
#include <utility>

#include "base/check.h"
#include "print/pdf_catalog.h"

namespace wegwijzer::print {

namespace {

// The letters of a flyer, warm and easily read; others (Arabic …) come from what the machine has.
constexpr char const* letters = "Source Sans 3,Lato,Open Sans,Noto Sans,sans-serif";
constexpr float line_spacing = 1.08F;

cairo_status_t append(void* bytes, unsigned char const* data, unsigned length) {
  static_cast<std::string*>(bytes)->append(reinterpret_cast<char const*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

double part(std::string_view colour, std::size_t at) {
  return std::stoi(std::string(colour.substr(at, 2)), nullptr, 16) / 255.0;
}

void tell(cairo_surface_t* surface, cairo_pdf_metadata_t what, std::string const& value) {
  if (!value.empty()) cairo_pdf_surface_set_metadata(surface, what, value.c_str());
}

using Attributes = std::unique_ptr<PangoAttrList, decltype(&pango_attr_list_unref)>;
using Description = std::unique_ptr<PangoFontDescription, decltype(&pango_font_description_free)>;

void make_bold(PangoLayout* layout, std::size_t bytes) {
  Attributes const all(pango_attr_list_new(), &pango_attr_list_unref);
  auto* const bold = pango_attr_weight_new(PANGO_WEIGHT_BOLD);
  bold->end_index = static_cast<guint>(bytes);
  pango_attr_list_insert(all.get(), bold);
  pango_layout_set_attributes(layout, all.get());
}

void choose_letters(PangoLayout* layout, TextLook const& look) {
  Description const letter(pango_font_description_from_string(letters), &pango_font_description_free);
  pango_font_description_set_absolute_size(letter.get(), look.size * PANGO_SCALE);
  pango_font_description_set_weight(letter.get(), look.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description(layout, letter.get());
}

}  // namespace

Paper::Paper(AboutPaper about)
    : about_(std::move(about)),
      surface_(cairo_pdf_surface_create_for_stream(&append, bytes_.get(), page_width, page_height),
               &cairo_surface_destroy),
      pen_(cairo_create(surface_.get()), &cairo_destroy) {
  auto* const surface = surface_.get();
  tell(surface, CAIRO_PDF_METADATA_TITLE, about_.title);
  tell(surface, CAIRO_PDF_METADATA_AUTHOR, about_.author);
  tell(surface, CAIRO_PDF_METADATA_CREATOR, "Wegwijzer");
  auto const seconds = wegwijzer::text(about_.made).substr(0, 19) + "Z";
  tell(surface, CAIRO_PDF_METADATA_CREATE_DATE, seconds);
}

void Paper::colour(std::string_view colour) {
  check(colour.size() == 7 && colour[0] == '#', "a colour is written as #rrggbb");
  cairo_set_source_rgb(pen(), part(colour, 1), part(colour, 3), part(colour, 5));
}

void Paper::line(double x, double y, double width, std::string_view colour, double thickness) {
  this->colour(colour);
  cairo_rectangle(pen(), x, y, width, thickness);
  cairo_fill(pen());
}

void Paper::next_page() {
  cairo_show_page(pen());
}

std::string Paper::finish() && {
  pen_.reset();
  cairo_surface_finish(surface_.get());
  auto const status = cairo_surface_status(surface_.get());
  check(status == CAIRO_STATUS_SUCCESS, cairo_status_to_string(status));
  surface_.reset();
  return in_language(std::move(*bytes_), about_.language);
}

Tagged::Tagged(Paper& paper, char const* kind) : Tagged(paper, kind, "") {}

Tagged::Tagged(Paper& paper, char const* kind, std::string const& attributes) : paper_(paper), kind_(kind) {
  cairo_tag_begin(paper_.pen(), kind_, attributes.c_str());
}

Tagged Tagged::link(Paper& paper, std::string const& address) {
  check(address.find_first_of("'\\") == address.npos, "an address of ours is percent-encoded");
  return {paper, CAIRO_TAG_LINK, fmt::format("uri='{}'", address)};
}

Tagged::~Tagged() {
  cairo_tag_end(paper_.pen(), kind_);
}

Text::Text(Paper& paper, std::string_view text, TextLook const& look, double width)
    : paper_(&paper), look_(look), layout_(pango_cairo_create_layout(paper.pen()), &g_object_unref) {
  auto* const layout = layout_.get();
  choose_letters(layout, look);
  pango_layout_set_text(layout, text.data(), static_cast<int>(text.size()));
  if (look.bold_bytes > 0) make_bold(layout, look.bold_bytes);
  pango_layout_set_width(layout, static_cast<int>(std::floor(width * PANGO_SCALE)));
  pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_line_spacing(layout, line_spacing);
  if (look.to_the_end) pango_layout_set_alignment(layout, PANGO_ALIGN_RIGHT);
  if (look.most_lines > 0) {
    pango_layout_set_height(layout, -look.most_lines);
    pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END);
  }
}

double Text::height() const {
  PangoRectangle box;
  pango_layout_get_extents(layout_.get(), nullptr, &box);
  return static_cast<double>(box.height) / PANGO_SCALE;
}

double Text::width() const {
  PangoRectangle box;
  pango_layout_get_extents(layout_.get(), nullptr, &box);
  return static_cast<double>(box.width) / PANGO_SCALE;
}

void Text::write(double x, double y, char const* kind) const {
  Tagged const tagged(*paper_, kind);
  draw(x, y);
}

void Text::draw(double x, double y) const {
  paper_->colour(look_.colour);
  cairo_move_to(paper_->pen(), x, y);
  pango_cairo_show_layout(paper_->pen(), layout_.get());
}

void Text::halo(double x, double y, double width, std::string_view colour) const {
  paper_->colour(colour);
  cairo_move_to(paper_->pen(), x, y);
  pango_cairo_layout_path(paper_->pen(), layout_.get());
  cairo_set_line_width(paper_->pen(), width);
  cairo_stroke(paper_->pen());
}

}  // namespace wegwijzer::print
