import Glibc

/// What libFuzzer calls with each input; `VISITBOOK_FUZZ` names the decoder that gets it. A trap is a finding.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  Decoder.chosen.attempt(Array(UnsafeBufferPointer(start: bytes, count: count)))
  return 0
}

/// One decoder of bytes that come from outside: what it gets is hostile until shown safe.
struct Decoder: Sendable {
  let name: String
  let attempt: @Sendable (_ bytes: [UInt8]) -> Void

  static var all: [Decoder] {
    LogDecoders.all + KeyDecoders.all + EntryDecoders.all + SnapshotDecoders.all + TextDecoders.all
  }

  /// The one that the environment names.
  static let chosen: Decoder = {
    let name = getenv("VISITBOOK_FUZZ").map { String(cString: $0) } ?? ""
    guard let found = all.first(where: { $0.name == name }) else {
      print("VISITBOOK_FUZZ names a decoder: \(all.map(\.name).joined(separator: " "))")
      exit(64)
    }
    return found
  }()
}

/// Ends the run as a finding where something that must hold does not.
func demand(_ truth: Bool, _ what: @autoclosure () -> String) {
  precondition(truth, what())
}
