/// Many visits that stand, family by family, as columns of plain numbers, with the folded words of each where they are
/// asked for: what sums and searches over a million visits read, without making a record of any.
///
/// A column that was not asked for is empty. Days are counted from 1970-01-01; amounts have the units of ``VisitFigures``.
package struct VisitBatch: Sendable {
  /// The columns that somebody wants beside day, outcome and company, which are always there.
  package struct Columns: OptionSet, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    /// The identity of each visit.
    package static let ids = Columns(rawValue: 1)
    /// When each was entered first.
    package static let entered = Columns(rawValue: 2)
    /// Minutes, travel, miles and money.
    package static let amounts = Columns(rawValue: 4)
    /// Where each visit's entry lies, for ``FamilyShelf/visit(_:)``.
    package static let places = Columns(rawValue: 8)
    /// What was said of each, folded (``Visit/searched``), and what its family is called (``FamilyStanding/called``).
    package static let words = Columns(rawValue: 16)
  }

  /// The visits of one family in the batch.
  package struct Share: Sendable {
    package let family: FamilyID
    package let number: FamilyNumber
    package let rows: Range<Int>

    /// A family's rows.
    package init(family: FamilyID, number: FamilyNumber, rows: Range<Int>) {
      self.family = family
      self.number = number
      self.rows = rows
    }
  }

  /// A visit found in a batch.
  package struct Row: Sendable {
    package let id: RecordID
    package let family: FamilyID
    package let number: FamilyNumber
    /// Where its entry lies among the family's; nil where only the family's file can tell.
    package let place: UInt32?

    /// A visit that was found in a batch before.
    package init(id: RecordID, family: FamilyID, number: FamilyNumber, place: UInt32?) {
      self.id = id
      self.family = family
      self.number = number
      self.place = place
    }
  }

  /// Of a visit that was corrected: no one entry says it.
  package static let corrected = UInt32.max
  /// Of a visit whose family's file is at hand.
  package static let atHand = UInt32.max - 1

  /// Whose visits they are, in the order of the families' numbers; rows that are in no share do not count.
  package var shares: [Share] = []
  package var days: [Int32] = []
  /// The place of each visit's outcome among all outcomes.
  package var outcomes: [UInt8] = []
  /// The place in ``companyTable`` of those who went.
  package var companies: [UInt32] = []
  /// Volunteers who went together.
  package var companyTable: [[VolunteerNumber]] = []
  package var ids: [UInt64] = []
  /// Whole seconds from 1970-01-01, in UTC.
  package var entered: [UInt32] = []
  package var minutes: [UInt32] = []
  package var travel: [UInt32] = []
  /// Tenths of a mile.
  package var miles: [UInt32] = []
  package var expenses: [UInt32] = []
  package var places: [UInt32] = []
  /// The words of all visits, one visit behind the other.
  package var words: [UInt8] = []
  /// Where each visit's words end.
  package var wordEnds: [Int] = []

  /// What the families are called, one share behind the other.
  package var names: [UInt8] = []
  /// Where the name of each share's family ends.
  package var nameEnds: [Int] = []

  /// A batch without visits.
  package init() {}

  /// The visits of files that are at hand.
  package init(_ files: some Sequence<FamilyFile>) {
    var known: [[VolunteerNumber]: UInt32] = [:]
    for file in files {
      let start = days.count
      for record in file.visits {
        guard let visit = VisitFigures(record), let current = record.current else { continue }
        days.append(visit.day.daysSinceEpoch)
        entered.append(visit.enteredAt.seconds)
        outcomes.append(UInt8(VisitOutcomeKind.allCases.firstIndex(of: visit.outcome) ?? 0))
        if known[visit.volunteers] == nil {
          known[visit.volunteers] = UInt32(companyTable.count)
          companyTable.append(visit.volunteers)
        }
        companies.append(known[visit.volunteers] ?? 0)
        ids.append(visit.id.rawValue)
        minutes.append(UInt32(clamping: visit.minutes.count))
        travel.append(UInt32(clamping: visit.travel.count))
        miles.append(UInt32(clamping: visit.miles.tenths))
        expenses.append(UInt32(clamping: visit.expenses.count))
        places.append(record.isCorrected ? VisitBatch.corrected : VisitBatch.atHand)
        words += current.searched.bytes
        wordEnds.append(words.count)
      }
      shares.append(Share(family: file.id, number: file.number, rows: start..<days.count))
      names += FamilyStanding.called(file.number, file.family.name).bytes
      nameEnds.append(names.count)
    }
  }

  /// How many days after a visit it was entered.
  package func daysUntilEntered(_ row: Int) -> Int { Int(entered[row] / 86_400) - Int(days[row]) }

  /// The visit of a row of a share.
  package func row(_ row: Int, of share: Share) -> Row {
    let place = places[row]
    return Row(
      id: RecordID(bits: ids[row]), family: share.family, number: share.number,
      place: place >= VisitBatch.atHand ? nil : place)
  }
}

extension Visit {
  /// What the visit says, folded for a search: the note, the family's words, the worry, what is to be done, how it took
  /// place, what was seen between parent and baby, the services that came up, and needs, activities and prompts by their ids.
  package var searched: SearchedText {
    SearchedText(
      joining: [
        note, familyWords, worry ?? "", followUp?.what ?? "", outcome.contact?.channel.rawValue ?? "",
        momentWords,
      ] + needs.map(\.rawValue) + activities.map(\.rawValue) + moments.map(\.rawValue)
        + signposted.map(\.typed) + attendedTogether.map(\.typed))
  }
}
