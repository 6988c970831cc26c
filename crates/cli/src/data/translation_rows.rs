//! The rows of `translations/{lang}.csv` and `reviews.csv`.

use super::csv_file::row;

row!(
    /// A translation, with the place of its original.
    TranslationRow in "translations" { table: "table", row: "row", field: "field", source: "source", text: "text" }
);

row!(
    /// A review of a translation, with digests of the two texts that the reviewer saw.
    ReviewRow in "reviews.csv" {
        language: "language", table: "table", row: "row", field: "field", source: "source", text: "text",
        office: "office", date: "date"
    }
);
