#include "disk_calls.h"
