import Testing
import VisitModel

@Suite("amounts are exact, as typed and as shown")
struct AmountTests {
  @Test(
    "miles to a tenth",
    arguments: [("6", 60), ("6.4", 64), ("0", 0), ("0.0", 0), ("007", 70), ("99999.9", 999_999)])
  func miles(text: String, tenths: Int) {
    #expect(Miles(typed: text)?.tenths == tenths)
  }

  @Test(
    "what is no distance is refused, not rounded",
    arguments: ["", ".", ".5", "6.", "6.45", "-1", "1e3", "100000", "6,4", "6.4.1", "6 4", "٦", "six", "+6"])
  func noMiles(text: String) {
    #expect(Miles(typed: text) == nil)
  }

  @Test(
    "money to the penny",
    arguments: [("3", 300), ("3.40", 340), ("£3.40", 340), ("£0.05", 5), ("0", 0), ("999999.99", 99_999_999)])
  func pence(text: String, count: Int) {
    #expect(Pence(typed: text)?.count == count)
  }

  @Test(
    "what is no sum of money is refused, not rounded",
    arguments: [
      "", "£", "3.4", "3.405", "-3", "£-3", "£3.-5", "££3", "1000000", "1,000", "3.", ".50", "3p", "$3",
      "3.٤٠",
    ])
  func noPence(text: String) {
    #expect(Pence(typed: text) == nil)
  }

  @Test("amounts are read back as they are shown")
  func roundTrip() {
    for count in 0...2_000 {
      #expect(Miles(typed: Miles(tenths: count).text)?.tenths == count)
      #expect(Pence(typed: Pence(count).text)?.count == count)
    }
  }

  @Test("a difference below nothing is shown as one")
  func negative() {
    #expect((Pence.zero - Pence(5)).text == "-0.05")
    #expect((Pence.zero - Pence(340)).text == "-3.40")
    #expect((Miles.zero - Miles(tenths: 4)).text == "-0.4")
    #expect((Miles.zero - Miles(tenths: 64)).text == "-6.4")
  }

  @Test(
    "hundredths round half away from nought, and nought has no sign",
    arguments: [
      (0, "0", "0.0", "0.00"), (4, "0", "0.0", "0.04"), (5, "0", "0.1", "0.05"), (49, "0", "0.5", "0.49"),
      (50, "1", "0.5", "0.50"), (149, "1", "1.5", "1.49"), (1_250, "13", "12.5", "12.50"),
      (1_255, "13", "12.6", "12.55"), (-4, "0", "0.0", "-0.04"), (-40, "0", "-0.4", "-0.40"),
      (-50, "-1", "-0.5", "-0.50"), (-1_255, "-13", "-12.6", "-12.55"),
    ])
  func hundredths(count: Int, none: String, one: String, two: String) {
    let number = Hundredths(count: count)
    #expect(number.text(decimals: 0) == none)
    #expect(number.text(decimals: 1) == one)
    #expect(number.text(decimals: 2) == two)
  }

  @Test("the largest and smallest numbers are shown without a crash", arguments: [Int.max, Int.min])
  func extremes(count: Int) {
    for decimals in 0...2 { #expect(Hundredths(count: count).text(decimals: decimals).count > 15) }
    #expect(Pence(count).text.contains("."))
    #expect(Miles(tenths: count).text.contains("."))
  }

  @Test("sums add exactly, in any order")
  func sums() {
    let parts = (0..<1_000).map { Miles(tenths: $0 % 7) }
    #expect(parts.reduce(.zero, +) == parts.reversed().reduce(.zero, +))
    #expect(parts.reduce(.zero, +) - parts.reduce(.zero, +) == .zero)
    #expect(Pence(1) + Pence(2) == Pence(3))
    #expect(Minutes(30) + Minutes(45) - Minutes(15) == Minutes(60))
    #expect(Minutes(30) < Minutes(31) && Pence(1) < Pence(2) && Miles(tenths: 1) < Miles(tenths: 2))
    #expect(Hundredths(whole: 2) + Hundredths(count: 5) == Hundredths(count: 205))
    #expect(Hundredths(whole: 2) - Hundredths(count: 5) == Hundredths(count: 195))
  }
}
