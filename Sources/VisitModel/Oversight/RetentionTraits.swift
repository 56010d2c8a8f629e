/// What the retention rules ask of a family.
extension FamilyFile {
  /// Whether social care was ever involved, as far as any version of the record says. Early help is not social care.
  var hadSocialCare: Bool {
    merged.contains { $0.file.hadSocialCare }
      || details.versions.contains { version in
        version.value?.socialCare.contains { $0.level.isSocialCare } ?? false
      }
  }
}

extension Caseload {
  /// Whether a concern was raised about a family, as far as the reader may know.
  func hasConcern(about family: FamilyID) -> Bool { !concerns.about(family).isEmpty }
}

extension SocialCareLevel {
  /// Whether children's social care itself was involved.
  fileprivate var isSocialCare: Bool {
    switch self {
    case .none, .earlyHelp: false
    case .childInNeed, .childProtection, .lookedAfter: true
    }
  }
}
