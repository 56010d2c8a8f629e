import Support

/// Every life of up to three steps, cut at every call, with every subset of its unsynced sectors kept.
enum ShortSweep {
  /// Tries them all; `false` when anything acknowledged was lost, halved, or a torn write called damage.
  static func run() async -> Bool {
    let watch = Stopwatch()
    let lives = ShortLife.all(upTo: 3)
    var total = ShortLife.Findings()
    await withTaskGroup(of: ShortLife.Findings.self) { group in
      var rest = lives[...]
      func hand(_ group: inout TaskGroup<ShortLife.Findings>) {
        guard let life = rest.popFirst() else { return }
        group.addTask { life.run() }
      }
      for _ in 0..<Proof.cores { hand(&group) }
      while let found = await group.next() {
        total.crashes += found.crashes
        total.violations += found.violations
        hand(&group)
      }
    }
    print(
      """
      \(lives.count) lives of up to three steps, \(total.crashes) crashes in \(Stopwatch.text(watch.seconds)) s, \
      \(total.violations.count) violations
      """)
    for violation in total.violations.prefix(20) { print("  \(violation)") }
    return total.violations.isEmpty && total.crashes > lives.count * 20
  }
}
