internal import VisitModel

extension Caseload {
  /// Every family, by number; each number is looked up once, which matters to summaries of thousands of families.
  var filesByNumber: [FamilyFile] {
    families.map { (number: $1.number, id: $0) }.sorted { $0.number < $1.number }
      .compactMap { families[$0.id] }
  }
}
