public import VisitModel

/// Checking a journal with a member's keys: every frame opened, every box that the member may open read.
extension Journal {
  /// An entry of a sound frame that could not be read, and where it lies.
  public struct MisreadEntry: Hashable, Sendable {
    /// Its number in the log.
    public let number: EntryNumber
    /// Where its frame begins.
    public let place: LogPlace
    /// What is wrong with it.
    public let error: RecordError
  }

  /// What a check with keys came to.
  public struct DeepCheck: Hashable, Sendable {
    /// What the log itself was found to be.
    public let report: LogVerifier.Report
    /// Entries that were opened and understood.
    public let read: Int
    /// Entries about families that this member may not open: their frames are good, their boxes were not tried.
    public let sealed: Int
    /// Entries that a newer program wrote.
    public let newer: Int
    /// Entries that are in good frames and cannot be read all the same.
    public let misread: [MisreadEntry]
    /// What this member's snapshot was found to be: made anew from the log, it is compared byte by byte.
    public let snapshot: SnapshotCheck

    /// The result in one word: damage where an entry cannot be read, else what the log was found to be.
    public var verdict: LogVerifier.Verdict {
      !misread.isEmpty && report.verdict.rawValue < LogVerifier.Verdict.damage.rawValue
        ? .damage : report.verdict
    }
  }

  /// Goes through the whole log with this member's keys.
  ///
  /// - Parameters:
  ///   - everySignature: check each checkpoint's signature, not only the last one's.
  ///   - progress: is told the bytes done and the bytes in all.
  public func deepCheck(
    everySignature: Bool = false, progress: ((_ bytesDone: Int, _ bytesTotal: Int) -> Void)? = nil
  ) -> DeepCheck {
    let archive = snapshotArchive().flatMap { reaches($0) ? $0 : nil }
    let covered = archive?.contents.head.covered.first?.position
    // What a snapshot covers is gathered to make it anew, which reads every entry; what came after it is read as it comes.
    var gathering = SnapshotGathering()
    var later = SnapshotGathering()
    let codec = codec
    let delivery = EntryDelivery(gathering: codec) { number, bytes, found in
      if covered.map({ number.count <= $0.entryCount }) ?? true {
        gathering.take(number, found, bytes, codec)
      } else {
        later.take(number, found, bytes, codec)
      }
    }
    let verifier = LogVerifier(
      fileSystem: fileSystem, folder: layout.own, head: layout.head, publicPart: logKeys.publicPart)
    let progress = GatheringProgress(progress)
    let report = verifier.verify(
      everySignature: everySignature, deepKeys: logKeys.reading, entry: delivery.take, progress: progress.read
    )
    delivery.finish()
    let made = gathering.plain(
      upTo: covered ?? report.end, of: logKeys.deviceID, reach: archive?.contents.head.reach ?? [],
      progress: progress.made)
    _ = later.plain(upTo: report.end, of: logKeys.deviceID, reach: [])
    progress.finish()
    unreadable = gathering.unreadable + later.unreadable
    let sealed = gathering.sealedCount + later.sealedCount
    return DeepCheck(
      report: report, read: gathering.counts.entries + later.counts.entries - sealed, sealed: sealed,
      newer: unreadable.filter(\.isFromNewerProgram).count, misread: misread(),
      snapshot: archive.map { $0.contents.says(made) ? .agrees : .differs } ?? .none)
  }

  /// Whether the log still goes on from where a snapshot ends; one of another past is not held against this log.
  private func reaches(_ archive: SnapshotArchive) -> Bool {
    guard let position = archive.contents.head.covered.first?.position else { return false }
    do throws(LogError) {
      try snapshotSource.reader.forEachEntry(from: position) { _, _ in }
      return true
    } catch {
      return false
    }
  }

  /// The entries that could not be read, with their places.
  private func misread() -> [MisreadEntry] {
    let wanted = unreadable.filter { !$0.isFromNewerProgram }
    guard !wanted.isEmpty else { return [] }
    let errors = Dictionary(wanted.map { ($0.number, $0.error) }) { first, _ in first }
    var found: [MisreadEntry] = []
    let reader = LogReader(fileSystem: fileSystem, folder: layout.own, keys: logKeys.reading)
    // The log was read a moment ago; a disk that fails now costs the places of entries and not the verdict.
    _ = try? reader.forEachEntry { place, _ in
      let number = EntryNumber(place.entryNumber)
      guard let error = errors[number] else { return }
      found.append(
        MisreadEntry(
          number: number, place: LogPlace(segment: place.segment, offset: place.offset), error: error))
    }
    let placed = Set(found.map(\.number))
    let placeless = wanted.filter { !placed.contains($0.number) }.map {
      MisreadEntry(number: $0.number, place: LogPlace(segment: 0, offset: 0), error: $0.error)
    }
    return found + placeless
  }

  /// The names of what was put aside in the journal's `quarantine`: torn tails and drafts that could not be read.
  ///
  /// - Throws: `disk`.
  public static func quarantined(
    at path: JournalPath, fileSystem: any FileSystem
  ) throws(JournalError) -> [String] {
    let folder = JournalLayout(path).quarantine
    do throws(DiskError) {
      return try fileSystem.exists(folder) ? fileSystem.list(folder) : []
    } catch {
      throw .disk(error)
    }
  }
}

extension Journal.UnreadableEntry {
  /// Whether only a newer program can read it.
  var isFromNewerProgram: Bool {
    switch error.problem {
    case .unknownKind, .unknownValue: true
    case .notAnEntry, .missing, .outOfRange, .boxDoesNotOpen, .notABox, .noKey: false
    }
  }
}
