internal import Dispatch
internal import Glibc
internal import Synchronization

/// Work that is shared out over the processor's cores: opening boxes, sums of frames, chunks of a snapshot.
enum AllCores {
  /// How many are used; more than these wait for the memory and not for each other.
  static let count = max(1, min(16, sysconf(Int32(_SC_NPROCESSORS_ONLN))))

  /// `count` things in equal ranges, so many for each core, of which none has fewer than `least` where there are two.
  static func shares(of count: Int, least: Int, perCore: Int = 1) -> [Range<Int>] {
    guard count > 0 else { return [] }
    let shares = max(1, min(AllCores.count * perCore, count / least))
    return (0..<shares).map { count * $0 / shares..<count * ($0 + 1) / shares }
  }

  /// What `make` makes of each part, in the order of the parts. It is called on any thread.
  static func map<Part: Sendable, Made: Sendable>(
    _ parts: [Part], _ make: @Sendable (Part) -> Made
  ) -> [Made] {
    guard parts.count > 1 else { return parts.map(make) }
    let made = Mutex([Made?](repeating: nil, count: parts.count))
    DispatchQueue.concurrentPerform(iterations: parts.count) { index in
      let part = make(parts[index])
      made.withLock { $0[index] = part }
    }
    return made.withLock { $0.compactMap(\.self) }
  }
}
