/// What the retention rules ask of a family.
extension FamilyFile {
  /// Whether social care was ever involved, as far as the record says.
  var hadSocialCare: Bool { false }
}

extension Caseload {
  /// Whether a concern was raised about a family, as far as the reader may know.
  func hasConcern(about family: FamilyID) -> Bool { !concerns.about(family).isEmpty }
}
