internal import VisitJournal

// What is wrong with a log or a disk, in words: the place, and what helps.

extension Explain {
  /// What went wrong while a journal was left: what was recorded is durable all the same.
  func closing(_ error: JournalError) -> String {
    switch error {
    case .notSaved(let disk), .poisoned(let disk), .disk(let disk):
      say("journal.leftOpen", ["why": sentence(for: disk)])
    default: failure(error).message
    }
  }

  /// What was asked of the disk, of which file, and why it did not happen.
  func sentence(for error: DiskError) -> String {
    let cause: String
    switch error.cause {
    case .noSpace: cause = say("disk.noSpace")
    case .readOnly: cause = say("disk.readOnly")
    case .notPermitted: cause = say("disk.notPermitted")
    case .notFound: cause = say("disk.notFound")
    case .alreadyExists: cause = say("disk.alreadyExists")
    case .locked: cause = say("disk.locked")
    case .networkFileSystem(let name): cause = say("disk.network", ["name": name])
    case .ioFailure(let number): cause = words?.systemError(number) ?? "error \(number)"
    }
    return say("disk.failed", ["path": error.path.text, "operation": error.operation.rawValue, "why": cause])
  }

  /// What opening a journal found that a person should know; nil where all is well.
  func notice(_ journal: Journal) -> String? {
    var lines: [String] = []
    if let verdict = journal.recovery?.verdict, verdict != .clean { lines.append(sentence(for: verdict)) }
    let unreadable = journal.unreadable.count
    if unreadable > 0, let words { lines.append(words.count("journal.unreadable", unreadable)) }
    let finished = journal.finishedErasures.count
    if finished > 0, let words { lines.append(words.count("erase.finished", finished)) }
    if journal.erasureTrouble != nil { lines.append(say("erase.unfinished")) }
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }

  /// What a look at the log found.
  func sentence(for verdict: LogVerdict) -> String {
    switch verdict {
    case .clean: return say("log.clean")
    case .tornTail(let place, let bytes, let quarantined):
      return say(
        quarantined == nil ? "log.torn" : "log.tornAside",
        ["place": self.place(place), "bytes": "\(bytes)", "file": quarantined?.text ?? ""])
    case .damage(let damage):
      return say(
        "log.damage",
        [
          "path": damage.path.text, "place": self.place(damage.place), "reason": "\(damage.reason)",
          "good": "\(damage.lastGoodSequence)",
        ])
    case .rollback(let rollback):
      return say(
        rollback.isFork ? "log.fork" : "log.rollback",
        ["found": "\(rollback.foundSequence)", "acknowledged": "\(rollback.acknowledgedSequence)"])
    }
  }

  /// Why a log could not be read at all.
  func sentence(for error: LogError) -> String {
    if case .disk(let disk) = error { return sentence(for: disk) }
    return say("log.unreadable", ["error": "\(error)"])
  }

  private func place(_ place: LogPlace) -> String {
    say("log.place", ["segment": "\(place.segment)", "offset": "\(place.offset)"])
  }
}
