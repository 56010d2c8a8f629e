// What Swift needs of ncurses, and the accessors for what its importer cannot see.
//
// The wide functions are hidden unless NCURSES_WIDECHAR is set, wcwidth unless _XOPEN_SOURCE is; globals such as
// stdscr and the macros that are expressions are refused or not imported, so they get functions here.
#pragma once

#define NCURSES_WIDECHAR 1
#ifndef _GNU_SOURCE
#define _GNU_SOURCE 1
#endif

#include <wchar.h>
#include <locale.h>
#include <langinfo.h>
#include <stdio.h>
#include <stdint.h>
#include <unistd.h>
#include <fcntl.h>
#include <stdbool.h>
#include <curses.h>
#include <term.h>

// term.h defines short lower-case macros for every capability; the one that would bite is taken back.
#undef lines
#undef columns

typedef WINDOW *nc_window;

static inline nc_window nc_stdscr(void) { return stdscr; }
static inline int nc_lines(void) { return LINES; }
static inline int nc_columns(void) { return COLS; }
static inline int nc_colors(void) { return COLORS; }

/// A screen on duplicates of the two descriptors, so that closing it leaves them alone; null when refused.
static inline SCREEN *nc_newterm(const char *type, int output, int input) {
  int out = fcntl(output, F_DUPFD_CLOEXEC, 3), in = fcntl(input, F_DUPFD_CLOEXEC, 3);
  FILE *to = out < 0 ? NULL : fdopen(out, "w"), *from = in < 0 ? NULL : fdopen(in, "r");
  SCREEN *screen = to && from ? newterm(type, to, from) : NULL;
  if (!screen) {
    if (to) fclose(to);
    if (from) fclose(from);
  }
  return screen;
}

/// The window attributes a style can ask for.
static inline attr_t nc_bold(void) { return WA_BOLD; }
static inline attr_t nc_underline(void) { return WA_UNDERLINE; }
static inline attr_t nc_reverse(void) { return WA_REVERSE; }
static inline attr_t nc_dim(void) { return WA_DIM; }

/// Puts a glyph of at most five scalars, `width` cells wide, at the window's cursor. What the C library does not
/// know to be that wide would shift the row, so a middle dot (a question mark outside UTF-8) stands for it. ERR is
/// ignored: ncurses gives it for the lower right cell although the cell is written.
static inline void nc_put(
    nc_window window, const uint32_t *scalars, int count, int width, attr_t attributes, short pair, bool unicode) {
  wchar_t text[6] = {0};
  if (count > 5) count = 5;
  for (int index = 0; index < count; index++) text[index] = (wchar_t)scalars[index];
  bool known = count > 0 && wcwidth(text[0]) == width;
  if (!known) {
    text[0] = unicode ? 0xB7 : L'?';
    text[1] = 0;
  }
  cchar_t cell;
  if (setcchar(&cell, text, attributes, pair, NULL) == ERR) {
    text[1] = 0;
    if (setcchar(&cell, text, attributes, pair, NULL) == ERR) return;
  }
  wadd_wch(window, &cell);
  if (!known && width == 2) {
    wchar_t blank[2] = {L' ', 0};
    if (setcchar(&cell, blank, attributes, pair, NULL) != ERR) wadd_wch(window, &cell);
  }
}

/// Forgets what ncurses believes the screen shows, so that the next update sends all of it.
static inline void nc_forget_screen(void) { clearok(curscr, TRUE); }

/// Button 1 and the wheel, nothing that floods.
static inline mmask_t nc_mouse_wanted(void) {
  mmask_t wanted = BUTTON1_PRESSED | BUTTON1_RELEASED | BUTTON1_CLICKED | BUTTON1_DOUBLE_CLICKED | BUTTON4_PRESSED;
#ifdef BUTTON5_PRESSED
  wanted |= BUTTON5_PRESSED;
#endif
  return wanted;
}
static inline bool nc_mouse_pressed(mmask_t state) { return (state & (BUTTON1_PRESSED | BUTTON1_CLICKED)) != 0; }
static inline bool nc_mouse_doubled(mmask_t state) { return (state & BUTTON1_DOUBLE_CLICKED) != 0; }
static inline bool nc_mouse_released(mmask_t state) { return (state & BUTTON1_RELEASED) != 0; }
static inline bool nc_wheel_up(mmask_t state) { return (state & BUTTON4_PRESSED) != 0; }
static inline bool nc_wheel_down(mmask_t state) {
#ifdef BUTTON5_PRESSED
  return (state & BUTTON5_PRESSED) != 0;
#else
  return false;
#endif
}

/// Whether the terminal can move its cursor at all; call after a terminal is set up.
static inline bool nc_can_move_cursor(void) {
  char *cup = tigetstr("cup");
  return cup != NULL && cup != (char *)-1 && *cup != 0;
}

static inline int nc_key_f0(void) { return KEY_F0; }
/// The name of the character set of LC_CTYPE.
static inline const char *nc_codeset(void) { return nl_langinfo(CODESET); }
