internal import VisitModel

/// A change in the scheme's own directory of services. To and from its box.
extension DirectoryFact {
  /// The bytes of its box, after its plain numbers were put outside.
  func box(_ outer: inout WireOuter) throws(RecordError) -> [UInt8] {
    switch self {
    }
  }
}
