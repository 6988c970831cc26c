//! Pixels as PNG files: with a palette, or with transparency.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use anyhow::{Context as _, Result};
use resvg::tiny_skia::Pixmap;

/// As PNG with red, green, blue and transparency.
///
/// # Errors
/// The picture cannot be encoded.
pub(super) fn rgba_png(pixels: &Pixmap) -> Result<Vec<u8>> {
    let plain = pixels.pixels().iter().flat_map(|pixel| {
        let pixel = pixel.demultiply();
        [pixel.red(), pixel.green(), pixel.blue(), pixel.alpha()]
    });
    let plain: Vec<u8> = plain.collect();
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, pixels.width(), pixels.height());
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Balanced);
    let mut writer = encoder.write_header().context("a picture cannot be encoded")?;
    writer.write_image_data(&plain).context("a picture cannot be encoded")?;
    writer.finish().context("a picture cannot be encoded")?;
    Ok(bytes)
}

/// As PNG with a palette: a quarter of the bytes to compress, which is most of the time a picture takes.
///
/// # Errors
/// The picture cannot be encoded.
pub(super) fn indexed_png(pixels: &Pixmap) -> Result<Vec<u8>> {
    let (palette, indices) = indexed(pixels);
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, pixels.width(), pixels.height());
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_palette(palette);
    encoder.set_compression(png::Compression::Balanced);
    encoder.set_filter(png::Filter::NoFilter);
    let mut writer = encoder.write_header().context("a picture cannot be encoded")?;
    writer.write_image_data(&indices).context("a picture cannot be encoded")?;
    writer.finish().context("a picture cannot be encoded")?;
    Ok(bytes)
}

/// The colours, and for each pixel the number of its colour. Beyond 256 colours those of the fewest pixels, which are
/// edges of letters, give way to the nearest that is kept.
fn indexed(pixels: &Pixmap) -> (Vec<u8>, Vec<u8>) {
    let rows = rows(pixels);
    let mut counts: BTreeMap<[u8; 3], usize> = BTreeMap::new();
    for (runs, times) in &rows {
        for (colour, length) in runs {
            *counts.entry(*colour).or_default() += length * times;
        }
    }
    let mut colours: Vec<([u8; 3], usize)> = counts.into_iter().collect();
    colours.sort_by_key(|(colour, count)| (Reverse(*count), *colour));
    let kept: Vec<[u8; 3]> = colours.iter().take(256).map(|(colour, _)| *colour).collect();
    let counts: BTreeMap<[u8; 3], u8> =
        colours.iter().map(|(colour, _)| (*colour, nearest(&kept, *colour))).collect();
    let mut indices = Vec::with_capacity(pixels.data().len() / 4);
    for (runs, times) in rows {
        let mut row = Vec::new();
        for (colour, length) in runs {
            row.resize(row.len() + length, counts.get(&colour).copied().unwrap_or_default());
        }
        indices.extend(row.repeat(times));
    }
    (kept.concat(), indices)
}

/// So many pixels of one colour side by side.
type Run = ([u8; 3], usize);

/// The rows as runs, each with how many times it follows itself: most rows are like the one above, and comparing them
/// as bytes is quick.
fn rows(pixels: &Pixmap) -> Vec<(Vec<Run>, usize)> {
    let width = usize::try_from(pixels.width()).unwrap_or(usize::MAX).saturating_mul(4).max(4);
    let rows: Vec<&[u8]> = pixels.data().chunks_exact(width).collect();
    let same = rows.chunk_by(|one, next| one == next);
    same.filter_map(|same| Some((runs(same.first()?), same.len()))).collect()
}

/// A row as runs. Nothing is transparent, so the colours are as they were drawn.
fn runs(row: &[u8]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let (pixels, _) = row.as_chunks::<4>();
    for same in pixels.chunk_by(|one, next| one == next) {
        if let Some([red, green, blue, _]) = same.first() {
            runs.push(([*red, *green, *blue], same.len()));
        }
    }
    runs
}

/// The number of the colour that differs least.
fn nearest(kept: &[[u8; 3]], colour: [u8; 3]) -> u8 {
    let distance = |other: &[u8; 3]| -> u32 {
        other.iter().zip(colour).map(|(one, other)| u32::from(one.abs_diff(other)).pow(2)).sum()
    };
    let found = kept.iter().enumerate().min_by_key(|(_, other)| distance(other));
    found.and_then(|(number, _)| u8::try_from(number).ok()).unwrap_or_default()
}
