/// Tells how much is done of gathering a log and making families of it, in bytes of the log: reading counts for the first
/// half of them, making families for the second.
final class GatheringProgress {
  private let tell: ((_ done: Int, _ total: Int) -> Void)?
  private var bytes = 0

  init(_ tell: ((_ done: Int, _ total: Int) -> Void)?) { self.tell = tell }

  /// So many bytes of the log are read.
  func read(_ done: Int, _ total: Int) {
    bytes = total
    tell?(done / 2, total)
  }

  /// So many families are made.
  func made(_ done: Int, _ total: Int) {
    guard bytes > 0, total > 0 else { return }
    tell?(bytes / 2 + (bytes - bytes / 2) * done / total, bytes)
  }

  /// All is done.
  func finish() {
    if bytes > 0 { tell?(bytes, bytes) }
  }
}
