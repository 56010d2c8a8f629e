internal import Crypto
internal import FoundationEssentials
internal import SwiftProtobuf
internal import VisitModel

/// Entries to bytes and back: the outer part as it is, the box closed under its vault's key (`records.proto`).
///
/// Every entry has a box, if only an empty one: its tag is what ties the outer part to the vault's key.
///
/// What cannot be read is named and never guessed at. An entry whose vault the reader holds no key to comes back as
/// `Fact.sealed`, with the numbers that stand outside. A box for a vault whose key the author does not hold is closed for
/// the vault's public key, where it has one: so anyone can write to the office.
struct EntryCodec: Sendable {
  private let vaults: any VaultKeys
  private let randomness: Randomness
  /// What every box's associated data begins with.
  private let contextHead: [UInt8]
  private let sentBoxes: SentBox

  init(journal: LogID, vaults: any VaultKeys, randomness: Randomness) {
    self.vaults = vaults
    self.randomness = randomness
    contextHead = Sealing.labelled("visitbook box 1", [journal.bytes])
    sentBoxes = SentBox(journal: journal)
  }

  /// An entry's bytes, its box in the vault of the fact's readers unless another is named.
  ///
  /// - Throws: `noKey` where the author may not write into the vault; `outOfRange` for a number that no rule lets through.
  func encode(_ entry: Entry, into place: WireVault? = nil) throws(RecordError) -> [UInt8] {
    var (outer, box) = try entry.fact.parts()
    outer.id = entry.id.rawValue
    outer.stamp = entry.stamp.rawValue
    outer.author = try wireCount(entry.author.count, "outer.author")
    var wire = WireEntry()
    wire.vault = place ?? WireVault(entry.fact.readers)
    let vault = try vault(of: wire, outer)
    wire.vaultEpoch = vaults.epoch(of: vault)
    let outerBytes = wireBytes(outer)
    wire.outer = Data(outerBytes)
    if let key = vaults.key(of: vault, epoch: wire.vaultEpoch) {
      wire.box = Data(
        Sealing.seal(box, under: key, context: contextHead + outerBytes, randomness: randomness))
    } else if let key = vaults.publicKey(of: vault), let sent = sentBoxes.close(box, outerBytes, for: key) {
      (wire.encapsulatedKey, wire.box) = sent
    } else {
      throw RecordError(.noKey, "entry.vault")
    }
    return wireBytes(wire)
  }

  /// The entry that the bytes say.
  func decode(_ bytes: ArraySlice<UInt8>) throws(RecordError) -> Entry {
    try read(bytes).entry
  }

  /// The entry that the bytes say, and what it was read from.
  func read(_ bytes: ArraySlice<UInt8>) throws(RecordError) -> (entry: Entry, opened: OpenedEntry) {
    let (wire, outer) = try parts(of: bytes)
    let kind = try outer.readKind()
    let box = try openBox(wire, try vault(of: wire, outer))
    return (try outer.entry(kind, box: box), OpenedEntry(outer: [UInt8](wire.outer), box: box))
  }

  /// An entry and what it was read from, or why it cannot be read.
  typealias Reading = Result<(entry: Entry, opened: OpenedEntry), RecordError>

  /// What a first look at an entry gives.
  enum Gathering: Sendable {
    /// An opened entry of a family's file as a snapshot keeps it (``KeptLine``), with its family and its stamp.
    case line([UInt8], FamilyID, Stamp)
    /// Any other entry, read.
    case entry(Reading)
  }

  /// The entry that the bytes say, or why it cannot be read.
  func reading(_ bytes: ArraySlice<UInt8>) -> Reading {
    do throws(RecordError) {
      return .success(try read(bytes))
    } catch {
      return .failure(error)
    }
  }

  /// Opens an entry; reads it at once unless it goes into a family's file and can wait until all of the family's are there.
  func gather(_ number: EntryNumber, _ bytes: ArraySlice<UInt8>) -> Gathering {
    guard let found = LooseEntry(bytes), let kind = FactKind(rawValue: found.kind), kind != .familyAdded,
      kind.goesIntoFamilyFile, let family = found.family, found.isUsual,
      let key = vaults.key(of: .family(family), epoch: found.epoch), !found.box.isEmpty
    else { return .entry(reading(bytes)) }
    var context = contextHead
    context.reserveCapacity(contextHead.count + found.outer.count)
    context += bytes[found.outer]
    guard let box = Sealing.open(bytes[found.box], under: key, context: context) else {
      return .entry(reading(bytes))
    }
    return .line(KeptLine.bytes(number, outer: bytes[found.outer], box: box), family, found.stamp)
  }

  /// When the entry was written, without opening it; nil where that cannot be read.
  func stamp(of bytes: ArraySlice<UInt8>) -> Stamp? {
    guard let (_, outer) = try? parts(of: bytes) else { return nil }
    return Stamp(rawValue: outer.stamp)
  }

  private func parts(of bytes: ArraySlice<UInt8>) throws(RecordError) -> (WireEntry, WireOuter) {
    do {
      let wire = try WireEntry(serializedBytes: Array(bytes))
      return (wire, try WireOuter(serializedBytes: wire.outer))
    } catch {
      throw RecordError(.notAnEntry, "entry")
    }
  }

  /// What is in the box; nil where the reader holds no key to it.
  private func openBox(_ wire: WireEntry, _ vault: Vault) throws(RecordError) -> [UInt8]? {
    let box: Data?
    if wire.encapsulatedKey.isEmpty {
      guard let key = vaults.key(of: vault, epoch: wire.vaultEpoch) else { return nil }
      guard !wire.box.isEmpty else { throw RecordError(.missing, "box") }
      var context = contextHead
      context.reserveCapacity(contextHead.count + wire.outer.count)
      context += wire.outer
      box = Sealing.open(wire.box, under: key, context: context)
    } else {
      guard let key = vaults.privateKey(of: vault, epoch: wire.vaultEpoch) else { return nil }
      box = sentBoxes.open(wire, with: key)
    }
    guard let box else { throw RecordError(.boxDoesNotOpen, "box") }
    return [UInt8](box)
  }

  private func vault(of wire: WireEntry, _ outer: WireOuter) throws(RecordError) -> Vault {
    switch wire.vault {
    case .usual: outer.hasFamily ? .family(FamilyID(rawValue: outer.family)) : .everyone
    case .office: .office
    case .author: .member(MemberNumber(try readNumber(outer.author, "outer.author")))
    case .UNRECOGNIZED(let number): throw RecordError(.unknownValue(number), "entry.vault")
    }
  }
}

/// An entry with its box opened: the bytes it is read from, without any key.
struct OpenedEntry: Hashable, Sendable {
  /// The outer part.
  let outer: [UInt8]
  /// What was in the box; nil where the reader holds no key to it.
  let box: [UInt8]?

  /// The entry that the bytes say.
  func entry() throws(RecordError) -> Entry {
    let outer: WireOuter
    do {
      outer = try WireOuter(serializedBytes: self.outer)
    } catch {
      throw RecordError(.notAnEntry, "entry")
    }
    return try outer.entry(try outer.readKind(), box: box)
  }
}

extension WireOuter {
  fileprivate func readKind() throws(RecordError) -> FactKind {
    if let kind = kind.meaning { return kind }
    throw RecordError(kind.rawValue == 0 ? .missing : .unknownKind(kind.rawValue), "outer.kind")
  }

  fileprivate func entry(_ kind: FactKind, box: [UInt8]?) throws(RecordError) -> Entry {
    let fact: Fact
    if let box { fact = try Fact(kind, self, box: box) } else { fact = .sealed(try SealedFact(kind, self)) }
    return Entry(
      id: RecordID(bits: id), stamp: Stamp(rawValue: stamp),
      author: MemberNumber(try readNumber(author, "outer.author")), fact: fact)
  }
}
