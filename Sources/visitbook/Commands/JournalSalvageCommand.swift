internal import ArgumentParser
internal import VisitJournal

/// `visitbook journal salvage`: all that is readable of a damaged journal, in a new one.
struct JournalSalvageCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "salvage", abstract: "Copy all that is readable of a damaged journal into a new one.",
    discussion: """
      The new journal has the same members and passphrases, and entries keep who wrote them and when. What could not be \
      read is listed by its place. The damaged journal is not touched. If there is a newer backup, restore that instead.
      """)

  @Argument(help: "A folder that is missing or empty.")
  var to: String
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    let folder = try desk.options.journalFolder(desk.around)
    let fileSystem = PosixFileSystem()
    let member = try desk.member(of: folder, on: fileSystem)
    let secret = JournalSecret.passphrase(try desk.passphrases.existing(desk.words("passphrase.ask")))
    let saved: Journal.Salvaged
    do throws(CareError) {
      saved = try Journal.salvage(
        from: folder, to: JournalPath(to), fileSystem: fileSystem, member: member, secret: secret)
    } catch {
      throw desk.explained(error)
    }
    try desk.streams.result(line: desk.words.count("salvage.done", saved.entries, ["path": to]))
    try desk.streams.result(lines: losses(saved, desk))
    if !saved.losses.isEmpty { desk.streams.message(desk.words("salvage.older")) }
  }

  private func losses(_ saved: Journal.Salvaged, _ desk: FrontDesk) -> [String] {
    let words = desk.words
    var lines: [String] = []
    for loss in saved.losses {
      let place = [
        "path": loss.path.text, "segment": "\(loss.place.segment)", "offset": "\(loss.place.offset)",
        "reason": "\(loss.reason)",
      ]
      if let entries = loss.entries {
        lines.append(words.count("salvage.lost", entries, place))
      } else {
        lines.append(words("salvage.lostUncounted", place))
      }
    }
    for entry in saved.check.misread { lines.append(desk.sentence(for: entry)) }
    if saved.losses.isEmpty { lines.append(words("salvage.nothingLost")) }
    if saved.unfinishedBytes > 0 {
      lines.append(words("salvage.unfinished", ["bytes": "\(saved.unfinishedBytes)"]))
    }
    if saved.redacted > 0 { lines.append(words.count("salvage.redacted", saved.redacted)) }
    if saved.drafts > 0 { lines.append(words.count("backup.drafts", saved.drafts)) }
    return lines
  }
}
