/// A scheme with every setting, as it was first written.
extension GoldenRecords {
  static let settings = """
    0a0d1001190000005e56eea101200112c10181f01f7ce0cb5862549e963a00a2c0f15ecb498eefb70813d136ec8545e0
     a30ee3c3da547df0ee78f971ef15501c251630fdabfbedb5c7400ade776c94a6bb3d310adac12c3010e279f00df8fdf0
     66afd00df17bbce7cb19e14eb5b42c5c14852f01ef21ad7391921c393207e5fe785f03920ff9627b0c3b7a1f2c8455a8
     3977d911ddbb33ee57175e8e825084c06c9fe8ee25d662d6bc4f2c5cad5b64dc007d423ed371bd765026746cb027cabd
     b7caf7f64e6bf7e001a7a4e7c7cb17fc692684
    """
}
