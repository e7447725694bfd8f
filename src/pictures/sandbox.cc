// SPDX-License-Identifier: EUPL-1.2
#include "pictures/sandbox.h"

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstddef>
#include <fstream>

namespace wegwijzer::pictures {

namespace {

#if defined(__x86_64__)
constexpr std::uint32_t machine = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr std::uint32_t machine = AUDIT_ARCH_AARCH64;
#else
#error "say here which calls of the system this machine has"
#endif

// Memory, waiting for oneself, writing and ending. No call that opens or makes anything.
constexpr std::array<long, 12> allowed{SYS_write,      SYS_brk,      SYS_mmap,         SYS_munmap,
                                       SYS_mremap,     SYS_mprotect, SYS_madvise,      SYS_futex,
                                       SYS_exit_group, SYS_exit,     SYS_rt_sigreturn, SYS_clock_gettime};

bool limit(int what, std::uint64_t most) {
  rlimit const bound{most, most};
  return setrlimit(static_cast<__rlimit_resource_t>(what), &bound) == 0;
}

std::uint64_t memory_now() {
  std::ifstream pages("/proc/self/statm");
  std::uint64_t count = 0;
  pages >> count;
  return count * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
}

bool close_all_but(int open_file) {
  auto const kept = static_cast<unsigned>(open_file);
  bool const below = kept == 0 || close_range(0, kept - 1, 0) == 0;
  return close_range(kept + 1, ~0U, 0) == 0 && below;
}

// A call that is not allowed fails; it does not end the process, so that a library that only asks goes on.
bool filter_calls() {
  constexpr std::size_t before = 4, count = allowed.size();
  std::array<sock_filter, before + count + 2> program{};
  program[0] = BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, arch));
  program[1] = BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, machine, 1, 0);
  program[2] = BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS);
  program[3] = BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr));
  for (std::size_t i = 0; i < count; ++i) {
    auto const to_end = static_cast<std::uint8_t>(count - i);
    program[before + i] =
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, static_cast<std::uint32_t>(allowed[i]), to_end, 0);
  }
  program[before + count] = BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM);
  program[before + count + 1] = BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
  sock_fprog const filter{static_cast<unsigned short>(program.size()), program.data()};
  return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
         prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) == 0;
}

}  // namespace

bool give_up_all_but(int open_file, std::uint64_t more_memory, std::chrono::seconds time) {
  return limit(RLIMIT_AS, memory_now() + more_memory) &&
         limit(RLIMIT_CPU, static_cast<std::uint64_t>(time.count())) && limit(RLIMIT_CORE, 0) &&
         limit(RLIMIT_FSIZE, 0) && limit(RLIMIT_NPROC, 0) && close_all_but(open_file) && filter_calls();
}

}  // namespace wegwijzer::pictures
