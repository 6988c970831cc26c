//! Addresses of a row: its page, its photo and further links.

use wsis_core::contract::entry::Photo;

use super::row_reader::RowReader;
use crate::import::mapping::Field;
use crate::import::pii::PiiKind;
use crate::import::report::RowOutcome;
use crate::import::values;

impl RowReader<'_, '_> {
    /// The addresses of a field that has room for one: the first.
    pub(super) fn address(&mut self, field: Field) -> Option<String> {
        let addresses = self.addresses(field);
        if addresses.len() > 1 {
            let cell = self.cell(field);
            self.problem(Some(field), &cell, "more than one address; the first is taken", RowOutcome::InPart);
        }
        addresses.into_iter().next()
    }

    /// The photo, which needs a credit.
    pub(super) fn photo(&mut self) -> Option<Photo> {
        let address = self.address(Field::Photo)?;
        let Some(credit) = self.single_line(Field::PhotoCredit) else {
            self.problem(
                Some(Field::Photo),
                &address,
                "a photo without a credit: left out",
                RowOutcome::InPart,
            );
            return None;
        };
        Some(Photo { address, credit })
    }

    /// The addresses of a field, each once.
    pub(super) fn addresses(&mut self, field: Field) -> Vec<String> {
        let cell = self.cell(field);
        let mut addresses = Vec::new();
        for item in values::split_addresses(&cell) {
            if self.context.pii.has_email_in_address(item) {
                self.personal(field, vec![PiiKind::EMail]);
                continue;
            }
            match values::web_address(item) {
                Some(address) if !addresses.contains(&address) => addresses.push(address),
                Some(_) => {}
                None => self.problem(Some(field), item, "no http or https address", RowOutcome::InPart),
            }
        }
        addresses
    }
}
