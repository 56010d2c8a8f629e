internal import VisitModel

/// Whether support has worked: a review, feedback. To and from its box.
extension EvaluationFact {
  /// The bytes of its box, after its plain numbers were put outside.
  func box(_ outer: inout WireOuter) throws(RecordError) -> [UInt8] {
    switch self {
    }
  }
}
