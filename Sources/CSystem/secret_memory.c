#define _GNU_SOURCE
#include "secret_memory.h"

#include <errno.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

static size_t whole_pages(size_t count) {
  size_t page = (size_t)sysconf(_SC_PAGESIZE);
  return count == 0 ? page : (count + page - 1) / page * page;
}

void *visit_secret_allocate(size_t count, int32_t *locked) {
  size_t length = whole_pages(count);
  void *block = mmap(NULL, length, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (block == MAP_FAILED) return NULL;
  *locked = mlock(block, length) == 0;
  // Hints: an old kernel without one of them still has the other protections.
  (void)madvise(block, length, MADV_DONTDUMP);
  (void)madvise(block, length, MADV_WIPEONFORK);
  return block;
}

void visit_secret_free(void *block, size_t count) {
  size_t length = whole_pages(count);
  explicit_bzero(block, length);
  (void)munlock(block, length);
  (void)munmap(block, length);
}

void visit_secret_wipe(void *bytes, size_t count) { explicit_bzero(bytes, count); }

int32_t csystem_forbid_core_dumps(void) {
  struct rlimit none = {0, 0};
  if (setrlimit(RLIMIT_CORE, &none) != 0) return -errno;
  if (prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0) return -errno;
  return 0;
}
