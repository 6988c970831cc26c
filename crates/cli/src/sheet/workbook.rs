//! Writes a sheet: XLSX with frozen heads and wrapped texts, or CSV. May use `rust_xlsxwriter` and csv.

use std::path::Path;

use anyhow::{Context, Result, bail};
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Workbook, Worksheet};
use wsis_core::Language;

use super::text::SheetText;

/// The columns, with the width of each in characters.
pub(crate) const COLUMNS: [(&str, u16); 10] = [
    ("Screen", 18),
    ("Context", 26),
    ("English", 60),
    ("Translation", 60),
    ("Reviewed", 12),
    ("Longest", 9),
    ("Picture", 14),
    ("Table", 14),
    ("Row", 24),
    ("Field", 14),
];

/// How the sheet says that a text is reviewed, and how a reviewer says so.
pub(crate) const YES: &str = "yes";

/// Writes the texts into a file; its extension decides how.
pub(crate) fn write(path: &Path, language: Language, texts: &[SheetText]) -> Result<()> {
    let written = match path.extension().and_then(|extension| extension.to_str()) {
        Some("xlsx") => write_xlsx(path, language, texts),
        Some("csv") => write_csv(path, texts),
        _ => bail!("{}: a sheet is a .xlsx or a .csv file", path.display()),
    };
    written.with_context(|| format!("cannot write {}", path.display()))
}

fn fields(text: &SheetText) -> [String; 10] {
    [
        text.screen.to_owned(),
        text.context.clone(),
        text.source.clone(),
        text.translation.clone().unwrap_or_default(),
        if text.reviewed { YES.to_owned() } else { String::new() },
        text.longest.map(|longest| longest.to_string()).unwrap_or_default(),
        text.picture.to_owned(),
        text.key.table.clone(),
        text.key.row.clone(),
        text.key.field.clone(),
    ]
}

fn write_csv(path: &Path, texts: &[SheetText]) -> Result<()> {
    let mut bytes = "\u{feff}".as_bytes().to_vec();
    let mut writer = csv::Writer::from_writer(&mut bytes);
    writer.write_record(COLUMNS.map(|(name, _)| name))?;
    for text in texts {
        writer.write_record(fields(text))?;
    }
    writer.flush()?;
    drop(writer);
    Ok(std::fs::write(path, bytes)?)
}

fn write_xlsx(path: &Path, language: Language, texts: &[SheetText]) -> Result<()> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet().set_name(format!("Texts {}", language.code()))?;
    let head =
        Format::new().set_bold().set_background_color(Color::RGB(0x00e8_eef4)).set_border(FormatBorder::Thin);
    for (at, (name, width)) in COLUMNS.iter().enumerate() {
        let column = u16::try_from(at)?;
        sheet.write_with_format(0, column, *name, &head)?;
        sheet.set_column_width(column, *width)?;
    }
    for (row, text) in texts.iter().enumerate() {
        write_row(sheet, u32::try_from(row + 1)?, language, text)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    sheet.autofilter(0, 0, u32::try_from(texts.len())?, u16::try_from(COLUMNS.len() - 1)?)?;
    workbook.save(path)?;
    Ok(())
}

fn write_row(sheet: &mut Worksheet, row: u32, language: Language, text: &SheetText) -> Result<()> {
    let plain = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let mirrored = plain.clone().set_reading_direction(2).set_align(FormatAlign::Right);
    for (at, (field, (name, _))) in fields(text).iter().zip(COLUMNS).enumerate() {
        let is_arabic = name == "Translation" && language == Language::Arabic;
        sheet.write_string_with_format(
            row,
            u16::try_from(at)?,
            field,
            if is_arabic { &mirrored } else { &plain },
        )?;
    }
    Ok(())
}
