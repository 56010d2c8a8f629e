internal import VisitModel

/// What an invented scheme is asked to be. Everything in it follows from this value and the words.
struct DemoRequest: Hashable, Sendable {
  /// The number everything follows from.
  var seed: UInt64 = DemoRequest.usualSeed
  /// How many families are on the books.
  var families = DemoRequest.usualFamilies
  /// How many years back the book goes.
  var years = 2
  /// Exactly how many visits, where that was asked for.
  var visits: Int?
  /// The day everything leads up to.
  var today: Day

  /// The seed where none is given: the year the first home-visiting schemes of this kind began.
  static let usualSeed: UInt64 = 1973
  /// The families where no number is given: what a scheme with two coordinators looks after.
  static let usualFamilies = 60

  /// The most families that are made: a million visits need far fewer.
  static let familiesMax = 100_000

  /// How many volunteers visit: one for every three or four families.
  var volunteers: Int { max(2, (families * 3 + 9) / 10) }
}
