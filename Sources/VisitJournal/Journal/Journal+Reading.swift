public import VisitModel

/// Going through the entries, and checking them.
extension Journal {
  /// Hands out every entry in the order of the log. What this member holds no key to comes as `Fact.sealed`; what cannot
  /// be read is left out and named in ``unreadable``.
  ///
  /// Takes no lock: behind a torn tail or damage it says so in ``recovery`` and goes on with what can be read.
  ///
  /// - Throws: `disk`, `logKeysMissing`, `foreign`, `newerFormat`.
  public func forEachEntry(_ body: (KeptEntry) -> Void) throws(JournalError) {
    unreadable = []
    let result: LogReader.Result
    do throws(LogError) {
      result = try withoutActuallyEscaping(body) { body throws(LogError) in
        let delivery = self.delivery(to: body)
        let result = try reader.forEachEntry(delivery.take)
        delivery.finish()
        return result
      }
    } catch {
      throw JournalError(error)
    }
    if mode == .reading {
      recovery = LogWriter.Recovery(
        verdict: result.verdict, wasUnclean: false, headWasMissing: false, facts: result.facts)
    }
  }

  /// Every entry in the order of the log, as ``forEachEntry(_:)`` hands them out.
  ///
  /// - Throws: as ``forEachEntry(_:)``.
  public func entries() throws(JournalError) -> [KeptEntry] {
    var entries: [KeptEntry] = []
    try forEachEntry { entries.append($0) }
    return entries
  }

  /// Checks the whole log with this member's keys: every frame is opened, every entry read.
  ///
  /// `progress` is told the bytes done and the bytes in all. Entries that cannot be read are in ``unreadable`` after it.
  public func verify(
    everySignature: Bool = false, progress: ((_ bytesDone: Int, _ bytesTotal: Int) -> Void)? = nil
  ) -> LogVerifier.Report {
    unreadable = []
    let verifier = LogVerifier(
      fileSystem: fileSystem, folder: layout.own, head: layout.head, publicPart: logKeys.publicPart)
    let delivery = delivery { _ in }
    let report = verifier.verify(
      everySignature: everySignature, deepKeys: logKeys.reading, entry: delivery.take, progress: progress)
    delivery.finish()
    return report
  }

  /// Checks the log of the journal in a folder without any key: checksums, chain, checkpoints and their signatures.
  ///
  /// - Throws: `noJournal`, `fileDamaged`, `newerFormat`, `disk`: what stands beside the log cannot be read.
  public static func verify(
    at path: JournalPath, fileSystem: any FileSystem, everySignature: Bool = false,
    progress: ((_ bytesDone: Int, _ bytesTotal: Int) -> Void)? = nil
  ) throws(JournalError) -> LogVerifier.Report {
    let identity = try JournalIdentity.read(path, fileSystem)
    let publicPart: LogKeys.PublicPart
    do throws(KeyringError) {
      let keyring = try Keyring(
        reading: path, journal: identity.journal, fileSystem: fileSystem, randomness: .system)
      publicPart = keyring.publicPart
    } catch {
      throw JournalError(error)
    }
    let layout = JournalLayout(path)
    let verifier = LogVerifier(
      fileSystem: fileSystem, folder: layout.own, head: layout.head, publicPart: publicPart)
    return verifier.verify(everySignature: everySignature, progress: progress)
  }

  /// What the log holds, by going through it without looking into any entry.
  public func stats() -> LogFacts {
    LogVerifier(fileSystem: fileSystem, folder: layout.own, head: layout.head, publicPart: logKeys.publicPart)
      .verify().facts
  }

  private var reader: LogReader {
    LogReader(fileSystem: fileSystem, folder: layout.own, keys: logKeys.reading, head: layout.head)
  }

  /// A delivery of entries to `body`, which notes those that cannot be read and the latest stamp.
  func delivery(to body: @escaping (KeptEntry) -> Void) -> EntryDelivery<EntryCodec.Reading> {
    EntryDelivery(codec) { number, bytes, reading in
      switch reading {
      case .success((let entry, _)):
        self.lastStamp = max(self.lastStamp, entry.stamp)
        body(KeptEntry(entry: entry, number: number))
      case .failure(let error):
        if let stamp = self.codec.stamp(of: bytes) { self.lastStamp = max(self.lastStamp, stamp) }
        self.unreadable.append(UnreadableEntry(number: number, error: error))
      }
    }
  }
}
