#include "working_memory.h"

#include <malloc.h>

void csystem_keep_freed_memory(size_t count) {
  (void)mallopt(M_MMAP_THRESHOLD, (int)count);
  (void)mallopt(M_TRIM_THRESHOLD, (int)count);
}
