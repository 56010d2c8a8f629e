internal import ArgumentParser
internal import VisitJournal

/// `visitbook journal check-disk`: whether the disk under the journal keeps the promises that the journal builds on.
struct JournalCheckDiskCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "check-disk", abstract: "Try out the disk under the journal; needs no passphrase.",
    discussion: """
      Writes a few small files of its own into the journal's folder and removes them again. Ends with 0 where the \
      disk does what a journal needs, with 74 where it does not.
      """)

  @OptionGroup(title: "Every command")
  var common: CommonOptions

  /// No disk with moving parts, and few without, write and sync in less.
  private static let doubtfulCommit = Duration.microseconds(15)
  /// Room for some ten thousand visits.
  private static let littleRoom = 16 << 20

  func work(at desk: FrontDesk) throws {
    let folder = try desk.options.journalFolder(desk.around)
    let fileSystem = PosixFileSystem()
    _ = try Journal.code(at: folder, fileSystem: fileSystem)
    let check = try DiskCheck(
      of: folder, fileSystem: fileSystem, freeBytes: try fileSystem.freeBytes(at: folder))
    try desk.streams.result(lines: lines(for: check, desk))
    guard check.broken.isEmpty else { throw ExitCode(ExitStatus.inputOutput.rawValue) }
  }

  private func lines(for check: DiskCheck, _ desk: FrontDesk) -> [String] {
    let words = desk.words
    var lines = [
      check.freeBytes.map {
        words("checkDisk.medium", ["medium": check.medium.name, "free": "\($0 / 1_000_000)"])
      }
        ?? words("checkDisk.mediumOnly", ["medium": check.medium.name])
    ]
    if let free = check.freeBytes, free < JournalCheckDiskCommand.littleRoom {
      lines.append(words("checkDisk.full"))
    }
    for promise in DiskCheck.Promise.allCases {
      let answer = check.broken.contains(promise) ? "broken" : "kept"
      lines.append(words("checkDisk.\(promise.rawValue).\(answer)"))
    }
    lines.append(
      words(
        "checkDisk.commit",
        [
          "usual": milliseconds(check.usualCommit), "worst": milliseconds(check.commits.last ?? .zero),
          "count": "\(check.commits.count)",
        ]))
    if check.usualCommit < JournalCheckDiskCommand.doubtfulCommit, check.broken.isEmpty {
      lines.append(words("checkDisk.fast"))
    }
    lines.append(words("checkDisk.limits"))
    return lines
  }

  /// With two decimals.
  private func milliseconds(_ time: Duration) -> String {
    let hundredths = Int(time / .microseconds(10))
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
