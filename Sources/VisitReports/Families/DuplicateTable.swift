public import VisitModel

/// The pairs of families that are probably one, as rows.
public enum DuplicateTable {
  /// The pairs, in their order.
  ///
  /// - Parameter because: What speaks for a pair, in words.
  public static func table(
    _ pairs: [LikelyPair], in caseload: Caseload, because: (LikelyPair, Family) -> String
  ) -> Table {
    var table = Table(
      name: "duplicates",
      columns: [
        Column("family", .text, required: true), Column("familyName", .text, required: true),
        Column("into", .text, required: true), Column("intoName", .text, required: true),
        Column("because", .text, required: true),
      ])
    for pair in pairs {
      guard let file = caseload.families[pair.family], let into = caseload.families[pair.into] else {
        continue
      }
      table.append([
        .text(file.number.description), .text(file.family.name), .text(into.number.description),
        .text(into.family.name), .text(because(pair, into.family)),
      ])
    }
    return table
  }
}
