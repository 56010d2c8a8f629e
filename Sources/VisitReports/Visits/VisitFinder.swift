internal import VisitModel

/// Finds the visits that a list shows among all that stand, and reads only those.
struct VisitFinder: Sendable {
  let caseload: Caseload
  let period: Period?
  let volunteer: VolunteerNumber?
  let filter: VisitFilter
  let viewer: Member?

  /// The visits, in no order that means anything.
  var rows: [VisitRow] {
    let named = volunteersNamed
    return caseload.families.mapVisits(columns) { rows(of: $0, named) }.flatMap(\.self)
  }

  /// For each visit that stands, in the order in which the families have them, whether it may be one that is wanted: none
  /// is missed, and of ``isWhole`` none is marked that is not wanted.
  var marks: [Bool] {
    let named = volunteersNamed
    return caseload.families.mapVisits(columns) { marked($0, named) }.flatMap(\.self)
  }

  /// Whether what the columns say of a visit settles whether it is wanted; else its record has to be read.
  var isWhole: Bool {
    filter.terms.terms.allSatisfy { term in
      switch term {
      case .word: true
      case .field(let field, _): ["family", "date", "outcome", "volunteer", "is", "id"].contains(field)
      case .number(let field, _): ["minutes", "travel", "miles"].contains(field)
      }
    }
  }

  private var columns: VisitBatch.Columns {
    var columns: VisitBatch.Columns = [.ids, .places]
    for term in filter.terms.terms {
      switch term {
      case .word, .field: columns.formUnion([.words, .entered])
      case .number: columns.insert(.amounts)
      }
    }
    return columns
  }

  /// For each word that may name a volunteer, those whom it names.
  private var volunteersNamed: [SearchedText: Set<VolunteerNumber>] {
    var named: [SearchedText: Set<VolunteerNumber>] = [:]
    for term in filter.terms.terms {
      switch term {
      case .word(let word), .field("volunteer", let word): named[word] = []
      case .field, .number: continue
      }
    }
    guard !named.isEmpty else { return [:] }
    for volunteer in caseload.volunteers.values {
      let words = SearchedText(VisitRow.words(of: [volunteer.number], called: [volunteer.name]))
      for word in named.keys where words.contains(word) { named[word]?.insert(volunteer.number) }
    }
    return named
  }

  private func rows(of batch: VisitBatch, _ named: [SearchedText: Set<VolunteerNumber>]) -> [VisitRow] {
    let found = marked(batch, named)
    guard found.contains(true) else { return [] }
    let isWhole = isWhole
    var rows: [VisitRow] = []
    for share in batch.shares {
      // How a family stands is read for those of which a visit is shown.
      var standing: FamilyStanding?
      for row in share.rows where found[row] {
        guard let record = caseload.families.visit(batch.row(row, of: share)) else { continue }
        if standing == nil { standing = caseload.families.standing(of: share.family) }
        guard let visit = record.current, let standing,
          VisitReport.mayShow(visit, visitedBy: standing.volunteer, to: viewer),
          let shown = VisitRow(record, number: share.number, name: standing.name, in: caseload),
          isWhole || filter.matches(shown)
        else { continue }
        rows.append(shown)
      }
    }
    return rows
  }

  /// For each row whether it may be one that is wanted: none is missed, and few too many are marked.
  private func marked(_ batch: VisitBatch, _ named: [SearchedText: Set<VolunteerNumber>]) -> [Bool] {
    var marks = [Bool](repeating: true, count: batch.days.count)
    if let period {
      for row in marks.indices { marks[row] = period.contains(Day(daysSinceEpoch: batch.days[row])) }
    }
    if let volunteer {
      let companies = batch.companyTable.map { $0.contains(volunteer) }
      for row in marks.indices where !companies[Int(batch.companies[row])] { marks[row] = false }
    }
    for term in filter.terms.terms {
      var holds = [Bool](repeating: false, count: marks.count)
      switch term {
      case .word(let word):
        for field in ["note", "family", "date", "outcome", "volunteer", "is", "id"] {
          mark(&holds, in: batch, field, word, named)
        }
      case .field(let field, let word): mark(&holds, in: batch, field, word, named)
      case .number(let field, let test):
        for row in marks.indices {
          switch field {
          case "minutes": holds[row] = test.holds(of: Int(batch.minutes[row]))
          case "travel": holds[row] = test.holds(of: Int(batch.travel[row]))
          case "miles": holds[row] = test.holds(of: Int(batch.miles[row]) / 10)
          default: holds[row] = true
          }
        }
      }
      for row in marks.indices where !holds[row] { marks[row] = false }
    }
    return marks
  }

  /// Marks the rows in which a field may hold a word.
  private func mark(
    _ marks: inout [Bool], in batch: VisitBatch, _ field: String, _ word: SearchedText,
    _ named: [SearchedText: Set<VolunteerNumber>]
  ) {
    switch field {
    case "note", "need", "activity", "channel", "moment":
      for row in batch.rows(saying: word) { marks[row] = true }
    case "service":
      // What the directory calls a service is in no visit's words: its number is.
      let called = caseload.directory.inOrder.map(\.number).filter {
        SearchedText(caseload.directory.title(of: $0)).contains(word)
      }
      for word in [word] + called.map({ SearchedText($0.description) }) {
        for row in batch.rows(saying: word) { marks[row] = true }
      }
    case "family":
      for share in batch.shares(called: word) {
        for row in batch.shares[share].rows { marks[row] = true }
      }
    case "date":
      guard word.bytes.allSatisfy({ $0 == 0x2D || 0x30...0x39 ~= $0 }) else { return }
      var known: [Int32: Bool] = [:]
      for row in marks.indices {
        let day = batch.days[row]
        let holds = known[day] ?? SearchedText(Day(daysSinceEpoch: day).description).contains(word)
        known[day] = holds
        if holds { marks[row] = true }
      }
    case "outcome":
      let outcomes = VisitOutcomeKind.allCases.map { SearchedText($0.rawValue).contains(word) }
      guard outcomes.contains(true) else { return }
      for row in marks.indices where outcomes[Int(batch.outcomes[row])] { marks[row] = true }
    case "volunteer":
      guard let wanted = named[word], !wanted.isEmpty else { return }
      let companies = batch.companyTable.map { !wanted.isDisjoint(with: $0) }
      for row in marks.indices where companies[Int(batch.companies[row])] { marks[row] = true }
    case "is":
      let limit = caseload.scheme.limits.writeUpDaysMax
      let (late, corrected) = (SearchedText("late").contains(word), SearchedText("corrected").contains(word))
      guard late || corrected else { return }
      for row in marks.indices {
        let isLate = late && batch.daysUntilEntered(row) > limit
        if isLate || (corrected && batch.places[row] == VisitBatch.corrected) { marks[row] = true }
      }
    case "id":
      guard word.bytes.count >= 3,
        let range = RecordID.range(beginning: String(decoding: word.bytes, as: UTF8.self))
      else { return }
      for row in marks.indices where range.contains(RecordID(bits: batch.ids[row])) { marks[row] = true }
    default:
      for row in marks.indices { marks[row] = true }
    }
  }
}
