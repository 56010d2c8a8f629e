#define _GNU_SOURCE 1
#include "terminal_guard.h"

#include <errno.h>
#include <signal.h>
#include <stdbool.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

// One terminal a process: what handlers need is kept here, set before they are installed.

static const int crash_signals[] = {SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV};
enum { crash_count = sizeof crash_signals / sizeof *crash_signals };
static struct sigaction crash_previous[crash_count];
static volatile sig_atomic_t armed;

static int terminal = -1;
static struct termios settings;
static char restore_bytes[1000], notice_bytes[500];
static size_t restore_size, notice_size;
static char handler_stack[64 * 1024];
static stack_t previous_stack;

static const int relayed_signals[] = {SIGHUP, SIGTERM, SIGINT, SIGTSTP, SIGCONT, SIGWINCH};
enum { relayed_count = sizeof relayed_signals / sizeof *relayed_signals };
static struct sigaction relayed_previous[relayed_count];
static bool relayed_taken[relayed_count];
static volatile sig_atomic_t relay_descriptor = -1;

static void put(const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(terminal, bytes, count);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    bytes += written;
    count -= (size_t)written;
  }
}

static void on_crash(int signal_number, siginfo_t *info, void *context) {
  (void)context;
  int saved = errno;
  for (int index = 0; index < crash_count; index++)
    sigaction(crash_signals[index], &crash_previous[index], NULL);
  if (armed) {
    armed = 0;
    put(restore_bytes, restore_size);
    tcsetattr(terminal, TCSANOW, &settings);
    put(notice_bytes, notice_size);
  }
  // A fault happens again when this returns; a signal somebody sent has to be sent again.
  if (info == NULL || info->si_code <= 0) raise(signal_number);
  errno = saved;
}

int terminal_guard_remember(int descriptor) {
  terminal = descriptor;
  return tcgetattr(descriptor, &settings) == 0 ? 0 : errno;
}

int terminal_guard_arm(const char *restore, size_t restore_length, const char *notice, size_t notice_length) {
  if (terminal < 0) return EBADF;
  if (armed) return EBUSY;
  restore_size = restore_length < sizeof restore_bytes ? restore_length : sizeof restore_bytes;
  notice_size = notice_length < sizeof notice_bytes ? notice_length : sizeof notice_bytes;
  memcpy(restore_bytes, restore, restore_size);
  memcpy(notice_bytes, notice, notice_size);

  // A stack of its own, so that running out of stack is caught too; one that is there already is kept.
  if (sigaltstack(NULL, &previous_stack) == 0 && (previous_stack.ss_flags & SS_DISABLE)) {
    stack_t stack = {.ss_sp = handler_stack, .ss_size = sizeof handler_stack};
    sigaltstack(&stack, NULL);
  }
  struct sigaction action = {.sa_sigaction = on_crash, .sa_flags = SA_SIGINFO | SA_ONSTACK};
  sigfillset(&action.sa_mask);
  for (int index = 0; index < crash_count; index++)
    if (sigaction(crash_signals[index], &action, &crash_previous[index]) != 0) return errno;
  armed = 1;
  return 0;
}

void terminal_guard_disarm(void) {
  if (!armed) return;
  armed = 0;
  for (int index = 0; index < crash_count; index++)
    sigaction(crash_signals[index], &crash_previous[index], NULL);
  if (previous_stack.ss_flags & SS_DISABLE) sigaltstack(&previous_stack, NULL);
}

static void on_relayed(int signal_number) {
  int saved = errno;
  unsigned char byte = (unsigned char)signal_number;
  // A full pipe already wakes the loop; there is nothing else to do about it here.
  if (write(relay_descriptor, &byte, 1) < 0) {
  }
  errno = saved;
}

static int take(int index) {
  struct sigaction action = {.sa_handler = on_relayed, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  return sigaction(relayed_signals[index], &action, NULL);
}

int terminal_signals_begin(int descriptor) {
  relay_descriptor = descriptor;
  sigset_t wanted;
  sigemptyset(&wanted);
  for (int index = 0; index < relayed_count; index++) {
    if (sigaction(relayed_signals[index], NULL, &relayed_previous[index]) != 0) return errno;
    relayed_taken[index] = relayed_previous[index].sa_handler != SIG_IGN;
    if (relayed_taken[index] && take(index) != 0) return errno;
    if (relayed_taken[index]) sigaddset(&wanted, relayed_signals[index]);
  }
  // Whoever started the program may have held them back, as Swift's own threads do.
  return pthread_sigmask(SIG_UNBLOCK, &wanted, NULL);
}

void terminal_signals_end(void) {
  for (int index = 0; index < relayed_count; index++) {
    if (relayed_taken[index]) sigaction(relayed_signals[index], &relayed_previous[index], NULL);
    relayed_taken[index] = false;
  }
  relay_descriptor = -1;
}

void terminal_stop_group(void) {
  struct sigaction standard = {.sa_handler = SIG_DFL}, before;
  sigemptyset(&standard.sa_mask);
  sigaction(SIGTSTP, &standard, &before);
  kill(0, SIGTSTP);
  sigaction(SIGTSTP, &before, NULL);
}
