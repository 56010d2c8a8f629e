// When an entry was written, as text. Stamps count in UTC; nothing here knows a time zone.

public import VisitModel

extension Stamp {
  /// ISO 8601 in UTC to the second, such as `2026-11-22T14:02:07Z`.
  public var isoText: String {
    let seconds = Int(milliseconds % 86_400_000) / 1_000
    let clock = [seconds / 3_600, seconds / 60 % 60, seconds % 60]
    return "\(day)T" + clock.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":") + "Z"
  }

}
