import Support

/// Every bit and every length of a log of 200 entries.
enum BitSweep {
  /// Tries them all; `false` when one was not found or something wrong was served.
  static func run() async -> Bool {
    let watch = Stopwatch()
    var problems: [String] = []
    var (flips, cuts) = (0, 0)
    await withTaskGroup(of: (flips: Int, cuts: Int, problems: [String]).self) { group in
      // More workers than cores, so that a slow one holds up nobody.
      let workers = Proof.cores * 4
      for worker in 0..<workers {
        group.addTask { attempt(worker, of: workers) }
      }
      for await part in group {
        flips += part.flips
        cuts += part.cuts
        problems += part.problems
      }
    }
    print(
      "\(flips) flipped bits and \(cuts) lengths of a log of 200 entries in \(Stopwatch.text(watch.seconds)) s"
    )
    for problem in problems.prefix(20) { print("  \(problem)") }
    print(problems.isEmpty ? "  all found; nothing wrong was served" : "  \(problems.count) problems")
    return problems.isEmpty && flips > 0 && cuts > 0
  }

  private static func attempt(_ worker: Int, of workers: Int) -> (flips: Int, cuts: Int, problems: [String]) {
    var result = (flips: 0, cuts: 0, problems: [String]())
    do {
      let log = try SmallLog()
      for place in stride(from: worker, to: log.byteCount, by: workers) {
        for bit in 0..<8 {
          // One bit of each byte is enough to see what is served behind it.
          if let problem = try log.flip(place: place, bit: bit, reads: bit == place % 8) {
            result.problems.append(problem)
          }
          result.flips += 1
        }
      }
      for length in stride(from: worker, through: log.logByteCount, by: workers) {
        if let problem = try log.cut(to: length) { result.problems.append(problem) }
        result.cuts += 1
      }
    } catch {
      result.problems.append("\(error)")
    }
    return result
  }
}
