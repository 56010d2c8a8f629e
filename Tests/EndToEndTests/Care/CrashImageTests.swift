import Glibc
import Testing

/// A real ext4 file system in a file, copied as it is on the medium while the real program records: what a laptop finds
/// when its battery is pulled out. What is only in the page cache is not in the copy.
///
/// `VISITBOOK_IMAGES` sets how many copies are taken, 8 unless it says otherwise.
@Suite("A power cut on ext4", .enabled(if: Ext4.isPermitted, "\(Ext4.forbidden)"))
struct CrashImageTests {
  private static let images = getenv("VISITBOOK_IMAGES").flatMap { Int(String(cString: $0)) } ?? 8

  @Test("loses nothing that was acknowledged, and the journal opens and goes on")
  func images() throws {
    let made = try ReadyBook.copied()
    let disk = try Ext4(at: made.folder.path("disk"), image: made.folder.path("image"), makes: true)
    try made.folder.copy(made.folder.path("book"), to: "disk/book")
    sync()
    var run = made
    run.journal = "disk/book"
    let said = run.folder.path("said")
    try run.folder.write("", to: "said")
    let writer = try LoopingCommands(
      """
      while :; do
        "$VISITBOOK" visit log --family F-0001 --date 2026-11-21 --minutes 30 --again --note 'On ext4' \\
          --journal '\(run.folder.path(run.journal))' --passphrase-file '\(run.folder.path("passphrase"))' \\
          --today \(run.today) >>'\(said)' 2>/dev/null
      done
      """)
    defer { writer.kill() }
    var acknowledged = 0
    for number in 0..<CrashImageTests.images {
      usleep(useconds_t(150_000 + (number * 91_733) % 250_000))
      writer.hold(true)
      let ids = try run.folder.text("said").split(separator: "\n").compactMap { line in
        line.hasPrefix("Visit ") && line.hasSuffix(".") ? line.split(separator: " ").dropFirst().first : nil
      }
      let copied = try run.shell(
        "cp --sparse=always '\(disk.image)' '\(run.folder.path("crashed"))'")
      writer.hold(false)
      try #require(copied.status == 0, "\(copied.messages)")
      let crashed = try Ext4(
        at: run.folder.path("after"), image: run.folder.path("crashed"), makes: false)
      var after = run
      after.journal = "after/book"
      let verdict = try after("journal", "verify", "--every-signature")
      #expect(verdict.status <= 1, "image \(number): \(verdict.text)")
      let listed = Set(try after("visit", "list", "--format", "csv").lines.map { $0.prefix { $0 != "," } })
      for id in ids where !listed.contains(id) { Issue.record("image \(number): visit \(id) is gone") }
      let next = try after("visit", "log", "--family", "F-0001", "--date", "2026-11-22", "--minutes", "45")
      #expect(next.status == 0, "image \(number): \(next.messages)")
      #expect(try after("journal", "verify", "--every-signature").status == 0, "image \(number)")
      acknowledged = ids.count
      withExtendedLifetime(crashed) {}
    }
    #expect(acknowledged > 0, "no visit was recorded: the test tested nothing")
    print("\(CrashImageTests.images) ext4 images, \(acknowledged) visits acknowledged")
  }
}

/// An ext4 file system in a file, mounted through the loop device until it goes.
final class Ext4 {
  static let forbidden = "this machine lets nobody mount an image of ext4: a real power cut is not tried"

  /// Whether an image can be made and mounted here.
  static let isPermitted: Bool = {
    guard let place = try? Workspace() else { return false }
    return (try? Ext4(at: place.path("disk"), image: place.path("image"), makes: true)) != nil
  }()

  let image: String
  private let place: String

  init(at place: String, image: String, makes: Bool) throws {
    (self.place, self.image) = (place, image)
    mkdir(place, 0o700)
    let run = try BuiltProgram(Workspace())
    let make = makes ? "truncate -s 24M '\(image)' && /sbin/mkfs.ext4 -q -F '\(image)' && " : ""
    let mounted = try run.shell("\(make)/bin/mount -o loop '\(image)' '\(place)'")
    guard mounted.status == 0 else { throw WorkspaceFailure(what: mounted.messages, number: mounted.status) }
  }

  /// A program that is still being killed may have files open there; then the disk goes when it ends.
  deinit { umount2(place, Int32(MNT_DETACH)) }
}
