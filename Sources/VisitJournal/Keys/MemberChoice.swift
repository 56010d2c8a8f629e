public import VisitModel

/// Which member is opening the journal, as the person said it.
public enum MemberChoice: Hashable, Sendable {
  /// By number.
  case number(MemberNumber)
  /// By name, as it was given when the member joined; case and spaces do not matter. The name of a role stands for its
  /// only member.
  case name(String)

  /// Reads what follows `--as`: `M1`, or a name.
  public init(typed text: String) {
    if text.first?.lowercased() == "m", let count = Int(text.dropFirst()), count > 0 {
      self = .number(MemberNumber(count))
    } else {
      self = .name(text)
    }
  }
}

/// A name as it is compared: lower case, single spaces.
enum NameFold {
  static func folded(_ name: String) -> String {
    name.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
  }
}

/// What opens a member's keys.
public enum JournalSecret: ~Copyable, Sendable {
  /// The member's passphrase.
  case passphrase(SecretBytes)
  /// The code that was shown once when the member joined.
  case recoveryCode(RecoveryCode)
  /// A key that ``Journal/sessionKey()`` gave out a while ago, kept by the system in the meantime.
  case sessionKey(SecretBytes)
}
