import Glibc
import Testing

extension TerminalRoom {
  @Suite("A full disk", .enabled(if: SmallDisk.isPermitted, SmallDisk.forbidden))
  struct FullDiskTests {
    @Test(
      "what could not be recorded is called NOT SAVED, stays on the screen, and is recorded once there is room"
    )
    func fullDisk() throws {
      let made = try ReadyBook.copied()
      let disk = try SmallDisk(at: made.folder.path("small"), kibibytes: 1_024)
      try made.folder.copy(made.folder.path("book"), to: "small/book")
      var run = made
      run.journal = "small/book"
      run.today = TerminalRoom.today
      let before = try run.entryCount()
      let session = try run.openVisitForm()
      try disk.fill()
      // More than fits in the room that the files hold already.
      try session.paste(Array(String(repeating: "a long day, ", count: 1_000).utf8) + [0x0A])
      try session.type("Words that must not go")
      try session.wait(for: "Words that must not go")
      try session.press("C-s")
      let refused = try session.wait(for: "NOT SAVED")
      #expect(refused.contains("Words that must not go"))
      #expect(refused.contains("Log a visit"))
      #expect(try run.entryCount() == before)

      try disk.makeRoom()
      try session.press("C-s")
      try session.wait(for: "recorded as entry")
      try session.press("q")
      #expect(try session.status() == 0)
      #expect(try run("visit", "list", "--format", "json").text.contains("Words that must not go"))
      #expect(try run("journal", "verify").status == 0)
    }
  }
}

/// A disk in memory that is soon full.
final class SmallDisk {
  static let forbidden: Comment = "this machine lets nobody mount a small disk: a full one is not tried"

  /// Whether a disk can be mounted here.
  static let isPermitted: Bool = {
    guard let place = try? Workspace(), let disk = try? SmallDisk(at: place.path("disk"), kibibytes: 64)
    else {
      return false
    }
    return disk.isMounted
  }()

  private let place: String
  private(set) var isMounted = false
  private var filler: String { place + "/filler" }

  init(at place: String, kibibytes: Int) throws {
    self.place = place
    mkdir(place, 0o700)
    guard mount("visitbook-test", place, "tmpfs", 0, "size=\(kibibytes)k") == 0 else {
      throw WorkspaceFailure(what: "mount \(place)", number: errno)
    }
    isMounted = true
  }

  /// The program may still have files open there; then the disk goes when it ends.
  deinit { if isMounted { umount2(place, Int32(MNT_DETACH)) } }

  /// Fills it to the last byte.
  func fill() throws {
    let file = open(filler, O_WRONLY | O_CREAT, 0o600)
    guard file >= 0 else { throw WorkspaceFailure(what: "open \(filler)", number: errno) }
    defer { close(file) }
    let block = [UInt8](repeating: 7, count: 4_096)
    while write(file, block, block.count) > 0 {}
    guard errno == ENOSPC else { throw WorkspaceFailure(what: "fill \(filler)", number: errno) }
  }

  /// Gives the room back.
  func makeRoom() throws {
    guard unlink(filler) == 0 else { throw WorkspaceFailure(what: "unlink", number: errno) }
  }
}
