/// Corrected moves, reviews, letters and feedback, as they were first written.
extension GoldenRecords {
  static let evaluation = """
    """
}
