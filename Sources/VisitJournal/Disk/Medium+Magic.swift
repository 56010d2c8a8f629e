/// File systems by the magic number `statfs` reports (Linux `magic.h` and the file systems' own headers).
extension Medium {
  /// The medium with this magic number. An unknown number is taken for a local disk: new local file systems are
  /// commoner than new network ones, and the lock still guards against a second writer on this computer.
  init(magic: Int64) {
    let known = Medium.network.first { $0.magic == magic & 0xFFFF_FFFF }
    if let known {
      self.init(name: known.name, isNetwork: true)
    } else {
      let local = Medium.local.first { $0.magic == magic & 0xFFFF_FFFF }
      self.init(name: local?.name ?? "0x" + String(magic, radix: 16), isNetwork: false)
    }
  }

  /// File systems on which an advisory lock need not reach the other computers.
  private static let network: [(magic: Int64, name: String)] = [
    (0x6969, "NFS"), (0x517B, "SMB"), (0xFF53_4D42, "CIFS"), (0xFE53_4D42, "SMB2"), (0x564C, "NCP"),
    (0x0102_1997, "9P"), (0x00C3_6400, "Ceph"), (0x5346_414F, "AFS"), (0x6B41_4653, "AFS"),
    (0x7375_7245, "Coda"), (0x0BD0_0BD0, "Lustre"), (0x7461_636F, "OCFS2"), (0x0116_1970, "GFS2"),
    (0x4750_4653, "GPFS"), (0x786F_4256, "VirtualBox shared folder"), (0xBACB_ACBC, "VMware shared folder"),
  ]

  /// Local file systems worth naming in `journal stats`.
  private static let local: [(magic: Int64, name: String)] = [
    (0xEF53, "ext4"), (0x5846_5342, "XFS"), (0x9123_683E, "Btrfs"), (0x0102_1994, "tmpfs"),
    (0x794C_7630, "overlay"), (0xF2F5_2010, "F2FS"), (0x4D44, "FAT"), (0x2011_BAB0, "exFAT"),
    (0x7366_746E, "NTFS"), (0x6573_5546, "FUSE"), (0x2FC1_2FC1, "ZFS"), (0xF15F, "eCryptfs"),
  ]
}
