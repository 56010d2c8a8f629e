// The few system calls and constants that Swift cannot say, one header a purpose.
#pragma once
#include "disk_calls.h"
#include "secret_memory.h"
#include "terminal_guard.h"
#include "working_memory.h"
