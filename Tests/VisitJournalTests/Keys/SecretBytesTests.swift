import Testing
import VisitJournal

@Suite("Secret bytes")
struct SecretBytesTests {
  @Test("take letters and backspaces as they are typed, up to their room")
  func typing() {
    var secret = SecretBytes(capacity: 3)
    secret.removeLast()
    for byte in Array("abcd".utf8) { secret.append(byte) }
    let typed = secret.withBytes { Array($0) }
    #expect(typed == Array("abc".utf8))
    secret.removeLast()
    let isTaken = secret.append(UInt8(ascii: "x"))
    #expect(isTaken)
    let corrected = secret.withBytes { Array($0) }
    #expect(corrected == Array("abx".utf8))
  }

  @Test("wipe the bytes they are made from")
  func wiping() {
    var source: [UInt8] = [1, 2, 3]
    let secret = SecretBytes(wiping: &source)
    #expect(source.isEmpty)
    let kept = secret.withBytes { Array($0) }
    #expect(kept == [1, 2, 3])
  }

  @Test(
    "are equal when every byte is",
    arguments: [("a", "a", true), ("a", "b", false), ("a", "aa", false), ("", "", true)])
  func equality(left: String, right: String, expected: Bool) {
    let isEqual = SecretBytes(text: left).equals(SecretBytes(text: right))
    let equalsItsCopy = SecretBytes(text: left).copy().equals(SecretBytes(text: left))
    #expect(isEqual == expected)
    #expect(equalsItsCopy)
  }
}
