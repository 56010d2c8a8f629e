#define _GNU_SOURCE
#include "secret_memory.h"

#include <errno.h>
#include <linux/keyctl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
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

// The words of the command line as the kernel shows them to everybody; the C library hands them to constructors.
static int argument_count;
static char **arguments;

__attribute__((constructor)) static void note_arguments(int count, char **words) {
  argument_count = count;
  arguments = words;
}

void csystem_hide_arguments(void) {
  for (int number = 1; number < argument_count && arguments[number] != NULL; number += 1) {
    explicit_bzero(arguments[number], strlen(arguments[number]));
  }
}

// The C library has no names for these calls.
static long call_keyctl(int operation, unsigned long a, unsigned long b, unsigned long c, unsigned long d) {
  return syscall(SYS_keyctl, operation, a, b, c, d);
}

// Asked for by number: adding to the special id itself would begin a keyring that dies with this program where the
// login has none of its own.
static long kept_keyring(void) {
  return call_keyctl(KEYCTL_GET_KEYRING_ID, (unsigned long)KEY_SPEC_SESSION_KEYRING, 0, 0, 0);
}

static long kept_key(const char *description) {
  long ring = kept_keyring();
  if (ring < 0) return ring;
  return call_keyctl(KEYCTL_SEARCH, (unsigned long)ring, (unsigned long)"user", (unsigned long)description, 0);
}

int32_t visit_kept_key_put(const char *description, const void *bytes, size_t count, uint32_t seconds) {
  long ring = kept_keyring();
  if (ring < 0) return -errno;
  long key = syscall(SYS_add_key, "user", description, bytes, count, ring);
  if (key < 0) return -errno;
  // A key that would be kept for ever is worse than none.
  if (call_keyctl(KEYCTL_SET_TIMEOUT, (unsigned long)key, seconds, 0, 0) < 0) {
    int error = errno;
    (void)call_keyctl(KEYCTL_REVOKE, (unsigned long)key, 0, 0, 0);
    return -error;
  }
  return 0;
}

int32_t visit_kept_key_get(const char *description, void *bytes, size_t capacity, uint32_t seconds) {
  long key = kept_key(description);
  if (key < 0) return -errno;
  long count = call_keyctl(KEYCTL_READ, (unsigned long)key, (unsigned long)bytes, capacity, 0);
  if (count < 0) return -errno;
  (void)call_keyctl(KEYCTL_SET_TIMEOUT, (unsigned long)key, seconds, 0, 0);
  return (int32_t)count;
}

int32_t visit_kept_key_drop(const char *description) {
  long key = kept_key(description);
  if (key < 0) return -errno;
  if (call_keyctl(KEYCTL_INVALIDATE, (unsigned long)key, 0, 0, 0) == 0) return 0;
  return call_keyctl(KEYCTL_REVOKE, (unsigned long)key, 0, 0, 0) < 0 ? -errno : 0;
}
