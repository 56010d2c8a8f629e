import FoundationEssentials
import Testing
import VisitLibrary
import VisitModel

@Suite("the pathway's table is data, and refused where families could get stuck on it")
struct PathwayTableTests {
  static let shipped = Desk.pathway.steps

  private func fault(_ change: (inout [PathwayStep]) -> Void) -> PathwayFault? {
    var steps = Self.shipped
    change(&steps)
    do throws(PathwayFault) { _ = try Pathway(version: 1, steps: steps) } catch { return error }
    return nil
  }

  @Test("the page of the documentation is the table")
  func page() throws {
    let here = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    let url = URL(filePath: "/\(here)/Sources/VisitModel/VisitModel.docc/Pathway.md")
    let page = String(decoding: try Data(contentsOf: url), as: UTF8.self)
    #expect(page.hasSuffix("\n\n" + Desk.pathway.page.joined(separator: "\n") + "\n"))
  }

  @Test("a table is refused for every way in which it would be no pathway")
  func faults() {
    #expect(fault { _ in } == nil)
    #expect(fault { $0.append($0[0]) } == .twice(Self.shipped[0].ends))
    let on = PathwayStep(from: .ended, to: .referred)
    #expect(fault { $0.append(on) } == .goesOnAfterTheEnd(on.ends))
    #expect(fault { $0.append(PathwayStep(from: nil, to: .ended, needs: [.reason])) } == .opensClosed(.ended))
    #expect(fault { $0.append(PathwayStep(from: .waiting, to: .waiting)) } == .goesNowhere(.waiting))
    let bare = PathwayStep(from: .accepted, to: .matched)
    #expect(fault { $0.append(bare) } == .lacks(bare.ends, .volunteer))
    #expect(fault { $0.removeAll { $0.to == .paused } } == .cannotBeReached(.paused))
    #expect(fault { $0.removeAll { $0.from == .paused } } == .cannotEnd(.paused))
  }

  @Test(
    "a line that cannot be right is named",
    arguments: [
      ("version = 1\nreferred = nothing", 2), ("version = 1\nreferred > holiday = nothing", 2),
      ("version = 1\nold > referred = nothing", 2), ("version = 1\nnew > referred = a signature", 2),
      ("new > referred = nothing", 1), ("version = 1\nnew > referred = nothing\nnew > referred = nothing", 3),
    ])
  func lines(text: String, line: Int) {
    #expect { try Library.pathway(reading: Array(text.utf8), file: "pathway.txt") } throws: {
      ($0 as? LibraryError)?.line == line
    }
  }
}
