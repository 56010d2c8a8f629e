// The clocks of a concern (`domain.md`, "Concerns"): acknowledged the same day, followed up in writing within 24 hours.
// Both limits are the scheme's own.

/// What is late about a concern.
public enum ConcernLateness: String, CaseIterable, Hashable, Sendable {
  /// Nobody took it in hand by the end of the day.
  case acknowledgement
  /// Nothing was done and written down within the hours.
  case followUp = "follow-up"
}

extension ConcernFile {
  /// Minutes from when it was raised to a moment, or to when it was closed; never negative.
  public func minutesOpen(at now: Moment) -> Int {
    max(0, concern.raised.minutes(to: closed?.at ?? now))
  }

  /// What is late about it at a moment; empty for a closed one, and for a copy.
  public func lateness(at now: Moment, limits: SchemeLimits) -> [ConcernLateness] {
    guard isOpen else { return [] }
    var late: [ConcernLateness] = []
    let raised = concern.raised
    if acknowledged == nil, now.day > raised.day.advanced(by: limits.concernSeenDaysMax) {
      late.append(.acknowledgement)
    }
    if actions.isEmpty, raised.minutes(to: now) > limits.concernWrittenHoursMax * 60 {
      late.append(.followUp)
    }
    return late
  }

  /// Minutes from when it was raised to when somebody took it in hand; nil where nobody did.
  public var minutesToAcknowledge: Int? {
    acknowledged.map { max(0, concern.raised.minutes(to: $0.at)) }
  }
}
