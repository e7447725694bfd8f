// SPDX-License-Identifier: EUPL-1.2
#include "exchange/parameters_csv.h"

#include <unordered_map>

#include "exchange/cells.h"
#include "exchange/table.h"

namespace wegwijzer {

namespace {

class ParameterReader {
 public:
  explicit ParameterReader(ParameterRule const& rule) : rule_(rule) {}

  ParameterLine read(Cells& cells) {
    ParameterLine line{cells.required("parameter", read_line).value_or(""),
                       cells.required("value", read_decimal).value_or(0),
                       cells.required("source", read_line).value_or("")};
    if (!cells.faultless()) return line;
    auto const [known, is_new] = lines_.emplace(line.name, cells.line());
    if (!is_new) {
      cells.wrong("parameter", {Fault::conflict,
                                "parameters.twice",
                                {{"name", line.name}, {"line", std::to_string(known->second)}}});
    } else if (auto const allowed = rule_(line.name, line.value); !allowed) {
      cells.wrong(allowed.error().field, allowed.error());
    }
    return line;
  }

 private:
  ParameterRule const& rule_;
  std::unordered_map<std::string, std::size_t> lines_;  // by name: where it stands first
};

}  // namespace

Result<Import<ParameterLine>> read_parameters_csv(std::string_view bytes, ParameterRule const& rule) {
  auto table =
      Table::open(bytes, {{"parameter", {}, true}, {"value", {"waarde"}, true}, {"source", {"bron"}, true}});
  if (!table) return fail(table.error());
  ParameterReader reader(rule);
  return read_rows<ParameterLine>(*table, [&](Cells& cells) { return reader.read(cells); });
}

}  // namespace wegwijzer
