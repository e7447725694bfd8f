// SPDX-License-Identifier: EUPL-1.2
#include "print/paper.h"

#include <cairo/cairo-pdf.h>
#include <fmt/format.h>

#include <cmath>
#include <utility>

#include "base/check.h"
#include "print/letters.h"
#include "print/pdf_catalog.h"

namespace wegwijzer::print {

namespace {

constexpr float line_spacing = 1.08F;
constexpr double arabic_line = 1.42;  // of the size of its letters

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

// Lines of which some have Arabic letters, which ask for more room than Latin ones, stand at even distances.
void set_attributes(PangoLayout* layout, TextLook const& look, bool even_lines) {
  Attributes const all(pango_attr_list_new(), &pango_attr_list_unref);
  auto* const bold = pango_attr_weight_new(PANGO_WEIGHT_BOLD);
  bold->end_index = static_cast<guint>(look.bold_bytes);
  pango_attr_list_insert(all.get(), bold);
  auto const height = std::lround(arabic_line * look.size * PANGO_SCALE);
  if (even_lines)
    pango_attr_list_insert(all.get(), pango_attr_line_height_new_absolute(static_cast<int>(height)));
  pango_layout_set_attributes(layout, all.get());
}

// As on the site: what runs from right to left has one kind of letters.
char const* letters_of(Paper const& paper, Letters kind) {
  return kind == Letters::headings && !paper.right_to_left() ? letters_of_headings : letters_of_text;
}

void choose_letters(Paper const& paper, PangoLayout* layout, TextLook const& look) {
  Description const letter(pango_font_description_from_string(letters_of(paper, look.letters)),
                           &pango_font_description_free);
  pango_font_description_set_absolute_size(letter.get(), look.size * PANGO_SCALE);
  pango_font_description_set_weight(letter.get(), look.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description(layout, letter.get());
}

std::shared_ptr<PangoContext> make_context(cairo_t* pen, bool right_to_left) {
  std::shared_ptr<PangoContext> context(pango_font_map_create_context(letters()), &g_object_unref);
  pango_cairo_update_context(pen, context.get());
  pango_context_set_base_dir(context.get(), right_to_left ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  pango_context_set_round_glyph_positions(context.get(), FALSE);  // to whole points would be seen
  return context;
}

// A Dutch sentence on an Arabic flyer runs from left to right and begins at the right side. For a line that
// runs against its page Pango takes left for right.
void align(PangoLayout* layout, bool right_to_left, bool to_the_end) {
  auto* const line = pango_layout_get_line_readonly(layout, 0);
  bool const leftward = pango_layout_line_get_resolved_direction(line) == PANGO_DIRECTION_RTL;
  bool const at_the_right = right_to_left != to_the_end;
  bool const against_page = leftward != right_to_left;
  pango_layout_set_alignment(layout, at_the_right != against_page ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
}

}  // namespace

Paper::Paper(AboutPaper about)
    : about_(std::move(about)),
      surface_(cairo_pdf_surface_create_for_stream(&append, bytes_.get(), page_width, page_height),
               &cairo_surface_destroy),
      pen_(cairo_create(surface_.get()), &cairo_destroy),
      context_(make_context(pen_.get(), about_.right_to_left)) {
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
  cairo_rectangle(pen(), left_of(x, width), y, width, thickness);
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
    : paper_(&paper), look_(look), room_(width), layout_(pango_layout_new(paper.context()), &g_object_unref) {
  auto* const layout = layout_.get();
  choose_letters(paper, layout, look);
  pango_layout_set_text(layout, text.data(), static_cast<int>(text.size()));
  set_attributes(layout, look, paper.right_to_left());
  pango_layout_set_width(layout, static_cast<int>(std::floor(width * PANGO_SCALE)));
  pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
  // Pango would take the distance from the letters instead of from the height of a line.
  if (!paper.right_to_left()) pango_layout_set_line_spacing(layout, line_spacing);
  if (look.most_lines > 0) {
    pango_layout_set_height(layout, -look.most_lines);
    pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END);
  }
  align(layout, paper.right_to_left(), look.to_the_end);
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
  cairo_move_to(paper_->pen(), paper_->left_of(x, room_), y);
  pango_cairo_show_layout(paper_->pen(), layout_.get());
}

void Text::draw_around(double x, double y) const {
  paper_->colour(look_.colour);
  move_around(x, y);
  pango_cairo_show_layout(paper_->pen(), layout_.get());
}

void Text::halo_around(double x, double y, double thickness, std::string_view colour) const {
  paper_->colour(colour);
  move_around(x, y);
  pango_cairo_layout_path(paper_->pen(), layout_.get());
  cairo_set_line_width(paper_->pen(), thickness);
  cairo_stroke(paper_->pen());
}

void Text::move_around(double x, double y) const {
  PangoRectangle box;
  pango_layout_get_extents(layout_.get(), nullptr, &box);
  cairo_move_to(paper_->pen(), x - (box.x + box.width / 2.0) / PANGO_SCALE,
                y - (box.y + box.height / 2.0) / PANGO_SCALE);
}

}  // namespace wegwijzer::print
