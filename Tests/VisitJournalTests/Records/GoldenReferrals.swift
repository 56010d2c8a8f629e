/// Entries of referrals as the first program wrote them, in the order of the group "referrals"; never to be changed.
extension GoldenRecords {
  static let referrals = """
    """
}
