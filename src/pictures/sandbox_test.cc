// SPDX-License-Identifier: EUPL-1.2
#include "pictures/sandbox.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>

namespace wegwijzer::pictures {

namespace {

// Ends this process: 0 when every call failed that it gave up, else the number of the first that did not.
[[noreturn]] void try_everything(int open_file) {
  if (!give_up_all_but(open_file, std::uint64_t{256} << 20U, std::chrono::seconds(5))) _exit(100);
  if (open("/etc/hostname", O_RDONLY) >= 0) _exit(1);
  if (socket(AF_INET, SOCK_STREAM, 0) >= 0) _exit(2);
  if (fork() >= 0) _exit(3);
  char* const words[] = {nullptr};
  if (execve("/bin/true", words, words) == 0) _exit(4);
  char byte = 0;
  if (read(0, &byte, 1) >= 0 || write(1, &byte, 1) >= 0) _exit(5);
  if (write(open_file, &byte, 1) != 1) _exit(6);
  _exit(0);
}

}  // namespace

TEST(SandboxDeathTest, leaves_nothing_but_calculating_and_one_open_file) {
  int ends[2]{};
  ASSERT_EQ(pipe(ends), 0);
  EXPECT_EXIT(try_everything(ends[1]), testing::ExitedWithCode(0), "");
  char byte = 'x';
  EXPECT_EQ(read(ends[0], &byte, 1), 1);
  for (auto const end : ends) close(end);
}

}  // namespace wegwijzer::pictures
