import Testing

@testable import VisitJournal

@Suite("Work shared out over the cores")
struct AllCoresTests {
  @Test("comes back in its order, whichever core was first", arguments: [0, 1, 2, 7, 1_000])
  func order(count: Int) {
    let made = AllCores.map(Array(0..<count)) { $0 * 3 }
    #expect(made == (0..<count).map { $0 * 3 })
  }

  @Test("leaves nothing out and does nothing twice", arguments: [0, 1, 5, 64, 65, 1_000], [1, 8, 64])
  func shares(count: Int, least: Int) {
    let shares = AllCores.shares(of: count, least: least, perCore: 3)
    #expect(Array(shares.joined()) == Array(0..<count))
    #expect(shares.count <= max(1, AllCores.count * 3))
    #expect(shares.count < 2 || shares.allSatisfy { $0.count >= least })
  }

  @Test("says nil of a part, and goes on with the others")
  func missing() {
    #expect(AllCores.map([1, 2, 3]) { $0 == 2 ? nil : $0 } == [1, nil, 3])
  }
}
