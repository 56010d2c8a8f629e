import Glibc
import Testing

/// The real program on a disk that fails at its first call, at its second, and so on until it comes to an end without.
@Suite("The program on a disk that fails", .enabled(if: FailingDisk.isPossible, "\(FailingDisk.missing)"))
struct FailingDiskTests {
  static let faults = [
    FailingDisk.Fault(call: "write", error: EIO), FailingDisk.Fault(call: "write", error: ENOSPC),
    FailingDisk.Fault(call: "write", error: 0), FailingDisk.Fault(call: "sync", error: EIO),
    FailingDisk.Fault(call: "truncate", error: EIO), FailingDisk.Fault(call: "rename", error: EIO),
  ]

  @Test(
    "whichever call fails: what was said to be recorded is there, what is not is called NOT SAVED, and the next start is fine",
    arguments: faults)
  func everyCall(fault: FailingDisk.Fault) throws {
    let run = try ReadyBook.copied()
    let disk = try FailingDisk(for: run)
    var acknowledged: Set<Substring> = []
    var refusals = 0
    var number = 0
    while true {
      number += 1
      let (outcome, isReached) = try disk(
        fault, at: number,
        "visit log --family F-0001 --date 2026-11-21 --minutes 30 --again --note 'call \(number)'")
      if outcome.status == 0 {
        acknowledged.formUnion(outcome.recordedVisits)
        #expect(outcome.recordedVisits.count == 1, "call \(number): \(outcome.text)")
        #expect(!outcome.messages.contains("NOT SAVED"), "call \(number): \(outcome.messages)")
      } else {
        refusals += 1
        #expect(outcome.status == 74, "call \(number): \(outcome.status) \(outcome.messages)")
        #expect(outcome.text.isEmpty, "call \(number): \(outcome.text)")
        #expect(outcome.messages.contains("NOT SAVED"), "call \(number): \(outcome.messages)")
      }
      // The next start, on a disk that is well again.
      let next = try run(
        "visit", "log", "--family", "F-0001", "--date", "2026-11-22", "--minutes", "20", "--again")
      #expect(next.status == 0, "after call \(number): \(next.messages)")
      acknowledged.formUnion(next.recordedVisits)
      if !isReached { break }
      try #require(number < 60, "the command makes calls without end")
    }
    #expect(try run("journal", "verify", "--deep", "--every-signature").status == 0)
    let listed = Set(try run("visit", "list", "--format", "csv").lines.map { $0.prefix { $0 != "," } })
    #expect(acknowledged.isSubset(of: listed), "gone: \(acknowledged.subtracting(listed))")
    // What was refused may have reached the disk or not; more than that there is not.
    #expect(listed.count <= acknowledged.count + refusals + 2)
    if fault.error != 0, fault.call == "sync" || fault.call == "write" {
      #expect(refusals > 0, "no call of \(fault) mattered")
    }
  }
}

@Suite("The keyring on a disk that fails", .enabled(if: FailingDisk.isPossible, "\(FailingDisk.missing)"))
struct FailingKeyringTests {
  @Test("whichever call fails: a family is there with its key and its words, or is called NOT SAVED")
  func everyCall() throws {
    let run = try ReadyBook.copied()
    let disk = try FailingDisk(for: run)
    var added: [String] = []
    var refusals = 0
    for number in 1... {
      let name = "Call\(number)x"
      let (outcome, isReached) = try disk(
        FailingDisk.Fault(call: "any", error: EIO), at: number,
        "family add --again --name \(name) --carer Ruth --stage accepted")
      if outcome.status == 0 {
        added.append(name)
        #expect(!outcome.messages.contains("NOT SAVED"), "call \(number): \(outcome.messages)")
      } else {
        refusals += 1
        #expect(outcome.status == 74, "call \(number): \(outcome.status) \(outcome.messages)")
        #expect(outcome.messages.contains("NOT SAVED"), "call \(number): \(outcome.messages)")
      }
      if !isReached { break }
      try #require(number < 60, "the command makes calls without end")
    }
    let listed = try run("family", "list", "--format", "csv")
    #expect(listed.status == 0, "\(listed.messages)")
    for name in added { #expect(listed.text.contains(name)) }
    #expect(refusals > 3, "hardly any call mattered")
    #expect(try run("journal", "verify", "--deep").status == 0)
  }
}

extension BuiltProgram.Outcome {
  /// The visits that the program said it recorded.
  var recordedVisits: [Substring] {
    lines.compactMap { line in
      line.hasPrefix("Visit ") ? line.split(separator: " ").dropFirst().first : nil
    }
  }
}
