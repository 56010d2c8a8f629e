#include "secret_memory.h"
