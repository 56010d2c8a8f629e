// A disk that fails at one call: put before the program with LD_PRELOAD, it answers the N-th of the calls named, among
// those that go to a file below one folder, with an error, and lets all others through.
//
//   FAILING_UNDER    the folder; calls on other files are not counted
//   FAILING_CALL     write (also pwrite), sync (fsync, fdatasync), truncate, rename, or any
//   FAILING_AT       which of them fails, from 1
//   FAILING_ERROR    the error number it fails with; 0: a write takes half of its bytes and says so
//   FAILING_REACHED  a file that is made when the call came to pass
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static atomic_int calls;

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static int is_under(const char *path) {
  const char *folder = getenv("FAILING_UNDER");
  return folder && strncmp(path, folder, strlen(folder)) == 0;
}

/// Whether a call of this kind on this path is the one that fails.
static int fails(const char *kind, const char *path) {
  const char *wanted = getenv("FAILING_CALL"), *at = getenv("FAILING_AT");
  if (!wanted || !at || !is_under(path)) return 0;
  if (strcmp(wanted, "any") != 0 && strcmp(wanted, kind) != 0) return 0;
  if (atomic_fetch_add(&calls, 1) + 1 != atoi(at)) return 0;
  const char *reached = getenv("FAILING_REACHED");
  if (reached) {
    int file = open(reached, O_WRONLY | O_CREAT, 0600);
    if (file >= 0) close(file);
  }
  return 1;
}

static int fails_open(const char *kind, int descriptor) {
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return fails(kind, path);
}

static int error_number(void) {
  const char *number = getenv("FAILING_ERROR");
  return number ? atoi(number) : EIO;
}

ssize_t write(int descriptor, const void *bytes, size_t count) {
  if (fails_open("write", descriptor)) {
    if (error_number() == 0 && count > 1) return REAL(write)(descriptor, bytes, count / 2);
    return errno = error_number(), -1;
  }
  return REAL(write)(descriptor, bytes, count);
}

ssize_t pwrite(int descriptor, const void *bytes, size_t count, off_t offset) {
  if (fails_open("write", descriptor)) {
    if (error_number() == 0 && count > 1) return REAL(pwrite)(descriptor, bytes, count / 2, offset);
    // A disk that fills up or breaks takes what it still could.
    REAL(pwrite)(descriptor, bytes, count / 2, offset);
    return errno = error_number(), -1;
  }
  return REAL(pwrite)(descriptor, bytes, count, offset);
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t count, off64_t offset) {
  return pwrite(descriptor, bytes, count, offset);
}

int fsync(int descriptor) {
  if (fails_open("sync", descriptor)) return errno = error_number(), -1;
  return REAL(fsync)(descriptor);
}

int fdatasync(int descriptor) {
  if (fails_open("sync", descriptor)) return errno = error_number(), -1;
  return REAL(fdatasync)(descriptor);
}

int ftruncate(int descriptor, off_t size) {
  if (fails_open("truncate", descriptor)) return errno = error_number(), -1;
  return REAL(ftruncate)(descriptor, size);
}

int ftruncate64(int descriptor, off64_t size) { return ftruncate(descriptor, size); }

int rename(const char *old, const char *new) {
  if (fails("rename", old)) return errno = error_number(), -1;
  return REAL(rename)(old, new);
}
