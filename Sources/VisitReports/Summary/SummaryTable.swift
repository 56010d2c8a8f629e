public import VisitModel

extension VisitSummary {
  /// The summary as a table: a row for each group, then one for the whole, which alone has the figures of families
  /// and children (families visited apart).
  ///
  /// - Parameters:
  ///   - suppressing: Whether small counts of people are held back, as for anything that leaves the scheme.
  ///   - family: What stands for a family; its number where this gives nothing.
  public func table(suppressing: Bool, family: (FamilyID) -> String? = { _ in nil }) -> Table {
    let people = suppressing ? publishedTotals : [:]
    let visited = suppressing ? publishedVisited : [:]
    var columns = [Column(grouping.rawValue, .text, isKey: true)]
    columns += SummaryFigure.allCases.map { figure in
      let kind: ColumnKind =
        switch figure.unit {
        case .tenthsOfMiles: .decimal(places: 1)
        case .families, .children: suppressing ? .text : .integer
        case .visits, .minutes, .pence: .integer
        }
      return Column(figure.rawValue, kind, required: !figure.unit.isPeople)
    }
    var table = Table(name: "summary", columns: columns)
    for group in groups {
      table.append(
        [.text(group.key.text(family: family))]
          + SummaryFigure.allCases.map { figure in
            guard figure.unit.isPeople else { return cell(figure, group.amounts) }
            guard figure == .familiesVisited else { return .blank }
            return visited[group.key].map { .text($0.text) } ?? cell(figure, group.amounts)
          })
    }
    table.append(
      [.text("total")]
        + SummaryFigure.allCases.map { figure in
          people[figure].map { .text($0.text) } ?? cell(figure, totals)
        })
    return table
  }

  /// The summary as one JSON object: what it covers, its totals, its groups.
  public func json(suppressing: Bool, family: (FamilyID) -> String? = { _ in nil }) -> JSONValue {
    let table = table(suppressing: suppressing, family: family)
    let rows = table.rows.map { row in
      zip(table.columns, row).filter { $0.1 != .blank }
        .map { column, cell in (column.key, JSONValue(cell, as: column.kind)) }
    }
    let scopeText: JSONValue =
      switch scope {
      case .scheme: .string("scheme")
      case .volunteer(let number): JSONValue(number)
      }
    return .object([
      ("period", .string(period.label)), ("from", JSONValue(period.first)), ("to", JSONValue(period.last)),
      ("dateBasis", .string("visit date")), ("scope", scopeText), ("by", .string(grouping.rawValue)),
      ("countedOn", JSONValue(countedOn)), ("sealedVisits", .integer(sealedVisits)),
      ("erasedVisits", .integer(erasedVisits)),
      ("smallNumbersHeldBack", .boolean(suppressing)),
      ("totals", .object(Array((rows.last ?? []).dropFirst()))),
      ("groups", .array(rows.dropLast().map(JSONValue.object))),
    ])
  }

  private func cell(_ figure: SummaryFigure, _ amounts: SummaryAmounts) -> Cell {
    figure.unit == .tenthsOfMiles ? Cell(Miles(tenths: amounts[figure])) : .integer(amounts[figure])
  }

  /// The counts of families and children as they may leave the scheme.
  public var publishedTotals: [SummaryFigure: PublishedCount] {
    let counts = Dictionary(uniqueKeysWithValues: SummaryFigure.ofPeople.map { ($0, totals[$0]) })
    return SmallNumbers.published(
      counts,
      sums: [
        // Open at the start, and started, are as many as ended and open at the end.
        SmallNumbers.Sum(parts: [
          .familiesOpenAtStart, .familiesStarted, .familiesEnded, .familiesOpenAtEnd,
        ]),
        SmallNumbers.Sum(parts: [.familiesOpenAtStart, .familiesStarted], total: .familiesOpen),
        SmallNumbers.Sum(
          parts: [.childrenUnderFive, .childrenFiveAndOver, .childrenUnborn, .childrenAgeUnknown],
          total: .children),
      ])
  }

  /// The families visited of each group as they may leave the scheme.
  public var publishedVisited: [SummaryKey: PublishedCount] {
    var counts: [SummaryKey?: Int] = [nil: totals[.familiesVisited]]
    for group in groups { counts[group.key] = group.amounts[.familiesVisited] }
    // A family may stand in several groups, so the groups need not add up; they are held back as if they did.
    let sum = SmallNumbers.Sum<SummaryKey?>(parts: groups.map(\.key), total: .some(nil))
    var published: [SummaryKey: PublishedCount] = [:]
    for (key, count) in SmallNumbers.published(counts, sums: [sum]) {
      if let key { published[key] = count }
    }
    return published
  }
}
