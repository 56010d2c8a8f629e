import Glibc
import Support
import Testing
import VisitModel

@testable import VisitJournal

@Suite("A snapshot")
struct SnapshotSeedTests {
  let test = TestJournal()

  // Only for the fuzzers, where the layout has changed: `VISITBOOK_SEEDS=Tests/Fuzzing/corpus/snapshot` writes them there.
  @Test(
    "can be given to the fuzzers", .enabled(if: SnapshotSeeds.folder != nil, "no folder is named for them"),
    arguments: [5, 12, 20, 30])
  func seeds(_ facts: Int) throws {
    let folder = try #require(SnapshotSeeds.folder)
    var life = RandomLife(seed: UInt64(facts))
    let (journal, _) = try test.create()
    try life.go(on: journal, facts: facts)
    var (gathering, read) = try journal.snapshotSource.gather()
    let plain = gathering.plain(upTo: read.end, of: journal.snapshotSource.device, reach: [])
    try PosixFileSystem().replaceAtomically(folder.appending("facts-\(facts)"), with: plain)
  }
}

/// Where snapshots are to be put for the fuzzers to begin from.
enum SnapshotSeeds {
  static let folder = getenv("VISITBOOK_SEEDS").map { JournalPath(String(cString: $0)) }
}
