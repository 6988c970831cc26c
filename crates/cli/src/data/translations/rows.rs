//! The texts of each kind of row, for translation and for the sheets of reviewers.

use wsis_core::Language;

use crate::data::sources::{
    ConflictRow, CsvRow, InitiativeRow, LensChartRow, LensFactRow, LensItemRow, LensRow, LensSectionRow,
    LensValueRow, LineRow, LinkRow, RuleRow, SourceRow, TourRow, TourStepRow,
};

/// Called with the key of the row, the field and the text.
pub(crate) type Visit<'v> = dyn FnMut(&str, &str, &mut String) + 'v;

/// A row with texts that are translated.
pub(crate) trait TextRow: CsvRow {
    /// Visits the texts of the row.
    fn visit_texts(&mut self, visit: &mut Visit<'_>);

    /// The code of its language; files without a column for it are in English.
    fn language(&self) -> &str {
        Language::English.code()
    }
}

/// Visits fields that are one text each.
macro_rules! texts {
    ($type:ident, |$row:ident| $key:expr, { $($column:literal: $field:ident),+ } $($has_language:ident)?) => {
        impl TextRow for $type {
            $(fn language(&self) -> &str { &self.$has_language })?


            fn visit_texts(&mut self, visit: &mut Visit<'_>) {
                let key = { let $row = &*self; $key };
                $(visit(&key, $column, &mut self.$field);)+
            }
        }
    };
}

texts!(LensRow, |row| row.id.clone(), { "title": title, "short": short, "text": text } language);
texts!(LensItemRow, |row| row.id.clone(), { "title": title, "text": text, "note": note } language);
texts!(LensFactRow, |row| format!("{}/{}", row.item, row.label), { "text": text } language);
texts!(LensChartRow, |row| row.id.clone(), {
    "caption": caption, "unit": unit, "note": note, "counted": counted
} language);
texts!(TourRow, |row| row.id.clone(), { "title": title, "text": text } language);
texts!(ConflictRow, |row| row.id.clone(), {
    "subject": subject, "report": report, "elsewhere": elsewhere, "note": note
} language);
texts!(RuleRow, |row| row.id.clone(), { "text": text } language);
texts!(InitiativeRow, |row| row.id.clone(), { "text": text, "note": note });
texts!(LineRow, |row| row.id.clone(), { "facilitatorNote": note });
texts!(SourceRow, |row| row.id.clone(), { "licence": licence, "note": note });
texts!(LinkRow, |row| format!("{}/{}", row.line, row.goal), { "note": note });

impl TextRow for LensSectionRow {
    fn language(&self) -> &str {
        &self.language
    }

    fn visit_texts(&mut self, visit: &mut Visit<'_>) {
        let key = format!("{}/{}", self.lens, self.id);
        visit(&key, "title", &mut self.title);
        visit(&key, "text", &mut self.text);
        self.labels = each_part(&self.labels, |id, name| visit(&key, &format!("label {id}"), name));
    }
}

impl TextRow for LensValueRow {
    fn language(&self) -> &str {
        &self.language
    }

    fn visit_texts(&mut self, visit: &mut Visit<'_>) {
        // Series and labels are both name and key: all rows that name them have the same translation.
        let (series, label) = (self.series.clone(), self.label.clone());
        visit(&format!("{}/{series}", self.chart), "series", &mut self.series);
        visit(&format!("{}/{label}", self.chart), "label", &mut self.label);
        visit(&format!("{}/{series}/{label}", self.chart), "note", &mut self.note);
    }
}

impl TextRow for TourStepRow {
    fn language(&self) -> &str {
        &self.language
    }

    fn visit_texts(&mut self, visit: &mut Visit<'_>) {
        let key = format!("{}/{}", self.tour, self.step);
        for (field, text) in [
            ("title", &mut self.title),
            ("text", &mut self.text),
            ("notes", &mut self.notes),
            ("caption", &mut self.caption),
            ("unit", &mut self.unit),
        ] {
            visit(&key, field, text);
        }
        self.values = each_name(&self.values, |label| {
            let row = format!("{key}/{label}");
            visit(&row, "label", label);
        });
    }
}

/// The list with the names of its parts `id=name` visited.
fn each_part(list: &str, mut visit: impl FnMut(&str, &mut String)) -> String {
    let part = |part: &str| match part.split_once('=') {
        Some((id, name)) => {
            let mut name = name.to_owned();
            visit(id.trim(), &mut name);
            format!("{id}={name}")
        }
        None => part.to_owned(),
    };
    list.split(';').map(part).collect::<Vec<_>>().join(";")
}

/// The list with the labels of its parts `label=number` visited.
fn each_name(list: &str, mut visit: impl FnMut(&mut String)) -> String {
    let part = |part: &str| match part.rsplit_once('=') {
        Some((label, number)) => {
            let mut label = label.trim().to_owned();
            visit(&mut label);
            format!("{label}={number}")
        }
        None => part.to_owned(),
    };
    list.split(';').map(part).collect::<Vec<_>>().join(";")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_keep_their_keys_and_numbers() {
        let parts = each_part("status=Now;rest=What remains", |id, name| name.insert_str(0, id));
        assert_eq!(parts, "status=statusNow;rest=restWhat remains");
        let values = each_name("C8 to C11=28;a=b=2", |label| *label = label.to_uppercase());
        assert_eq!(values, "C8 TO C11=28;A=B=2");
        assert_eq!(each_name("", |_| {}), "");
    }
}
