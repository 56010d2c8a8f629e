// What a terminal program must do inside signal handlers, where Swift may not run.
//
// The crash guard gives the terminal back before the program dies: it writes a prepared string, restores
// the line settings, reinstalls the handler that was there before and lets the fault happen again. It
// never prints anything of the program's data.
//
// The signal relay writes the number of each signal it takes, as one byte, to a descriptor that the event
// loop polls. There is one terminal a process, so there is one guard and one relay.
#pragma once
#include <stddef.h>

/// Remembers the line settings of `terminal` as they are now. 0, or the errno.
int terminal_guard_remember(int terminal);

/// From now on a crash writes `restore` (at most 1000 bytes) and then `notice` (at most 500) to the
/// terminal and puts the remembered settings back. 0, or the errno.
int terminal_guard_arm(const char *restore, size_t restore_length, const char *notice, size_t notice_length);

/// Puts the handlers back that were there before.
void terminal_guard_disarm(void);

/// Takes SIGHUP, SIGTERM, SIGINT, SIGTSTP, SIGCONT and SIGWINCH and writes their numbers to `descriptor`,
/// which must not block: whichever thread a signal arrives on, the loop that polls is woken. A signal that was ignored (as nohup does) stays ignored. 0, or the errno.
int terminal_signals_begin(int descriptor);

/// Gives the signals back.
void terminal_signals_end(void);

/// Stops the process group as ^Z would, and returns when it is continued.
void terminal_stop_group(void);
