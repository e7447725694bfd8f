// SPDX-License-Identifier: EUPL-1.2
// HTML from literals that the compiler checks: tags close, attributes are quoted, and every {} takes only a
// value that is safe in its place. Text is escaped by its type; a mistake does not compile. Script stands in
// files of its own; what stands in a <script> here is data for other programs, and only as a JsonBlock.
#pragma once

#include <array>
#include <concepts>
#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "web/url.h"

namespace wegwijzer::web {

// Markup that is known to be well formed and escaped.
class Html {
 public:
  Html() = default;

  std::string const& text() const& { return text_; }

  std::string text() && { return std::move(text_); }

  bool empty() const { return text_.empty(); }

  Html& operator+=(Html const& more) { return text_ += more.text_, *this; }

  friend Html operator+(Html first, Html const& second) { return first += second; }

 private:
  template <class... Values>
  friend class Markup;

  explicit Html(std::string text) : text_(std::move(text)) {}

  std::string text_;
};

// A boolean attribute: `<input {}>` with Flag{"checked", true}. The name is a literal of ours.
struct Flag {
  char const* name;
  bool on;
};

// JSON for <script type="application/ld+json">{}</script>. A browser looks there for "</script" and "<!--"
// and knows no &lt;, so every < is written as \u003c, which in JSON is the same sign.
class JsonBlock {
 public:
  explicit JsonBlock(nlohmann::ordered_json const& value);

  std::string const& text() const { return text_; }

 private:
  std::string text_;
};

std::string escaped(std::string_view text);

namespace markup {

enum class Place : std::uint8_t { text, attribute, address, flag, data };

constexpr std::size_t most_places = 40;
constexpr std::size_t deepest = 40;

struct Checked {
  std::array<Place, most_places> places{};
  std::size_t count = 0;
};

// The one way to begin an element with data in it; no other type, since a browser would run it.
constexpr std::string_view data_begin = R"(<script type="application/ld+json">)";
constexpr std::string_view data_end = "</script>";

constexpr bool is_void(std::string_view tag) {
  for (std::string_view const known : {"base", "br", "hr", "img", "input", "link", "meta", "source"}) {
    if (tag == known) return true;
  }
  return false;
}

constexpr bool name_sign(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == ':';
}

// Walks through one literal. A throw here is a compile error that shows the sentence.
class Checker {
 public:
  consteval explicit Checker(std::string_view text) : text_(text) {}

  consteval Checked run() {
    while (at_ < text_.size()) {
      if (text_.substr(at_).starts_with(data_begin)) {
        data();
      } else if (text_[at_] == '<') {
        tag();
      } else if (text_[at_] == '{') {
        place(Place::text);
      } else if (text_[at_] == '>' || text_[at_] == '}') {
        throw "write &gt; or &#125; in text";
      } else {
        ++at_;
      }
    }
    if (depth_ != 0) throw "an element is not closed";
    return checked_;
  }

 private:
  consteval char next() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  consteval void blanks() {
    while (next() == ' ' || next() == '\n') ++at_;
  }

  consteval std::string_view name() {
    auto const begin = at_;
    while (name_sign(next())) ++at_;
    if (at_ == begin) throw "a name is expected here";
    return text_.substr(begin, at_ - begin);
  }

  consteval void expect(char c) {
    if (next() != c) throw "a sign is missing in a tag: quote every attribute and close every tag";
    ++at_;
  }

  consteval void place(Place kind) {
    expect('{');
    expect('}');
    if (checked_.count == most_places) throw "too many {} in one literal";
    checked_.places[checked_.count++] = kind;
  }

  consteval void data() {
    at_ += data_begin.size();
    place(Place::data);
    if (!text_.substr(at_).starts_with(data_end)) throw "a data block is one whole JsonBlock";
    at_ += data_end.size();
  }

  consteval void tag() {
    expect('<');
    if (text_.substr(at_).starts_with("!doctype html>")) {
      at_ += 14;
      return;
    }
    if (next() == '/') return closing();
    auto const element = name();
    if (element == "style" || element == "script") element_without_text_ = true;
    attributes();
    bool const ends_at_once = text_.substr(at_).starts_with("></script>");
    if (element_without_text_ && !ends_at_once) throw "no inline script or style";
    element_without_text_ = false;
    expect('>');
    if (is_void(element)) return;
    if (depth_ == deepest) throw "elements are nested too deeply";
    open_[depth_++] = element;
  }

  consteval void closing() {
    expect('/');
    auto const element = name();
    if (depth_ == 0 || open_[depth_ - 1] != element) throw "this closing tag does not match the open element";
    --depth_;
    expect('>');
  }

  consteval void attributes() {
    for (blanks(); next() != '>'; blanks()) {
      if (next() == '{') {
        place(Place::flag);
        continue;
      }
      auto const attribute = name();
      if (attribute.starts_with("on") || attribute == "style") throw "no inline script or style";
      if (next() != '=') continue;  // a fixed boolean attribute
      expect('=');
      expect('"');
      bool const address =
          attribute == "href" || attribute == "src" || attribute == "srcset" || attribute == "action";
      while (next() != '"') value(address);
      expect('"');
    }
  }

  consteval void value(bool address) {
    if (next() == '\0') throw "an attribute is not closed";
    if (next() == '{') {
      if (address && text_[at_ - 1] != '"') throw "an address is one whole Url";
      return place(address ? Place::address : Place::attribute);
    }
    if (next() == '<' || next() == '}') throw "write &lt; or &#125; in an attribute";
    ++at_;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::array<std::string_view, deepest> open_{};
  std::size_t depth_ = 0;
  bool element_without_text_ = false;
  Checked checked_{};
};

template <class Value>
concept Text = std::convertible_to<Value, std::string_view>;

template <class Value>
consteval bool fits(Place place) {
  switch (place) {
    case Place::text:
      return Text<Value> || std::integral<Value> || std::same_as<Value, Html>;
    case Place::attribute:
      return Text<Value> || std::integral<Value>;
    case Place::address:
      return std::same_as<Value, Url>;
    case Place::flag:
      return std::same_as<Value, Flag>;
    case Place::data:
      return std::same_as<Value, JsonBlock>;
  }
  return false;
}

inline void append(std::string& out, Html const& html) {
  out += html.text();
}

inline void append(std::string& out, JsonBlock const& block) {
  out += block.text();
}

inline void append(std::string& out, Url const& url) {
  out += escaped(url.text());
}

inline void append(std::string& out, Flag flag) {
  if (flag.on) out += flag.name;
}

inline void append(std::string& out, Text auto const& text) {
  out += escaped(text);
}

inline void append(std::string& out, std::integral auto number) {
  out += std::to_string(number);
}

}  // namespace markup

template <class... Values>
class Markup {
 public:
  template <std::convertible_to<std::string_view> Literal>
  // NOLINTNEXTLINE(google-explicit-constructor): a literal is what one writes
  consteval Markup(Literal const& literal) : text_(literal) {
    auto const checked = markup::Checker(text_).run();
    if (checked.count != sizeof...(Values)) throw "as many values as {} are needed";
    std::size_t i = 0;
    if (!(markup::fits<Values>(checked.places[i++]) && ...)) throw "a value does not fit the place of its {}";
  }

  Html with(Values const&... values) const {
    std::string out;
    auto rest = text_;
    [[maybe_unused]] auto const put = [&](auto const& value) {
      auto const at = rest.find("{}");
      out += rest.substr(0, at);
      markup::append(out, value);
      rest.remove_prefix(at + 2);
    };
    (put(values), ...);
    out += rest;
    return Html(std::move(out));
  }

 private:
  std::string_view text_;
};

template <class... Values>
Html html(Markup<std::type_identity_t<Values>...> markup, Values const&... values) {
  return markup.with(values...);
}

// Each thing made to Html, one after the other.
template <class Things, class Make>
Html each(Things const& things, Make make) {
  Html out;
  for (auto const& thing : things) out += make(thing);
  return out;
}

}  // namespace wegwijzer::web
