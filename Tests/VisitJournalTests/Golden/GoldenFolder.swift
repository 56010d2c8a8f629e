import Glibc
import VisitJournal

/// Where a golden journal of a new format is to be made.
enum GoldenFolder {
  static let toMake = getenv("VISITBOOK_GOLDEN").map { JournalPath(String(cString: $0)) }
}
