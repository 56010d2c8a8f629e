/// Whether a family agreed to a service being told about it (`domain.md`, "Consent").
extension FamilyFile {
  /// Whether the family's agreement to share with an organisation stands on a day.
  public func agreesToSharing(with organisation: String, on day: Day) -> Bool {
    background.permits(sharingWith: organisation, on: day)
  }
}
