// Memory for keys and passphrases that neither reaches the swap file nor a core dump, and is wiped when it is given up.
#pragma once
#include <stddef.h>
#include <stdint.h>

/// A zeroed block of at least `count` bytes in pages of its own, or NULL where there is no memory.
///
/// The pages are left out of core dumps and of child processes. `*locked` says whether they are also kept out of the
/// swap file: the system grants only so much of that to a program.
void *visit_secret_allocate(size_t count, int32_t *locked);

/// Overwrites the block in a way that the compiler keeps, and gives it back.
void visit_secret_free(void *block, size_t count);

/// Overwrites `count` bytes in a way that the compiler keeps.
void visit_secret_wipe(void *bytes, size_t count);

/// Switches core dumps off and forbids other programs of the same account to look into this one; 0 or -errno.
int32_t csystem_forbid_core_dumps(void);

/// Overwrites the words of the command line behind the program's name, which lists of processes show to everybody on the
/// computer. Whoever wants to read them reads them before.
void csystem_hide_arguments(void);

// ---- Keys kept by the kernel --------------------------------------------------------------------------------
//
// The kernel's session keyring keeps a few bytes for the programs of one login, out of the swap file, and forgets them
// by itself. A login without a keyring of its own shares that of its account. Containers often forbid all of it.

/// Keeps `count` bytes under `description` for `seconds`, in place of what was kept there; 0 or -errno.
int32_t visit_kept_key_put(const char *description, const void *bytes, size_t count, uint32_t seconds);

/// Copies what is kept under `description` into `bytes` and keeps it for another `seconds`; how many bytes there are,
/// which may be more than `capacity`, or -errno (-ENOKEY where nothing is kept).
int32_t visit_kept_key_get(const char *description, void *bytes, size_t capacity, uint32_t seconds);

/// Forgets what is kept under `description`; 0 or -errno (-ENOKEY where nothing was kept).
int32_t visit_kept_key_drop(const char *description);
