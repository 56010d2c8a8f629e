internal import Synchronization
import VisitJournal

/// One open file of a simulated disk.
final class SimulatedFile: OpenFile {
  let path: JournalPath
  private let disk: SimulatedDisk
  private let number: Int
  private let era: Int

  init(disk: SimulatedDisk, path: JournalPath, number: Int, era: Int) {
    self.disk = disk
    self.path = path
    self.number = number
    self.era = era
  }

  deinit {
    disk.state.withLock { state in
      if state.era == era, state.nodes[number].lockHolder == ObjectIdentifier(self) {
        state.nodes[number].lockHolder = nil
      }
    }
  }

  func size() throws(DiskError) -> Int {
    try call(.read) { state throws(DiskError.Cause) in state.nodes[number].seen.count }
  }

  func read(at offset: Int, into buffer: inout [UInt8]) throws(DiskError) -> Int {
    let wanted = buffer.count
    let found = try call(.read) { state throws(DiskError.Cause) in
      Array(state.nodes[number].seen.dropFirst(offset).prefix(wanted))
    }
    buffer.replaceSubrange(0..<found.count, with: found)
    return found.count
  }

  func write(_ bytes: ArraySlice<UInt8>, at offset: Int) throws(DiskError) -> Int {
    try call(.write) { state throws(DiskError.Cause) in
      if state.isUnlucky(state.faults.shortWrite) {
        return put(bytes.prefix(1 + state.seed.below(bytes.count)), at: offset, &state)
      }
      if state.isUnlucky(state.faults.noSpace) {
        _ = put(bytes.prefix(state.seed.below(bytes.count)), at: offset, &state)
        throw .noSpace
      }
      if state.isUnlucky(state.faults.failedWrite) {
        _ = put(bytes.prefix(state.seed.below(bytes.count)), at: offset, &state)
        throw .ioFailure(5)
      }
      return put(bytes, at: offset, &state)
    }
  }

  private func put(_ bytes: ArraySlice<UInt8>, at offset: Int, _ state: inout DiskState) -> Int {
    guard !bytes.isEmpty else { return 0 }
    let end = offset + bytes.count
    let length = state.nodes[number].seen.count
    if length < offset {
      state.nodes[number].seen.append(contentsOf: repeatElement(0, count: offset - length))
    }
    state.nodes[number].seen.replaceSubrange(offset..<min(end, max(length, offset)), with: bytes)
    for sector in min(offset, length) / DiskNode.sector...(end - 1) / DiskNode.sector {
      state.nodes[number].dirty.insert(sector)
    }
    return bytes.count
  }

  func truncate(to size: Int) throws(DiskError) {
    try call(.truncate) { state throws(DiskError.Cause) in
      let length = state.nodes[number].seen.count
      if size < length {
        state.nodes[number].seen.removeLast(length - size)
      } else {
        state.nodes[number].seen.append(contentsOf: repeatElement(0, count: size - length))
      }
      if size > 0 { state.nodes[number].dirty.insert((size - 1) / DiskNode.sector) }
    }
  }

  func syncData() throws(DiskError) {
    try call(.sync) { state throws(DiskError.Cause) in
      if state.isUnlucky(state.faults.failedSync) {
        state.failSync(of: number)
        throw .ioFailure(5)
      }
      for sector in state.nodes[number].dirty { state.nodes[number].keep(sector: sector) }
      state.nodes[number].dirty = []
      state.nodes[number].resizeKept(to: state.nodes[number].seen.count)
    }
  }

  func sync() throws(DiskError) { try syncData() }

  func lock() throws(DiskError) {
    try call(.lock) { state throws(DiskError.Cause) in
      if state.nodes[number].lockHolder != nil, state.nodes[number].lockEra == state.era { throw .locked }
      state.nodes[number].lockHolder = ObjectIdentifier(self)
      state.nodes[number].lockEra = state.era
    }
  }

  func dropCache(from offset: Int) throws(DiskError) {
    try call(.dropCache) { state throws(DiskError.Cause) in
      if state.isUnlucky(state.faults.ignoredDrop) { return }
      let node = state.nodes[number]
      var seen = node.kept
      if seen.count > node.seen.count { seen.removeLast(seen.count - node.seen.count) }
      seen.append(contentsOf: repeatElement(0, count: node.seen.count - seen.count))
      for sector in node.dirty {
        let start = sector * DiskNode.sector
        let end = min(start + DiskNode.sector, seen.count)
        if start < end { seen.replaceSubrange(start..<end, with: node.seen[start..<end]) }
      }
      state.nodes[number].seen = seen
    }
  }

  /// Does one call on the file, if the program that opened it is still there.
  private func call<Value: Sendable>(
    _ operation: DiskError.Operation, _ body: (inout DiskState) throws(DiskError.Cause) -> Value
  ) throws(DiskError) -> Value {
    try disk.call(operation, path) { state throws(DiskError.Cause) in
      guard state.era == era else { throw .ioFailure(9) }
      return try body(&state)
    }
  }
}
