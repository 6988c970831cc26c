//! Columns of contact data, known by their names: they are never read, whatever a mapping says.

use crate::import::match_key::to_plain;

/// Words in the name of a column that is never read, whatever a mapping says.
const CONTACT_WORDS: [&str; 37] = [
    "contact",
    "contacts",
    "email",
    "emails",
    "mail",
    "phone",
    "phones",
    "telephone",
    "tel",
    "mobile",
    "cell",
    "cellphone",
    "whatsapp",
    "fax",
    "submitter",
    "person",
    "firstname",
    "lastname",
    "surname",
    "courriel",
    "contacto",
    "correo",
    "telefono",
    "movil",
    "контакт",
    "контакты",
    "контактное",
    "почта",
    "телефон",
    "факс",
    "جوال",
    "هاتف",
    "بريد",
    "البريد",
    "اتصال",
    "الاتصال",
    "الهاتف",
];

/// The same in Chinese, which leaves no space between words.
const CONTACT_PARTS: [&str; 5] = ["联系", "电话", "邮箱", "邮件", "手机"];

/// Whether the name of a column says that it holds what leads to a person.
pub(in crate::import) fn is_contact(column: &str) -> bool {
    let plain = to_plain(column);
    // Mail in two words, and the two halves of `contactName`, which folding has made one.
    let joined = plain.replace("e-mail", "email").replace("e mail", "email");
    let mut words = joined.split(|letter: char| !letter.is_alphanumeric());
    words.any(|word| CONTACT_WORDS.contains(&word) || word.starts_with("contact") || word.ends_with("email"))
        || CONTACT_PARTS.iter().any(|part| plain.contains(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contact_columns_are_never_read() {
        for name in [
            "Contact person",
            "E-mail",
            "contactEmail",
            "owner.email",
            "Téléphone",
            "联系人",
            "البريد الإلكتروني",
        ] {
            assert!(is_contact(name), "{name}");
        }
        for name in ["Title", "Country", "Contest", "Mobility"] {
            assert!(!is_contact(name), "{name}");
        }
    }
}
