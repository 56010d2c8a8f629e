/// Entries of the group "background" as they were first written.
extension GoldenRecords {
  static let background = """
    """
}
