// Conjoining Hangul to syllables (The Unicode Standard 3.12): the one composition a cell cannot do without.

enum HangulComposer {
  private static let leading: ClosedRange<UInt32> = 0x1100...0x1112
  private static let vowel: ClosedRange<UInt32> = 0x1161...0x1175
  private static let trailing: ClosedRange<UInt32> = 0x11A8...0x11C2
  private static let syllables: ClosedRange<UInt32> = 0xAC00...0xD7A3

  /// The scalars with every leading consonant, vowel and final consonant made one syllable.
  static func composed(_ scalars: some Sequence<Unicode.Scalar>) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    for scalar in scalars {
      if let last = result.last, let joined = join(last.value, scalar.value) {
        result[result.count - 1] = joined
      } else {
        result.append(scalar)
      }
    }
    return result
  }

  private static func join(_ first: UInt32, _ second: UInt32) -> Unicode.Scalar? {
    if leading.contains(first), vowel.contains(second) {
      return Unicode.Scalar(
        syllables.lowerBound + ((first - leading.lowerBound) * 21 + second - vowel.lowerBound) * 28)
    }
    if syllables.contains(first), (first - syllables.lowerBound) % 28 == 0, trailing.contains(second) {
      return Unicode.Scalar(first + second - 0x11A7)
    }
    return nil
  }
}
