internal import VisitJournal
internal import VisitLibrary
internal import VisitModel

/// Turns every error into a sentence that says what to do, and into the number the program ends with.
struct Explain {
  /// The words of the commands; nil where reading them is what went wrong.
  let words: Wording?
  /// The words for fields and faults.
  let faults: Words?

  /// What to say about an error, and how to end.
  func failure(_ error: any Error) -> Failure {
    switch error {
    case let failure as Failure: failure
    case let refusal as Refusal: self.failure(refusal, heading: "refused")
    case let error as JournalError: failure(error)
    case let error as DiskError: failure(error)
    case let error as LibraryError: Failure(.badData, error.description)
    case StreamFailure.failed(let number):
      Failure(.inputOutput, say("output.failed", ["why": words?.systemError(number) ?? "\(number)"]))
    default: Failure(.inputOutput, say("unexpected", ["error": "\(error)"]))
    }
  }

  /// A refusal: every problem on a line of its own, with its field, under a heading that says what was not recorded.
  func failure(_ refusal: Refusal, heading: String) -> Failure {
    let lines = refusal.problems.map(sentence)
    let isUnknown = refusal.problems.contains { problem in
      switch problem.fault {
      case .noSuchFamily, .noSuchRecord, .severalRecords, .erased: true
      default: false
      }
    }
    let isForbidden = refusal.problems.contains { problem in
      switch problem.fault {
      case .notForRole, .supervisorsOnly, .underHold: true
      default: false
      }
    }
    let status: ExitStatus = isForbidden ? .notAllowed : isUnknown ? .noInput : .badData
    return Failure(status, ([say(heading)] + lines).joined(separator: "\n"))
  }

  /// One problem with the field it is in.
  func sentence(_ problem: Problem) -> String {
    guard let faults else { return "\(problem.field.rawValue): \(problem.fault)" }
    let hint: String
    switch problem.fault {
    case .likelyDuplicate, .tooSoon: hint = " " + say("hint.again")
    default: hint = ""
    }
    return "  \(option(problem.field, faults)): \(faults.sentence(for: problem))\(hint)"
  }

  /// A field as the command line calls it, beside its name on a form.
  private func option(_ field: Field, _ faults: Words) -> String {
    "\(faults.name(of: field)) (\(field.rawValue))"
  }

  private func failure(_ error: JournalError) -> Failure {
    switch error {
    case .noJournal(let path): Failure(.noInput, say("journal.none", path))
    case .alreadyThere(let path): Failure(.cannotCreate, say("journal.alreadyThere", path))
    case .folderNotEmpty(let path): Failure(.cannotCreate, say("journal.notEmpty", path))
    case .cannotCreate(let error): Failure(.cannotCreate, sentence(for: error))
    case .noMemory: Failure(.inputOutput, say("journal.noMemory"))
    case .costTooLow: Failure(.configuration, say("journal.costTooLow"))
    case .inUse(let lock, let process):
      Failure(
        .inUse,
        say(
          process == nil ? "journal.inUse" : "journal.inUseBy",
          ["path": lock.folder.text, "process": process.map { "\($0)" } ?? ""]))
    case .wrongPassphrase: Failure(.notAllowed, say("passphrase.wrong"))
    case .wrongRecoveryCode: Failure(.notAllowed, say("recovery.wrong"))
    case .wrongSessionKey: Failure(.notAllowed, say("passphrase.wrong"))
    case .unknownMember: Failure(.noInput, say("member.unknown"))
    case .severalMembers(let members):
      Failure(
        .usage, say("member.several", ["known": members.map(\.description).joined(separator: ", ")]))
    case .memberLeft(let member): Failure(.notAllowed, say("member.left", ["member": member.description]))
    case .notAllowed: Failure(.notAllowed, say("journal.notAllowed"))
    case .fileDamaged(let path): Failure(.inputOutput, say("journal.fileDamaged", path))
    case .tampered(let path): Failure(.notAllowed, say("journal.tampered", path))
    case .foreign(let path): Failure(.inputOutput, say("journal.foreign", path))
    case .newerFormat(let path, _): Failure(.configuration, say("journal.newer", path))
    case .logRefusesWriting(let verdict):
      Failure(.inputOutput, sentence(for: verdict) + "\n" + say("journal.readOnlyNow"))
    case .logKeysMissing(let path): Failure(.inputOutput, say("journal.keysMissing", path))
    case .readingOnly: Failure(.inputOutput, say("journal.readingOnly"))
    case .notSaved(let error): Failure(.inputOutput, say("journal.notSaved") + " " + sentence(for: error))
    case .poisoned(let error): Failure(.inputOutput, say("journal.poisoned") + " " + sentence(for: error))
    case .changedUnderneath(let path): Failure(.inputOutput, say("journal.changed", path))
    case .entryTooLarge(let bytes, let limit):
      Failure(.badData, say("journal.tooLarge", ["bytes": "\(bytes)", "limit": "\(limit)"]))
    case .unwritable(let error): Failure(.badData, say("journal.unwritable", ["field": error.field]))
    case .disk(let error): failure(error)
    }
  }

  private func failure(_ error: DiskError) -> Failure {
    let status: ExitStatus =
      switch (error.operation, error.cause) {
      case (_, .locked): .inUse
      case (.create, _), (.makeFolder, _): .cannotCreate
      case (_, .notFound): .noInput
      case (_, .notPermitted): .notAllowed
      default: .inputOutput
      }
    return Failure(status, sentence(for: error))
  }

  func say(_ key: String, _ values: [String: String] = [:]) -> String {
    words?(key, values) ?? "visitbook: \(key) \(values.values.sorted().joined(separator: " "))"
  }

  private func say(_ key: String, _ path: JournalPath) -> String { say(key, ["path": path.text]) }
}
