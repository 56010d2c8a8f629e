/// A small seeded generator for tests that try many cases: the same seed draws the same (SplitMix64, Steele, Lea
/// and Flood 2014).
struct Draw: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  /// A number in 0..<`bound`.
  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
  /// Whether something that happens once in `times` happens now.
  mutating func once(in times: Int) -> Bool { below(times) == 0 }
  /// One of them, or nil where there is none.
  mutating func one<Item>(of items: [Item]) -> Item? { items.isEmpty ? nil : items[below(items.count)] }
  /// Some of them, in their order.
  mutating func some<Item>(of items: [Item]) -> [Item] { items.filter { _ in below(3) == 0 } }
}
