// SPDX-License-Identifier: EUPL-1.2
// A PDF of A4 pages while it is being made: text that can be selected and read aloud, tags that say what is a
// heading and what a list, addresses that can be followed. In points (1/72 inch) from the top and from the
// side at which reading begins; only the pen itself counts from the left.
#pragma once

#include <cairo/cairo.h>
#include <pango/pangocairo.h>

#include <memory>
#include <string>
#include <string_view>

#include "base/time.h"

namespace wegwijzer::print {

inline constexpr double page_width = 595.28;
inline constexpr double page_height = 841.89;

struct AboutPaper {
  std::string title;
  std::string author;
  std::string language;  // "nl"
  bool right_to_left;
  Instant made;
};

class Paper {
 public:
  explicit Paper(AboutPaper about);

  cairo_t* pen() { return pen_.get(); }

  PangoContext* context() { return context_.get(); }

  bool right_to_left() const { return about_.right_to_left; }

  // For the pen: the left side of what begins at x and is so wide.
  double left_of(double x, double width) const { return right_to_left() ? page_width - x - width : x; }

  void colour(std::string_view colour);  // "#rrggbb"
  void line(double x, double y, double width, std::string_view colour, double thickness = 0.75);
  void next_page();

  std::string finish() &&;

 private:
  AboutPaper about_;
  std::unique_ptr<std::string> bytes_ = std::make_unique<std::string>();  // stays where it is when moved
  std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)> surface_;
  std::unique_ptr<cairo_t, decltype(&cairo_destroy)> pen_;
  std::shared_ptr<PangoContext> context_;
};

// What is written while it lives is of this kind: "H1", "P", "L", "LI", "Document".
class Tagged {
 public:
  Tagged(Paper& paper, char const* kind);
  // A link; the address has no sign that a PDF or Cairo reads as its own (Url sees to that).
  static Tagged link(Paper& paper, std::string const& address);
  Tagged(Tagged const&) = delete;
  Tagged& operator=(Tagged const&) = delete;
  ~Tagged();

 private:
  Tagged(Paper& paper, char const* kind, std::string const& attributes);

  Paper& paper_;
  char const* kind_;
};

enum class Letters { text, headings };

struct TextLook {
  double size;
  bool bold = false;
  Letters letters = Letters::text;
  std::string_view colour = "#1d2b2a";
  int most_lines = 0;          // 0: as many as it takes; else it ends in …
  std::size_t bold_bytes = 0;  // so much of its beginning is bold
  bool to_the_end = false;     // against the side where reading ends
};

// A piece of text of some width, measured before it is written.
class Text {
 public:
  Text(Paper& paper, std::string_view text, TextLook const& look, double width);

  double height() const;
  double width() const;  // of its longest line
  void write(double x, double y, char const* kind = "P") const;
  void draw(double x, double y) const;  // where what it is has been said already
  // With its middle at a point of the pen: in a circle, on a map.
  void draw_around(double x, double y) const;
  void halo_around(double x, double y, double thickness, std::string_view colour) const;

 private:
  void move_around(double x, double y) const;

  Paper* paper_;
  TextLook look_;
  double room_;
  std::shared_ptr<PangoLayout> layout_;
};

}  // namespace wegwijzer::print
