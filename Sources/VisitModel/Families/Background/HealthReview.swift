/// One of the health visitor's five reviews, done with a child: the scheme notes that it took place, and no more.
public struct HealthReview: Hashable, Sendable {
  /// The child.
  public var child: PersonNumber
  /// Which of the five.
  public var review: HealthReviewKind
  /// The day it took place.
  public var day: Day
  /// What the family said of it; empty where nothing was.
  public var note: String

  /// A review of a child on a day.
  public init(child: PersonNumber, review: HealthReviewKind, day: Day, note: String = "") {
    self.child = child
    self.review = review
    self.day = day
    self.note = note
  }
}

/// The five reviews that every family in England is offered.
public enum HealthReviewKind: String, CaseIterable, Hashable, Sendable {
  case antenatal
  case newBirth = "new birth"
  case sixWeeks = "six weeks"
  case oneYear = "one year"
  case twoYears = "two years"

  /// The days between which the review is due, by the day of birth or the day the child is due.
  ///
  /// The windows are those of the Healthy Child Programme in England ("Delivery of the healthy child programme", part 2,
  /// gov.uk, 6 February 2026): from 28 weeks of pregnancy; 10 to 14 days; 6 to 8 weeks; 9 to 12 months; 2 to 2½ years.
  public func window(of birth: Birth) -> ClosedRange<Day>? {
    switch (self, birth) {
    case (_, .unknown): return nil
    case (.antenatal, .due(let due)):
      return due.advanced(by: 28 * 7 - Birth.pregnancyDays)...due
    case (.antenatal, .born): return nil
    case (.newBirth, .born(let born)), (.newBirth, .due(let born)):
      return born.advanced(by: 10)...born.advanced(by: 14)
    case (.sixWeeks, .born(let born)), (.sixWeeks, .due(let born)):
      return born.advanced(by: 6 * 7)...born.advanced(by: 8 * 7)
    case (.oneYear, .born(let born)), (.oneYear, .due(let born)):
      return born.adding(months: 9)...born.adding(months: 12)
    case (.twoYears, .born(let born)), (.twoYears, .due(let born)):
      return born.adding(months: 24)...born.adding(months: 30)
    }
  }
}

/// The review of a child to look at now: the last one whose time has come and that nobody noted, else the next to come.
public struct HealthReviewDue: Hashable, Sendable {
  /// Which of the five.
  public let review: HealthReviewKind
  /// The days between which it is due.
  public let window: ClosedRange<Day>
}

extension FamilyFile {
  /// The review of a child to look at on a day; nil where none is, and for anybody but a child whose birth is known.
  public func healthReviewDue(of person: Person, on day: Day) -> HealthReviewDue? {
    guard person.role == .child else { return nil }
    let done = Set(
      background.healthReviews.compactMap(\.current).filter { $0.child == person.number }.map(\.review))
    let all = HealthReviewKind.allCases.compactMap { review in
      review.window(of: person.birth).map { HealthReviewDue(review: review, window: $0) }
    }
    // Long after the last one there is nothing left to look at.
    guard let last = all.last, day <= last.window.upperBound.adding(months: 6) else { return nil }
    if let come = all.last(where: { $0.window.lowerBound <= day }), !done.contains(come.review) {
      return come
    }
    return all.first { $0.window.lowerBound > day && !done.contains($0.review) }
  }
}

extension Day {
  /// The same day of the month some months later, or the last day of that month.
  public func adding(months: Int) -> Day {
    let (year, month, day) = civil
    let count = year * 12 + month - 1 + months
    let (laterYear, laterMonth) = (count / 12, count % 12 + 1)
    let last = Day.length(ofMonth: laterMonth, year: laterYear)
    return Day(year: laterYear, month: laterMonth, day: min(day, last)) ?? .latest
  }
}

/// Notes that one of the health visitor's reviews took place.
public struct RecordHealthReview: Sendable {
  /// The family.
  public let family: FamilyID
  /// What was typed: the child, which review, the day, what was said of it.
  public let texts: [Field: String]

  /// A review as typed, in the fields `person`, `review`, `date` and `note`.
  public init(family: FamilyID, texts: [Field: String]) {
    self.family = family
    self.texts = texts
  }

  /// The fields of a review, in the order they are asked.
  public static let fields: [Field] = [.person, .healthReview, .date, .note]

  /// The fact to record.
  public func facts(in caseload: Caseload, today: Day) throws(Refusal) -> [Fact] {
    guard let file = caseload.families[family] else { throw Refusal(.family, .missing) }
    return [
      .background(family, .healthReviewRecorded(try HealthReview(typed: texts, of: file, today: today)))
    ]
  }
}

extension HealthReview {
  /// The review as it could have been typed, by its fields.
  public var texts: [Field: String] {
    [
      .person: child.description, .healthReview: review.rawValue, .date: day.description, .note: note,
    ].filter { !$0.value.isEmpty }
  }

  /// The review that was typed, of a child of a family; one that is corrected may stay of the same child and kind.
  init(
    typed texts: [Field: String], of file: FamilyFile, today: Day, replacing old: Record<HealthReview>? = nil
  ) throws(Refusal) {
    var checking = Checking()
    let child = checking.person(.person, texts[.person] ?? "", of: file.family)
    if trimmedText(texts[.person] ?? "").isEmpty { checking.fail(.person, .missing) }
    if let child, child.role != .child { checking.fail(.person, .notAChild(child.name)) }
    let review: HealthReviewKind? = checking.choice(.healthReview, texts[.healthReview] ?? "", or: nil)
    if trimmedText(texts[.healthReview] ?? "").isEmpty { checking.fail(.healthReview, .missing) }
    let date = texts[.date] ?? ""
    let day = trimmedText(date).isEmpty ? today : checking.pastDay(.date, date, today: today)
    if let day, let review, review != .antenatal, case .born(let born)? = child?.birth, day < born {
      checking.fail(.date, .beforeBirth(born))
    }
    let note = checking.text(.note, texts[.note] ?? "", max: TextLimit.note)
    if let child, let review, let known = file.background.healthReview(review, of: child.number),
      known.id != old?.id
    {
      checking.fail(.healthReview, .alreadyUsed(review.rawValue))
    }
    try checking.finish()
    guard let child, let review, let day else { throw Refusal(.healthReview, .missing) }
    self.init(child: child.number, review: review, day: day, note: note ?? "")
  }
}
