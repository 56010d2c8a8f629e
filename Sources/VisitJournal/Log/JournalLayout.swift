/// Where each part of a journal lies in its folder. Nothing personal is in any of these names.
public struct JournalLayout: Hashable, Sendable {
  /// The journal's own folder.
  public let root: JournalPath

  /// The layout of the journal in `root`.
  public init(_ root: JournalPath) {
    self.root = root
  }

  /// Format, journal id and scheme code.
  public var identity: JournalPath { root.appending("journal.id") }
  /// The file whose lock keeps a second writer out; never deleted.
  public var lock: JournalPath { root.appending("lock") }
  /// How far this device's log was known to reach.
  public var head: JournalPath { root.appending("head") }
  /// Members and wrapped keys.
  public var keyring: JournalPath { root.appending("keyring") }
  /// This device's log.
  public var own: JournalPath { root.appending("own") }
  /// The other devices' logs, one folder each.
  public var peers: JournalPath { root.appending("peers") }
  /// The log copied from the device with this id.
  public func peer(_ device: LogID) -> JournalPath { peers.appending(device.hex) }
  /// Unfinished forms.
  public var drafts: JournalPath { root.appending("drafts") }
  /// Torn tails and refused bytes, kept as found.
  public var quarantine: JournalPath { root.appending("quarantine") }
  /// Says that this is a copy that nobody has written in yet: whoever does first makes it a device of its own.
  public var copied: JournalPath { root.appending("copied") }
  /// The disposable summary of the log.
  public var snapshot: JournalPath { root.appending("snapshot") }

  /// The name of segment `number`: six digits or more.
  public static func segmentName(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 6 - digits.count)) + digits + ".vlog"
  }

  /// The number in a segment's name; `nil` for any other file.
  public static func segmentNumber(_ name: String) -> Int? {
    guard name.hasSuffix(".vlog"), let number = Int(name.dropLast(5)), number > 0 else { return nil }
    return segmentName(number) == name ? number : nil
  }
}
