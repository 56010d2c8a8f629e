internal import ArgumentParser
internal import VisitJournal
internal import VisitLibrary
internal import VisitModel
internal import VisitReports

/// What every command works with: its common options, the clock, the words, and where results go.
struct FrontDesk {
  let options: CommonOptions
  let around = ProcessEnvironment()
  let streams = Streams()
  let clock: Clock
  let words: Wording
  let library: Library

  init(_ options: CommonOptions) throws(LibraryError) {
    self.options = options
    clock = options.clock
    words = try Wording()
    library = try Library.load()
  }

  /// The day that counts as today.
  var today: Day { clock.today }
  /// The scheme's lists.
  var lists: SchemeLists { library.lists }
  /// What turns errors into sentences.
  var explain: Explain { Explain(words: words, faults: library.words) }
  /// Files named on the command line.
  var files: Files { Files(words: words) }
  /// Where passphrases come from.
  var passphrases: Passphrases {
    Passphrases(file: options.passphraseFile(around), files: files, around: around, words: words)
  }

  /// The instruments that check-ins are scored with.
  func shelf() throws(LibraryError) -> InstrumentShelf {
    var instruments: [Instrument] = []
    for id in library.instrumentIDs { instruments.append(try library.instrument(id)) }
    return InstrumentShelf(instruments)
  }

  /// What families are scored with at reviews and at the end.
  func scales() throws(LibraryError) -> FamilyScales {
    FamilyScales(coping: try library.instrument(.coping), goals: try library.instrument(.goals))
  }

  /// The instrument of an id as typed.
  func instrument(typed text: String) throws -> Instrument {
    let known = library.instrumentIDs
    guard let id = known.first(where: { $0.rawValue == text.lowercased() }) else {
      let all = known.map(\.rawValue).joined(separator: ", ")
      throw Failure(.noInput, words("instrument.unknown", ["text": text, "known": all]))
    }
    return try library.instrument(id)
  }
}

/// A command that works at the front desk; whatever goes wrong is explained in one place.
protocol DeskCommand: ParsableCommand {
  var common: CommonOptions { get }
  /// Does what the command is for.
  func work(at desk: FrontDesk) throws
}

extension DeskCommand {
  func run() throws {
    Streams.ignoreBrokenPipes()
    WorkingMemory.keepWhatIsFreed()
    // Passphrases and families' words must not land in a core dump; where the system refuses, work goes on.
    _ = ProcessSecrecy.forbidCoreDumps()
    ProcessSecrecy.hideArguments()
    var explain = Explain(words: nil, faults: nil)
    do {
      let desk = try FrontDesk(common)
      explain = desk.explain
      try work(at: desk)
    } catch let code as ExitCode {
      throw code
    } catch StreamFailure.readerGone {
      throw ExitCode.success
    } catch {
      let failure = explain.failure(error)
      Streams().message(failure.message)
      throw ExitCode(failure.status.rawValue)
    }
  }
}
