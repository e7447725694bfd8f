// SPDX-License-Identifier: EUPL-1.2
// main() of every unit test: GoogleTest's, in a program that makes its pictures apart as ours does.
#include <gmock/gmock.h>

#include "pictures/apart.h"

int main(int argc, char** argv) {
  wegwijzer::pictures::make_picture_if_asked(argc, argv);
  testing::InitGoogleMock(&argc, argv);
  return RUN_ALL_TESTS();
}
