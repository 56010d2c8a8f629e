internal import Synchronization
public import VisitJournal

/// A disk that behaves as badly as real ones may, and always the same way for the same seed.
///
/// It keeps two copies of everything: what programs see (the page cache) and what the medium holds. Only a sync brings
/// them together. When the power goes, each 512-byte sector that was written but not synced is kept or lost on its own, a
/// file that grew has any length in between, and names that were made, changed or removed since the folder was synced
/// come back in part. A failed sync behaves as on ext4: some sectors reached the medium, none is dirty any more, and
/// programs go on seeing what they wrote.
public final class SimulatedDisk: FileSystem {
  let state: Mutex<DiskState>

  /// An empty disk with the folder `/`; everything it does follows from `seed`.
  public init(seed: UInt64, faults: DiskFaults = DiskFaults()) {
    state = Mutex(DiskState(seed: seed, faults: faults))
  }

  /// What may go wrong from now on.
  public var faults: DiskFaults {
    get { state.withLock(\.faults) }
    set { state.withLock { $0.faults = newValue } }
  }

  /// How many calls were made so far.
  public var callCount: Int { state.withLock(\.calls) }

  /// Whether the power is off.
  public var isOff: Bool { state.withLock(\.isOff) }

  /// How many bits rotted so far.
  public var rottenBits: Int { state.withLock(\.rottenBits) }

  /// The most sectors of one file that were written and not synced.
  public var unsyncedSectorsMax: Int { state.withLock { $0.nodes.map(\.dirty.count).max() ?? 0 } }

  private init(state: DiskState) {
    self.state = Mutex(state)
  }

  /// Another disk in the same state, whose fate from here on follows from `seed`.
  public func copy(seed: UInt64) -> SimulatedDisk {
    var copied = state.withLock { $0 }
    copied.seed = Seed(seed)
    return SimulatedDisk(state: copied)
  }

  /// Turns the power off now.
  public func turnOff() {
    state.withLock { $0.isOff = true }
  }

  /// Turns the power off, if it is on, and on again: programs are gone and the medium is what is seen.
  public func restart() {
    state.withLock { $0.losePower() }
  }

  /// Ends every program without touching the disk: their files close, their locks go, the page cache stays.
  public func endPrograms() {
    state.withLock { $0.era += 1 }
  }

  /// Changes the bytes programs see and the medium holds, without any fault.
  public func edit(_ path: JournalPath, _ change: (inout [UInt8]) -> Void) {
    state.withLock { state in
      guard case .file(let number) = state.names[path] else { preconditionFailure("no file \(path)") }
      change(&state.nodes[number].seen)
      state.nodes[number].kept = state.nodes[number].seen
    }
  }

  /// Opens a file.
  public func open(_ path: JournalPath, _ mode: OpenMode) throws(DiskError) -> any OpenFile {
    let operation: DiskError.Operation = mode == .create ? .create : .open
    // The file is made outside the call: a call that fails must not end a file's life while it holds the disk.
    let (number, era) = try call(operation, path) { state throws(DiskError.Cause) in
      if case .file(let number)? = state.names[path] {
        if mode == .create { throw .alreadyExists }
        return (number, state.era)
      }
      guard mode == .create || mode == .updateOrCreate, state.names[path.folder] == .folder else {
        throw .notFound
      }
      state.nodes.append(DiskNode())
      let number = state.nodes.count - 1
      state.change(.add(path, .file(number)))
      return (number, state.era)
    }
    return SimulatedFile(disk: self, path: path, number: number, era: era)
  }

  /// Renames a file, durably only after a folder sync.
  public func rename(_ old: JournalPath, to new: JournalPath) throws(DiskError) {
    try call(.rename, old) { state throws(DiskError.Cause) in
      guard let entry = state.names[old] else { throw .notFound }
      state.change(.move(old, new, entry))
    }
  }

  /// Removes a file, durably only after a folder sync.
  public func remove(_ path: JournalPath) throws(DiskError) {
    try call(.remove, path) { state throws(DiskError.Cause) in
      guard state.names[path] != nil else { throw .notFound }
      state.change(.remove(path))
    }
  }

  /// Makes a folder, durably only after its own folder is synced.
  public func makeFolder(_ path: JournalPath) throws(DiskError) {
    try call(.makeFolder, path) { state throws(DiskError.Cause) in
      if state.names[path] != nil { throw .alreadyExists }
      guard state.names[path.folder] == .folder else { throw .notFound }
      state.change(.add(path, .folder))
    }
  }

  /// Makes the names in a folder durable, or fails.
  public func syncFolder(_ folder: JournalPath) throws(DiskError) {
    try call(.syncFolder, folder) { state throws(DiskError.Cause) in
      if state.isUnlucky(state.faults.failedSync) { throw .ioFailure(5) }
      for change in state.pending[folder] ?? [] { change.apply(to: &state.keptNames) }
      state.pending[folder] = nil
    }
  }

  /// Lists a folder.
  public func list(_ folder: JournalPath) throws(DiskError) -> [String] {
    try call(.list, folder) { state throws(DiskError.Cause) in
      guard state.names[folder] == .folder else { throw .notFound }
      return state.names.keys.filter { $0.folder == folder && $0 != folder }.map(\.name).sorted()
    }
  }

  /// What is at a path.
  public func status(_ path: JournalPath) throws(DiskError) -> FileStatus? {
    try call(.status, path) { state throws(DiskError.Cause) in
      switch state.names[path] {
      case .folder: FileStatus(isFolder: true, size: 0)
      case .file(let number): FileStatus(isFolder: false, size: state.nodes[number].seen.count)
      case nil: nil
      }
    }
  }

  /// Always `simulated`, and local.
  public func medium(of path: JournalPath) throws(DiskError) -> Medium {
    Medium(name: "simulated", isNetwork: false)
  }

  /// Does one call, unless it is the one that fails or the one during which the power goes.
  func call<Value: Sendable>(
    _ operation: DiskError.Operation, _ path: JournalPath,
    _ body: (inout DiskState) throws(DiskError.Cause) -> Value
  ) throws(DiskError) -> Value {
    let result = state.withLock { state -> Result<Value, DiskError.Cause> in
      if state.isOff { return .failure(.ioFailure(5)) }
      state.calls += 1
      if let (number, cause) = state.faults.failingCall, number == state.calls { return .failure(cause) }
      let result = Result { () throws(DiskError.Cause) in try body(&state) }
      guard state.calls == state.faults.powerGoesAtCall else { return result }
      state.isOff = true
      return .failure(.ioFailure(5))
    }
    switch result {
    case .success(let value): return value
    case .failure(let cause): throw DiskError(operation, path, cause)
    }
  }
}

/// A bare cause is what a simulated call throws before it is told which operation and path it was.
extension DiskError.Cause: Error {}
