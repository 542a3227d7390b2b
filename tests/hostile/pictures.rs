//! Pictures and fonts that are not what they say.

use super::Hostile;
use super::kinds::FileKind;
use std::io::Cursor;

fn picture(name: &str, bytes: impl Into<Vec<u8>>) -> Hostile {
    Hostile::new(FileKind::Picture, name, bytes)
}

/// Adds a chunk to a PNG file, with its right sum.
fn chunk(png: &mut Vec<u8>, kind: &[u8; 4], data: &[u8]) {
    png.extend(
        u32::try_from(data.len())
            .expect("it is small")
            .to_be_bytes(),
    );
    png.extend(kind);
    png.extend(data);
    let sum = [kind.as_slice(), data].concat();
    png.extend(crc(&sum).to_be_bytes());
}

fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |mut sum, byte| {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            sum = (sum >> 1) ^ (0xedb8_8320 & (sum & 1).wrapping_neg());
        }
        sum
    })
}

/// A PNG file of this size, kind of colour and data.
fn png(width: u32, height: u32, (depth, colour): (u8, u8), data: &[u8]) -> Vec<u8> {
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    let mut head = [width.to_be_bytes(), height.to_be_bytes()].concat();
    head.extend([depth, colour, 0, 0, 0]);
    chunk(&mut png, b"IHDR", &head);
    chunk(&mut png, b"IDAT", data);
    chunk(&mut png, b"IEND", b"");
    png
}

/// Zeros, deflated by stored and by repeated blocks: some bytes that become many.
fn zeros(count: usize) -> Vec<u8> {
    use std::io::Write;
    let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    let block = vec![0; 1 << 16];
    let mut left = count;
    while left > 0 {
        let now = left.min(block.len());
        encoder.write_all(&block[..now]).expect("it is memory");
        left -= now;
    }
    encoder.finish().expect("it is memory")
}

fn sound() -> Vec<u8> {
    let mut bytes = Vec::new();
    let pixels = image::RgbImage::from_pixel(40, 40, image::Rgb([20, 40, 60]));
    let format = image::ImageFormat::Png;
    pixels
        .write_to(&mut Cursor::new(&mut bytes), format)
        .expect("it is memory");
    bytes
}

fn jpeg() -> Vec<u8> {
    let mut bytes = Vec::new();
    let pixels = image::RgbImage::from_pixel(40, 40, image::Rgb([20, 40, 60]));
    let format = image::ImageFormat::Jpeg;
    pixels
        .write_to(&mut Cursor::new(&mut bytes), format)
        .expect("it is memory");
    bytes
}

/// All of them.
pub fn all() -> Vec<Hostile> {
    let mut all = vec![
        picture("empty", []).found_by("W200"),
        picture("text", *b"a lighthouse").found_by("W201"),
        picture("a signature alone", *b"\x89PNG\r\n\x1a\n").found_by("W200"),
        picture("100,000 by 100,000", png(100_000, 100_000, (8, 2), b"")).found_by("W204"),
        picture("as large as numbers go", png(!0, !0, (8, 2), b"")),
        picture("no width", png(0, 40, (8, 2), b"")).found_by("W200"),
        picture(
            "8,500 by 8,500 in few bytes",
            png(8500, 8500, (8, 2), &zeros(8500 * 25_501)),
        )
        .found_by("W204"),
        picture(
            "6,000 by 6,000 in few bytes",
            png(6000, 6000, (8, 2), &zeros(6000 * 18_001)),
        ),
        picture(
            "5,000 by 5,000 of 16 bits",
            png(5000, 5000, (16, 6), &zeros(5000 * 40_001)),
        ),
        picture(
            "more data than pixels",
            png(10, 10, (8, 2), &zeros(100 << 20)),
        ),
        picture("less data than pixels", png(1000, 1000, (8, 2), &zeros(10))).found_by("W200"),
        picture("unknown colours", png(40, 40, (3, 7), &zeros(100))).found_by("W200"),
        picture("no palette", png(40, 40, (8, 3), &zeros(1640))),
        picture(
            "data that is not deflated",
            png(40, 40, (8, 2), &[0xff; 100]),
        )
        .found_by("W200"),
        picture("JPEG called PNG", jpeg()),
        picture("JPEG, cut", &jpeg()[..300]).found_by("W200"),
        picture("a drawing called PNG", FileKind::Drawing.sound()),
    ];
    let mut profile = b"\x89PNG\r\n\x1a\n".to_vec();
    let mut head = [40_u32.to_be_bytes(), 40_u32.to_be_bytes()].concat();
    head.extend([8, 2, 0, 0, 0]);
    chunk(&mut profile, b"IHDR", &head);
    chunk(
        &mut profile,
        b"iCCP",
        &[b"p\0\0".as_slice(), &zeros(200 << 20)].concat(),
    );
    chunk(&mut profile, b"IDAT", &zeros(40 * 121));
    chunk(&mut profile, b"IEND", b"");
    all.push(picture("a profile of 200 MB in few bytes", profile));
    let mut words = b"\x89PNG\r\n\x1a\n".to_vec();
    chunk(&mut words, b"IHDR", &head);
    chunk(
        &mut words,
        b"zTXt",
        &[b"Comment\0\0".as_slice(), &zeros(200 << 20)].concat(),
    );
    chunk(&mut words, b"IDAT", &zeros(40 * 121));
    chunk(&mut words, b"IEND", b"");
    all.push(picture("words of 200 MB in few bytes", words));
    // A JPEG whose frame says that it is larger.
    let mut large = jpeg();
    if let Some(at) = large.windows(2).position(|it| it == [0xff, 0xc0]) {
        large[at + 5..at + 9].fill(0xff);
    }
    all.push(picture("a JPEG of 65,535 by 65,535", large).found_by("W204"));
    for cut in [9, 20, 33, 40, 60] {
        let png = sound();
        all.push(picture(
            &format!("cut at {cut}"),
            &png[..cut.min(png.len() - 1)],
        ));
    }
    for at in [8, 12, 16, 24, 29, 37] {
        for turned in [0xff, 0x80] {
            let mut png = sound();
            png[at] ^= turned;
            all.push(picture(&format!("byte {at} turned by {turned}"), png));
        }
    }
    all.extend(fonts());
    all
}

fn fonts() -> Vec<Hostile> {
    let sound = include_bytes!("../../templates/fonts/NotoSans-Regular.ttf");
    let font = |name: &str, bytes: &[u8]| Hostile::new(FileKind::Font, name, bytes);
    let mut all = vec![
        font("empty", b"").found_by("W113"),
        font("text", b"a lighthouse").found_by("W113"),
        font("null characters", &[0; 4096]).found_by("W113"),
        font(
            "a directory of 65,535 tables",
            b"\0\x01\0\0\xff\xff\0\0\0\0\0\0",
        )
        .found_by("W135"),
        font(
            "a collection without fonts",
            b"ttcf\0\x01\0\0\xff\xff\xff\xff",
        )
        .found_by("W113"),
    ];
    for cut in [12, 100, 300, 1000, 100_000, sound.len() - 1000] {
        all.push(font(&format!("cut at {cut}"), &sound[..cut]));
    }
    // The directory of tables: sums, places, lengths.
    for table in 0..12 {
        for (what, offset) in [("place", 8), ("length", 12)] {
            let mut bytes = sound.to_vec();
            let at = 12 + 16 * table + offset;
            bytes[at..at + 4].fill(0xff);
            all.push(font(&format!("table {table} with another {what}"), &bytes));
        }
    }
    all
}
