// Where the standard error goes while the screen is up: a stray line of a library would spoil the picture.

import Glibc

/// What becomes of the standard error while the device is open.
public enum StandardErrorRoute: Hashable, Sendable {
  /// It is left alone.
  case untouched
  /// What is written is dropped.
  case discarded
  /// It goes to an open descriptor, such as a log file's.
  case descriptor(Int32)
}

/// The standard error turned elsewhere, and how to turn it back.
struct StandardErrorDetour {
  private let original: Int32
  private let target: Int32

  init(_ route: StandardErrorRoute) {
    switch route {
    case .untouched:
      (original, target) = (-1, -1)
    case .discarded:
      original = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
      target = open("/dev/null", O_WRONLY | O_CLOEXEC)
    case .descriptor(let descriptor):
      original = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
      target = fcntl(descriptor, F_DUPFD_CLOEXEC, 3)
    }
    begin()
  }

  func begin() {
    if target >= 0 { dup2(target, STDERR_FILENO) }
  }

  func end() {
    if original >= 0 { dup2(original, STDERR_FILENO) }
  }

  func close() {
    end()
    if original >= 0 { Glibc.close(original) }
    if target >= 0 { Glibc.close(target) }
  }
}
