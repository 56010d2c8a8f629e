/// Entries of the group "assessments" as they were first written.
extension GoldenRecords {
  static let assessments = """
    """
}
