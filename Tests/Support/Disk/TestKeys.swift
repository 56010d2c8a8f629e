internal import Crypto
public import VisitJournal

extension LogKeys {
  /// Keys that are the same in every run; `device` tells several devices of one journal apart.
  public static func forTests(device: UInt8 = 1, epoch: UInt16 = 1) -> LogKeys {
    guard let journalID = LogID([UInt8](repeating: 0xA0, count: 16)),
      let deviceID = LogID([UInt8](repeating: device, count: 16)),
      let signing = try? Curve25519.Signing.PrivateKey(
        rawRepresentation: [UInt8](repeating: device, count: 32))
    else { preconditionFailure("fixed test keys have the right lengths") }
    return LogKeys(
      journalID: journalID, deviceID: deviceID, epoch: epoch,
      journalKey: SymmetricKey(data: [UInt8](repeating: UInt8(truncatingIfNeeded: epoch), count: 32)),
      earlierKeys: Dictionary(
        uniqueKeysWithValues: (1..<max(epoch, 1)).map { earlier in
          (earlier, SymmetricKey(data: [UInt8](repeating: UInt8(truncatingIfNeeded: earlier), count: 32)))
        }),
      deviceSigning: signing)
  }
}
