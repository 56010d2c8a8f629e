internal import VisitModel

/// How a family came to the scheme and what it needs: a referral, an assessment, a plan. To and from its box.
extension AssessmentFact {
  /// The bytes of its box, after its plain numbers were put outside.
  func box(_ outer: inout WireOuter) throws(RecordError) -> [UInt8] {
    switch self {
    }
  }
}
