#define _GNU_SOURCE
#include "disk_calls.h"
#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/vfs.h>

int32_t visit_disk_open(const char *path, int32_t flags, uint32_t mode) {
  int descriptor;
  do {
    descriptor = open(path, flags | O_CLOEXEC, mode);
  } while (descriptor < 0 && errno == EINTR);
  return descriptor < 0 ? -errno : descriptor;
}

int32_t visit_disk_lock(int32_t descriptor) {
  int result;
  do {
    result = flock(descriptor, LOCK_EX | LOCK_NB);
  } while (result < 0 && errno == EINTR);
  return result < 0 ? -errno : 0;
}

int32_t visit_disk_drop_cache(int32_t descriptor, int64_t offset) {
  return -posix_fadvise(descriptor, offset, 0, POSIX_FADV_DONTNEED);
}

int32_t visit_disk_magic(const char *path, int64_t *magic) {
  struct statfs facts;
  int result;
  do {
    result = statfs(path, &facts);
  } while (result < 0 && errno == EINTR);
  if (result < 0) return -errno;
  *magic = (int64_t)facts.f_type;
  return 0;
}
