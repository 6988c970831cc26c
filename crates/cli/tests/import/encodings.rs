//! Files in encodings before Unicode, with Latin headers and without.

use encoding_rs::{Encoding, GB18030, WINDOWS_1251, WINDOWS_1252, WINDOWS_1256};

use crate::operator::OperatorFolder;

/// Titles and organisations, invented, as an export of a country would have them.
const RUSSIAN: [(&str, &str); 3] = [
    ("Цифровая школа для сельских районов", "Министерство связи"),
    ("Электронное здравоохранение", "Университет информатики"),
    ("Библиотека без границ", "Фонд развития"),
];
const ARABIC: [(&str, &str); 3] = [
    ("المدرسة الرقمية للمناطق الريفية", "وزارة الاتصالات"),
    ("الصحة الإلكترونية للجميع", "جامعة المعلومات"),
    ("مكتبة بلا حدود", "مؤسسة التنمية"),
];
const CHINESE: [(&str, &str); 3] = [
    ("农村数字学校项目", "信息产业部"),
    ("全民电子卫生服务平台", "信息大学"),
    ("无国界图书馆", "发展基金会"),
];
const FRENCH: [(&str, &str); 3] = [
    ("École numérique pour régions isolées", "Ministère de l’économie"),
    ("Santé – pour tous", "Université"),
    ("Bibliothèque sans frontières", "Fondation"),
];

fn encoded(encoding: &'static Encoding, header: &str, rows: &[(&str, &str)]) -> Vec<u8> {
    let mut text = format!("{header}\r\n");
    for (at, (title, organisation)) in rows.iter().enumerate() {
        text.push_str(&format!("p{at};{title};{organisation};C2\r\n"));
    }
    let (bytes, _, unmappable) = encoding.encode(&text);
    assert!(!unmappable);
    bytes.into_owned()
}

#[test]
fn encodings_are_told_by_their_letters() {
    for (encoding, header, rows) in [
        (WINDOWS_1251, "ID;Title;Organisation;Lines", RUSSIAN),
        (WINDOWS_1256, "ID;Title;Organisation;Lines", ARABIC),
        (GB18030, "ID;Title;Organisation;Lines", CHINESE),
        (WINDOWS_1252, "ID;Title;Organisation;Lines", FRENCH),
        (WINDOWS_1251, "ID;Название;Организация;Направления деятельности", RUSSIAN),
        (GB18030, "ID;标题;组织;行动方面", CHINESE),
        (WINDOWS_1256, "ID;عنوان المشروع;المنظمة;خطوط العمل", ARABIC),
    ] {
        let desk = OperatorFolder::new();
        let ran = desk
            .import(&[&desk.file("list.csv", encoded(encoding, header, &rows))], &["--publish-all"])
            .good();
        for (at, (title, organisation)) in rows.iter().enumerate() {
            let project = desk.api(&format!("projects/p{at}.json"));
            assert_eq!(
                (&project["title"], &project["organisation"]),
                (&(*title).into(), &(*organisation).into())
            );
        }
        assert!(ran.told().contains("by its letters (--encoding names another)"), "{}", ran.told());
    }
}

#[test]
fn a_file_that_cannot_be_told_is_refused_and_the_advice_names_the_option() {
    let desk = OperatorFolder::new();
    // Two letters of Cyrillic, which are two of Latin as well.
    let list = desk.file("list.csv", encoded(WINDOWS_1251, "ID;Title;Organisation;Lines", &[("Мы", "ОО")]));
    let ran = desk.import(&[&list], &["--publish-all"]);
    if ran.0.status.success() {
        assert_eq!(desk.api("projects/p0.json")["title"], "Мы");
    } else {
        ran.refused("name it with --encoding");
    }
    desk.import(&[&list], &["--publish-all", "--encoding", "windows-1251"]).good();
    assert_eq!(desk.api("projects/p0.json")["title"], "Мы");
    // Headers that no mapping knows, in a guessed encoding.
    let unknown = desk.file("unknown.csv", encoded(WINDOWS_1251, "Номер;Имя дела;Кто;Где", &RUSSIAN));
    desk.import(&[&unknown], &["--publish-all"]).refused("name the encoding with --encoding");
}
