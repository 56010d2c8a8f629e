public import VisitModel

/// What was done with the records themselves, one fact of every kind.
extension SampleFacts {
  /// Words in facts of oversight that must never be seen on a disk.
  static let oversightWords = [
    "inquest", "settled", "asked by post", "trustees", "hand-over", "annual audit", "stands in",
    "subject access",
  ]

  /// A family's erasure.
  public static let erasure = FamilyErasure(
    family: family, number: FamilyNumber(42), day: day, ground: .asked, reason: why("asked by post"),
    authority: why("the trustees"),
    counts: [ErasedCount(kind: .visitRecorded, count: 12), ErasedCount(kind: .familyAdded, count: 1)])

  /// What stays of it.
  public static let numbers = KeptNumbers(
    family: family,
    visits: [
      KeptVisit(
        numbers: VisitNumbers(
          day: day, outcome: .done, minutes: Minutes(90),
          volunteers: [VolunteerNumber(7), VolunteerNumber(300)]),
        travel: Minutes(25), miles: Miles(tenths: 64), expenses: Pence(340)),
      KeptVisit(
        numbers: VisitNumbers(
          day: day.advanced(by: 7), outcome: .noAnswer, minutes: Minutes(0), volunteers: []),
        travel: Minutes(0), miles: Miles(tenths: 0), expenses: Pence(0)),
    ],
    episodes: [
      KeptEpisode(began: day.advanced(by: -200), ended: day.advanced(by: -20)),
      KeptEpisode(began: day, ended: nil),
    ])

  /// Every kind of oversight, the richest and the barest of each where they differ.
  public static let oversight: [Fact] = [
    .oversight(.familyOpened(FamilyOpening(family: family, day: day, reason: why("stands in for Ines")))),
    .oversight(.holdSet(family, LegalHold(day: day, reason: why("inquest")))),
    .oversight(.holdLifted(family, day, why("settled"))),
    .oversight(.familyErased(erasure)),
    .oversight(.numbersKept(numbers)),
    .oversight(
      .exportMade(
        ExportNote(
          kind: "visits", first: day, last: day.advanced(by: 30), isIdentifiable: true,
          reason: why("annual audit"),
          day: day))),
    .oversight(
      .exportMade(
        ExportNote(kind: "hand-over", first: day, last: day, isIdentifiable: false, reason: nil, day: day))),
    .oversight(.accessGranted(family, MemberNumber(2), why("stands in"))),
    .oversight(.accessWithdrawn(family, MemberNumber(2), why("stands in no more"))),
    .oversight(.accessPackMade(family, day, why("subject access"))),
  ]

  private static func why(_ text: String) -> Reason {
    Reason(text) ?? { preconditionFailure("a fixed reason has words") }()
  }
}
