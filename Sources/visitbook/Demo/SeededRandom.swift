/// A generator of numbers that look random and follow from a seed alone (SplitMix64; Steele, Lea and Flood, 2014).
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  /// A generator for one purpose: the same seed and purpose always give the same numbers.
  init(seed: UInt64, purpose: UInt64...) {
    state = seed
    for number in purpose { state = SeededRandom.mixed(state &+ 0x9e37_79b9_7f4a_7c15 &+ number) }
  }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    return SeededRandom.mixed(state)
  }

  /// A whole number within bounds, both included.
  ///
  /// The tiny bias of a remainder does not matter here, and it never depends on the standard library's ways.
  mutating func number(in bounds: ClosedRange<Int>) -> Int {
    bounds.lowerBound + Int(next() % UInt64(bounds.count))
  }

  /// Whether something that happens so many times in a hundred happens now.
  mutating func happens(_ percent: Int) -> Bool { number(in: 0...99) < percent }

  /// One of several.
  mutating func pick<Element>(_ elements: [Element]) -> Element? {
    elements.isEmpty ? nil : elements[number(in: 0...elements.count - 1)]
  }

  /// Several different ones, in their order; fewer where there are not so many.
  mutating func pick<Element>(_ count: Int, of elements: [Element]) -> [Element] {
    var left = count
    return elements.enumerated().filter { place, _ in
      guard left > 0, number(in: 0...elements.count - place - 1) < left else { return false }
      left -= 1
      return true
    }.map(\.element)
  }

  /// Mixes the bits of a number; different numbers always give different ones.
  static func mixed(_ number: UInt64) -> UInt64 {
    var bits = number
    bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
    bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
    return bits ^ (bits >> 31)
  }
}
