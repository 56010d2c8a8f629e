/* The files of Resources/, embedded in the program. */
#pragma once
#include <stddef.h>

/* One file: its path below Resources/, and its bytes. */
struct visit_resource {
  const char *name;
  const unsigned char *bytes;
  size_t count;
};

/* How many files there are. */
size_t visit_resource_count(void);

/* A file by its place in the table; a name of NULL where there is none. */
struct visit_resource visit_resource_at(size_t place);
