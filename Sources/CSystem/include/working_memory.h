// How the C library deals with memory that is given back.
#pragma once
#include <stddef.h>

/// Lets the C library keep up to `count` bytes of what the program gives back, for the next that it asks for. Where it
/// takes no such wish, nothing but time is lost.
void csystem_keep_freed_memory(size_t count);
