public import VisitModel

/// What matches mean for keys. Being named opens a family to a volunteer who is a member; that is done before the entry is
/// written. Here is the other half: no longer being named closes it again.
extension Journal {
  /// Closes families to the volunteers who are matched with them no more, where they are members. What they have read they
  /// know; what is written from now on they cannot open.
  ///
  /// - Throws: `readingOnly`, `disk`; what was recorded before is safe all the same.
  public func close(_ matches: [EndedMatch]) throws(JournalError) {
    for match in matches {
      guard let member = keyring.member(visitingAs: match.volunteer), isGranted(match.family, to: member)
      else { continue }
      try withdraw(match.family, from: member)
    }
  }
}
