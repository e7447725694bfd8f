// SPDX-License-Identifier: EUPL-1.2
#include "app/metrics.h"

#include <gtest/gtest.h>

#include <regex>
#include <sstream>

#include "kit/drawn_atlas.h"

namespace wegwijzer {

namespace {

http::LogEntry an_entry(std::string route, int status, std::chrono::microseconds took) {
  return {.method = "GET", .route = std::move(route), .status = status, .took = took, .bytes = 10};
}

}  // namespace

class MetricsTest : public testing::Test {
 protected:
  std::string text(int second = 0) {
    return metrics_.text(atlas_, Instant(std::chrono::seconds(1'000 + second)));
  }

  std::shared_ptr<Atlas const> atlas_ = std::make_shared<Atlas const>(AtlasDraft("H---A").atlas());
  Metrics metrics_{{"/offerings/{id}"}};
};

TEST_F(MetricsTest, count_requests_by_route_and_class_of_status) {
  using std::chrono::microseconds;
  metrics_.count(an_entry("/offerings/{id}", 200, microseconds(1'000)));
  metrics_.count(an_entry("/offerings/{id}", 204, microseconds(30'000)));
  metrics_.count(an_entry("/offerings/{id}", 404, microseconds(20'000'000)));
  auto const said = text();
  // Up to and with 1 ms one, up to 100 ms two, the third beyond 10 s.
  for (auto const* line : {R"(wegwijzer_requests_total{route="/offerings/{id}",status="2xx"} 2)",
                           R"(wegwijzer_requests_total{route="/offerings/{id}",status="4xx"} 1)",
                           R"(wegwijzer_request_seconds_bucket{route="/offerings/{id}",le="0.001"} 1)",
                           R"(wegwijzer_request_seconds_bucket{route="/offerings/{id}",le="0.1"} 2)",
                           R"(wegwijzer_request_seconds_bucket{route="/offerings/{id}",le="10"} 2)",
                           R"(wegwijzer_request_seconds_bucket{route="/offerings/{id}",le="+Inf"} 3)",
                           R"(wegwijzer_request_seconds_count{route="/offerings/{id}"} 3)"}) {
    EXPECT_NE(said.find(std::string(line) + "\n"), std::string::npos) << line << "\n" << said;
  }
}

TEST_F(MetricsTest, have_no_path_that_a_visitor_makes_up) {
  metrics_.count(an_entry("/jan-jansen\"\n", 404, {}));
  EXPECT_EQ(text().find("jansen"), std::string::npos);
  EXPECT_NE(text().find(R"({route="other",status="4xx"} 1)"), std::string::npos);
}

TEST_F(MetricsTest, tell_what_is_in_the_atlas_and_how_old_it_is) {
  EXPECT_NE(text().find("wegwijzer_records{kind=\"organisation\"} 1\n"), std::string::npos);
  EXPECT_NE(text(90).find("wegwijzer_atlas_age_seconds 90\n"), std::string::npos);
  EXPECT_NE(text(90).find("wegwijzer_atlas_version 1\n"), std::string::npos);
  atlas_ = std::make_shared<Atlas const>(AtlasDraft("H---A").atlas());
  EXPECT_NE(text(100).find("wegwijzer_atlas_version 2\n"), std::string::npos);
  EXPECT_NE(text(100).find("wegwijzer_atlas_age_seconds 0\n"), std::string::npos);
}

TEST_F(MetricsTest, are_lines_of_the_text_format) {
  metrics_.count(an_entry("/offerings/{id}", 200, {}));
  std::regex const line(
      R"(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{[a-z]+="[^"\\]*"(,[a-z]+="[^"\\]*")*\})? [0-9.e+-]+)");
  std::istringstream lines(text());
  for (std::string one; std::getline(lines, one);) EXPECT_TRUE(std::regex_match(one, line)) << one;
}

}  // namespace wegwijzer
