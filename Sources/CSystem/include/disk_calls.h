// System calls of the journal's disk that Swift's Glibc module lacks or that are variadic in C.
#pragma once
#include <stdint.h>

/// Opens or creates `path` close-on-exec with `mode`; a descriptor, or -errno. EINTR is retried.
int32_t visit_disk_open(const char *path, int32_t flags, uint32_t mode);

/// Takes the exclusive advisory lock on `descriptor` without waiting; 0 or -errno. Corresponds to `flock`.
int32_t visit_disk_lock(int32_t descriptor);

/// Asks the kernel to forget its cached pages of `descriptor` from `offset` on; 0 or -errno.
int32_t visit_disk_drop_cache(int32_t descriptor, int64_t offset);

/// Writes the magic number of the file system that holds `path` into `magic`; 0 or -errno.
int32_t visit_disk_magic(const char *path, int64_t *magic);
