internal import CSystem

/// How the program deals with memory that it needs for a moment.
enum WorkingMemory {
  /// Keeps some mebibytes of what is given back for the next that is asked for. The columns and words of a large book are read
  /// some mebibytes at a time: given back to the system after each, they came as fresh pages for the next, which took a third
  /// of the time of looking for a word (measured over a million visits; the most memory held stays the same).
  static func keepWhatIsFreed() { csystem_keep_freed_memory(keptByteCount) }

  private static let keptByteCount = 64 << 20
}
